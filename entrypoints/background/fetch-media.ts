import type { SourceFailure } from '../../lib/bytes/source';
import type { HttpFacts } from '../../lib/messages/media-hash';
import { boundedBody } from '../../lib/net/bounded-body';
import { IMAGE_ACCEPT } from '../../lib/net/http-source';
import { mayFetch } from '../../lib/net/private-network';
import { isoWithOffset } from '../../lib/platform/local-time';
import { sha256Hex } from '../../lib/reports/package/sha256';

/** Largest medium fetched whole; a person asked for it, so it may be large, not endless. */
const MAX_BYTES = 64 * 1024 * 1024;

/** Longest wait for the whole download. */
const TIMEOUT_MS = 60_000;

export type FetchedMedia = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
  readonly finalUrl: string;
  readonly http: HttpFacts;
};

/** `status`: what the server answered, where it did. */
export type MediaFailure = {
  readonly failure: SourceFailure | 'too-large';
  readonly status?: number;
};

/**
 * Fetches a medium whole, as its address gives it now, without cookies. Never rejects.
 *
 * @param url http(s) address that `mayFetch` allows for `page`; call it within `reaching`
 */
export async function fetchMedia(url: string, page: URL): Promise<FetchedMedia | MediaFailure> {
  try {
    return await fetchWhole(url, page);
  } catch (error) {
    const late = error instanceof Error && error.name === 'TimeoutError';
    return { failure: late ? 'timed-out' : 'network-failed' };
  }
}

export function isFetched(got: FetchedMedia | MediaFailure): got is FetchedMedia {
  return 'bytes' in got;
}

async function fetchWhole(url: string, page: URL): Promise<FetchedMedia | MediaFailure> {
  const answer = await fetch(url, {
    credentials: 'omit',
    headers: { Accept: IMAGE_ACCEPT },
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (answer.url && !mayFetch(new URL(answer.url), page)) return refuse(answer, 'private-network');
  if (!answer.ok) return refuse(answer, 'http-error');
  const body = await boundedBody(answer, MAX_BYTES);
  if (!body) return { failure: 'too-large' };
  const bytes = new Uint8Array(await body.arrayBuffer());
  return { bytes, sha256: await sha256Hex(bytes), finalUrl: answer.url || url, http: factsOf(answer) };
}

function factsOf({ status, headers }: Response): HttpFacts {
  const [contentType, length, lastModified] = ['content-type', 'content-length', 'last-modified'].map(
    (name) => headers.get(name) ?? undefined,
  );
  const contentLength = Number(length ?? Number.NaN);
  return {
    status,
    ...(contentType === undefined ? {} : { contentType }),
    ...(Number.isSafeInteger(contentLength) && contentLength >= 0 ? { contentLength } : {}),
    ...(lastModified === undefined ? {} : { lastModified }),
    fetchedAt: isoWithOffset(new Date()),
  };
}

async function refuse(answer: Response, failure: 'private-network' | 'http-error'): Promise<MediaFailure> {
  await answer.body?.cancel();
  return failure === 'http-error' ? { failure, status: answer.status } : { failure };
}
