import { corsOf, type Medium } from '../../lib/page/medium';

/**
 * The bytes of a picture as the page shows them, ready to be handed over. Chromium's background reads them from a
 * `blob:` or `data:` address; Firefox' cannot, but takes a Blob by message.
 */
export type ShownBytes = { readonly memoryUrl?: string; readonly bytes?: Blob; release(): void };

/** Longest `data:` address that is handed over as it is. */
const MAX_DATA_URL_CHARS = 32 * 1024;

const nothingToRelease = () => undefined;

/**
 * Takes bytes that are in memory (`blob:`, `data:`) or in the page's HTTP cache, without asking a server.
 *
 * @param anySite also try a picture of another site; Chromium alone then answers from its cache without a request
 * @returns nothing where the page's own bytes cannot be had here
 */
export async function shownBytes(
  medium: Medium,
  signal: AbortSignal,
  anySite = false,
): Promise<ShownBytes | undefined> {
  const { url } = medium;
  if (import.meta.env.CHROME && isShortMemoryUrl(url)) return { memoryUrl: url, release: nothingToRelease };
  const request = cachedRequest(medium, anySite);
  if (!request) return undefined;
  const answer = await fetch(url, { ...request, signal }).catch(() => undefined);
  if (!answer?.ok) return undefined;
  const bytes = await answer.blob().catch(() => undefined);
  return bytes && handOver(bytes);
}

function isShortMemoryUrl(url: string): boolean {
  return url.startsWith('blob:') || (url.startsWith('data:') && url.length <= MAX_DATA_URL_CHARS);
}

function handOver(bytes: Blob): ShownBytes {
  if (!import.meta.env.CHROME) return { bytes, release: nothingToRelease };
  const memoryUrl = URL.createObjectURL(bytes);
  return { memoryUrl, release: () => URL.revokeObjectURL(memoryUrl) };
}

/** How to ask for bytes that need no server; nothing where a server would be asked. */
function cachedRequest(medium: Medium, anySite: boolean): RequestInit | undefined {
  const { url } = medium;
  if (/^(?:blob|data):/.test(url)) return {};
  // A player keeps pieces of a film, not the film.
  if (!/^https?:/.test(url) || medium.way.kind !== 'image') return undefined;
  const sameOrigin = new URL(url).origin === globalThis.origin;
  if (!import.meta.env.CHROME)
    return sameOrigin ? { cache: 'only-if-cached', mode: 'same-origin' } : undefined;
  if (sameOrigin) return { cache: 'force-cache' };
  if (corsOf(medium) === null && !anySite) return undefined;
  const credentials = corsOf(medium) === 'use-credentials' ? 'include' : 'omit';
  return { cache: 'force-cache', credentials };
}
