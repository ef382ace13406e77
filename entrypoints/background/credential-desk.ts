import type { CredentialCheck } from '../../lib/c2pa/credential';
import type { TrustLists } from '../../lib/c2pa/trust/trust-lists';
import type { CheckRequest } from '../../lib/checker/check-request';
import type { CheckerHost } from '../../lib/checker/checker-host';
import { presentationOf, STORE_TYPE } from '../../lib/checker/media-type';
import type { RequestOf } from '../../lib/messages/channels';
import { jobQueue } from '../../lib/net/job-queue';
import { networkScope } from '../../lib/net/private-network';
import { keyOfMedia } from '../../lib/platform/credential-graphs';
import { reaching } from '../../lib/platform/private-guard';
import { withReferer } from '../../lib/platform/referer';

/** Size up to which a file is checked by itself, and on a person's word: its memory is several times that. */
const MAX_CHECKED_BYTES = 64 * 1024 * 1024;
const MAX_FORCED_BYTES = 512 * 1024 * 1024;

/** Largest store that is fetched from elsewhere; those with thumbnails take 1.5 MB. */
const MAX_STORE_BYTES = 16 * 1024 * 1024;

/** Answers remembered, so that duplicates, frames and tabs cost one check; as many as histories are kept. */
const ANSWERS_KEPT = 100;
const CHECKS_AT_ONCE = 4;

export type DeskOptions = {
  readonly host: CheckerHost;
  /** The lists as they are now. */
  readonly trust: () => Promise<TrustLists>;
  /** Grows when the lists change: answers given by other lists are not given again. */
  readonly trustVersion?: () => number;
};

/** Takes requests to check credentials, from pages and views. Answers in bounded time and never rejects. */
export type CredentialDesk = {
  /** @param page address of the page that asks, or on whose behalf a view asks */
  verify(request: RequestOf<'media.verify'>, page: string): Promise<CredentialCheck>;
  fetchElsewhere(request: RequestOf<'credential.fetch'>): Promise<CredentialCheck>;
};

export function credentialDesk({ host, trust, trustVersion }: DeskOptions): CredentialDesk {
  const isAnswer = (check: CredentialCheck) => check.kind !== 'unchecked';
  const queue = jobQueue<CredentialCheck>(CHECKS_AT_ONCE, ANSWERS_KEPT, isAnswer);
  const ask = async (request: Omit<CheckRequest, 'trust'>) =>
    host.check({ ...request, trust: await trust() });
  const verify: CredentialDesk['verify'] = (request, page) => {
    const order = orderOf(request, page);
    if (!order) return Promise.resolve({ kind: 'unchecked', why: 'unsupported' });
    const check = () => reaching(order.url, () => checkWithReferer(order, ask));
    // The bytes of a page are its own; only what a server gives is shared.
    return /^https?:/.test(order.url) && !order.bytes
      ? queue.run(`${trustVersion?.() ?? 0} ${scopeOf(page)} ${order.maxBytes} ${order.key}`, check)
      : check();
  };
  return {
    verify,
    async fetchElsewhere({ url, from }) {
      if (!isPublic(from)) return { kind: 'unchecked', why: 'no-bytes' };
      const key = keyOfMedia(url);
      const { check } = await ask({
        key,
        url: from,
        page: from,
        mime: STORE_TYPE,
        maxBytes: MAX_STORE_BYTES,
      });
      return check;
    },
  };
}

type Order = Omit<CheckRequest, 'trust'>;

function orderOf(
  { url, container, memoryUrl, bytes, force }: RequestOf<'media.verify'>,
  page: string,
): Order | undefined {
  const presentation = presentationOf(container);
  const maxBytes = force ? MAX_FORCED_BYTES : MAX_CHECKED_BYTES;
  const order = { key: keyOfMedia(url), url: memoryUrl ?? url, page, maxBytes };
  return presentation && { ...order, ...presentation, ...(bytes ? { bytes } : {}) };
}

/** A refusal may be a guard against foreign pages: asked once more with the page named as the referrer. */
async function checkWithReferer(
  order: Order,
  ask: (order: Order) => ReturnType<CheckerHost['check']>,
): Promise<CredentialCheck> {
  const { check, refused } = await ask(order);
  if (!refused || !order.page.startsWith('http')) return check;
  const again = () => ask(order);
  return (await withReferer(new URL(order.url), new URL(order.page), again).catch(() => ({ check }))).check;
}

/** Pages that may reach private hosts and pages that may not never share an answer. */
function scopeOf(page: string): string {
  return URL.canParse(page) ? networkScope(new URL(page).hostname) : 'public';
}

/** A store elsewhere is fetched over a secure connection from a public address only. */
function isPublic(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' && networkScope(hostname) === 'public';
}
