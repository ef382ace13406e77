import type { CheckReply, CheckRequest } from '../checker/check-request';
import type { CheckerHost } from '../checker/checker-host';
import { browser, extensionUrl } from './browser';
import { sendCheck } from './check-messages';

const PAGE = 'offscreen.html';

/** API of Chromium only. */
type Offscreen = {
  createDocument(options: {
    url: string;
    reasons: readonly ['WORKERS'];
    justification: string;
  }): Promise<void>;
};
type Contexts = {
  getContexts(filter: {
    contextTypes: readonly ['OFFSCREEN_DOCUMENT'];
    documentUrls: readonly string[];
  }): Promise<readonly unknown[]>;
};

let creating: Promise<void> | undefined;

/**
 * Checks credentials in an offscreen document, because a service worker may own no worker. The document is made when
 * it is needed and closes itself when idle; one that closed while it was asked is asked anew.
 */
export function offscreenChecker(): CheckerHost {
  return {
    async check(request) {
      const reply = (await tryCheck(request)) ?? (await tryCheck(request));
      return reply ?? { check: { kind: 'unchecked', why: 'checker-failed' } };
    },
  };
}

async function tryCheck(request: CheckRequest): Promise<CheckReply | undefined> {
  try {
    await ensureDocument();
    return await sendCheck(request);
  } catch {
    return undefined;
  }
}

/** There can be one such document only, and making a second one fails. */
async function ensureDocument(): Promise<void> {
  creating ??= createDocument().finally(() => {
    creating = undefined;
  });
  return creating;
}

async function createDocument(): Promise<void> {
  const { runtime, offscreen } = browser as unknown as { runtime: Contexts; offscreen: Offscreen };
  const contextTypes = ['OFFSCREEN_DOCUMENT'] as const;
  const standing = await runtime.getContexts({ contextTypes, documentUrls: [extensionUrl(PAGE)] });
  if (standing.length > 0) return;
  const justification = 'Checks the signatures of Content Credentials in a worker';
  await offscreen.createDocument({ url: PAGE, reasons: ['WORKERS'], justification });
}
