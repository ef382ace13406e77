import type { SourceFailure } from '../../lib/bytes/source';
import { boundedBody } from '../../lib/net/bounded-body';
import { mayFetch } from '../../lib/net/private-network';

/** Largest file fetched whole; larger ones are to be saved and dropped by the person. */
export const MAX_FETCHED_BYTES = 64 * 1024 * 1024;

/** Longest wait for the whole download. */
const FETCH_TIMEOUT_MS = 60_000;

/** Stands for "no page": a public one, so that an address never reaches into a private network by itself. */
const PUBLIC_PAGE = 'https://public.invalid/';

export type Fetched = { readonly blob: Blob } | { readonly failure: SourceFailure | 'too-large' };

/**
 * Fetches the file at an address a person gave: without cookies and without saying where from.
 *
 * @param page address of the page it stood on, where the context menu gave it: a page in a private network may reach
 *   its own kind
 */
export async function fetchFile(
  url: string,
  page: string | undefined,
  signal: AbortSignal,
): Promise<Fetched> {
  const from = new URL(page !== undefined && URL.canParse(page) ? page : PUBLIC_PAGE);
  if (!mayFetch(new URL(url), from)) return { failure: 'private-network' };
  try {
    return await download(url, from, AbortSignal.any([signal, AbortSignal.timeout(FETCH_TIMEOUT_MS)]));
  } catch (error) {
    const late = error instanceof Error && error.name === 'TimeoutError';
    return { failure: late ? 'timed-out' : 'network-failed' };
  }
}

async function download(url: string, from: URL, signal: AbortSignal): Promise<Fetched> {
  const answer = await fetch(url, { credentials: 'omit', referrerPolicy: 'no-referrer', signal });
  if (answer.url && !mayFetch(new URL(answer.url), from)) return refuse(answer, 'private-network');
  if (!answer.ok) return refuse(answer, 'http-error');
  const blob = await boundedBody(answer, MAX_FETCHED_BYTES);
  return blob === undefined ? { failure: 'too-large' } : { blob };
}

async function refuse(answer: Response, failure: SourceFailure): Promise<Fetched> {
  await answer.body?.cancel();
  return { failure };
}
