import { credentialToCheck } from '../../lib/inspect/credential-to-check';
import { inspect } from '../../lib/inspect/inspect';
import type { Inspection } from '../../lib/inspect/inspection';
import { failed, notChecked } from '../../lib/inspect/not-checked';
import { bodyReader } from '../../lib/net/body-reader';
import { ANSWER_TIMEOUT_MS, httpSource } from '../../lib/net/http-source';
import type { InspectMedia } from '../../lib/page/engine-door';
import { sendPatiently } from '../../lib/platform/messenger';
import type { RuleBook } from '../../lib/rules/rule-book';

/** How far a `data:` or `blob:` picture is read; its bytes are in memory already. */
const MAX_LOCAL_BYTES = 64 * 1024 * 1024;

/**
 * How the page's HTTP cache is read. Chromium answers ranges from a whole cached file. Firefox asks the server
 * again as soon as a `Range` is sent, so there the cached file is read in sequence, or not at all.
 */
const PAGE_CACHE = import.meta.env.FIREFOX
  ? ({ cache: 'only-if-cached', mode: 'same-origin', ranged: false } as const)
  : ({ cache: 'force-cache' } as const);

/**
 * Reads a picture where its bytes are cheapest: `data:` and `blob:` here, same-origin pictures from the page's
 * own HTTP cache (0 bytes on the wire), everything else in the background.
 *
 * @returns a function that never rejects for what a file or server does
 */
export function mediaInspector(rules: RuleBook): InspectMedia {
  return async (url, element, signal) => {
    try {
      return withCheckToCome(await inspectAnywhere(url, element, rules, signal));
    } catch {
      // Our own bug: said so, instead of a picture that is in no count.
      return failed();
    }
  };
}

async function inspectAnywhere(
  url: string,
  element: HTMLImageElement,
  rules: RuleBook,
  signal: AbortSignal,
): Promise<Inspection> {
  if (/^(?:data|blob):/.test(url)) return inspectLocal(url, rules);
  if (readableHere(url, element)) {
    const here = await inspectHere(url, element, rules, signal);
    if (signal.aborted || !isBlocked(here)) return here;
  }
  return inspectThere(url, signal);
}

function withCheckToCome(inspection: Inspection): Inspection {
  const credential = credentialToCheck(inspection);
  return credential ? { ...inspection, credential } : inspection;
}

/** Same origin, or fetched with CORS by the page itself (only Chromium serves that from the page's cache). */
function readableHere(url: string, element: HTMLImageElement): boolean {
  if (!/^https?:/.test(url)) return false;
  if (new URL(url).origin === location.origin) return true;
  return import.meta.env.CHROME && element.crossOrigin !== null;
}

/** The page's own policy (CSP in Firefox) or a missing CORS header stood in the way; the background may do it. */
function isBlocked({ verdict }: Inspection): boolean {
  return verdict.kind === 'not-checked' && verdict.why === 'network-failed';
}

async function inspectHere(
  url: string,
  element: HTMLImageElement,
  rules: RuleBook,
  signal: AbortSignal,
): Promise<Inspection> {
  const source = httpSource(url, {
    fetch: globalThis.fetch.bind(globalThis),
    credentials: element.crossOrigin === 'use-credentials' ? 'include' : 'same-origin',
    ...PAGE_CACHE,
    signal,
  });
  try {
    return await inspect(source, { rules });
  } finally {
    source.close();
  }
}

/**
 * Read as a stream: Firefox keeps the buffers that a Blob gives a content script out of its reach.
 */
async function inspectLocal(url: string, rules: RuleBook): Promise<Inspection> {
  // A revoked `blob:` URL, or a page's policy that forbids to read it.
  const answer = await fetch(url).catch(() => undefined);
  if (!answer?.ok) return notChecked('gone');
  const size = Number(answer.headers.get('content-length') ?? Number.NaN);
  if (size > MAX_LOCAL_BYTES) return notChecked('too-large');
  const body = bodyReader(answer, MAX_LOCAL_BYTES, ANSWER_TIMEOUT_MS);
  try {
    return await inspect({ size: size > 0 ? size : undefined, read: body.read }, { rules });
  } finally {
    body.close();
  }
}

async function inspectThere(url: string, signal: AbortSignal): Promise<Inspection> {
  try {
    return await sendPatiently('media.inspect', { url }, signal);
  } catch {
    // The extension was updated or removed under the page; the next page load asks again.
    return notChecked('gone');
  }
}
