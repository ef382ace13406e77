import { SourceFault } from '../bytes/source';
import { ANSWER_TIMEOUT_MS, IMAGE_ACCEPT } from '../net/http-source';
import { losesTls } from '../net/loses-tls';
import { mayFetch } from '../net/private-network';

/** Longest time one whole download may take: 256 MB at 2 MB/s. */
const DOWNLOAD_TIMEOUT_MS = 120_000;

/** Why the bytes of a file could not be had. */
export type FetchFailure = 'too-large' | 'no-bytes' | 'refused';

export type FetchOptions = {
  /** `fetch` of the context the request is made in. */
  readonly fetch: typeof fetch;
  /** Address of the page on whose behalf it is fetched; a public one reaches no private network. */
  readonly page: string;
  readonly maxBytes: number;
};

/**
 * All bytes of a file, from memory (`blob:`, `data:`) or from a server without cookies. A download that breaks is
 * begun once more.
 *
 * @returns the bytes, or why they could not be had; never rejects for what a server does
 */
export async function fetchWhole(url: string, options: FetchOptions): Promise<Blob | FetchFailure> {
  const first = await tryFetch(url, options);
  return first === 'broken' ? orNoBytes(await tryFetch(url, options)) : first;
}

function orNoBytes(answer: Blob | FetchFailure | 'broken'): Blob | FetchFailure {
  return answer === 'broken' ? 'no-bytes' : answer;
}

async function tryFetch(url: string, options: FetchOptions): Promise<Blob | FetchFailure | 'broken'> {
  if (!isAllowed(url, options.page)) return 'no-bytes';
  try {
    return await fetchOnce(url, options);
  } catch {
    // Offline, a connection that broke, a body shorter than announced, a server that stalls, an address in memory
    // that was revoked.
    return 'broken';
  }
}

/** What is in memory belongs to the page that named it; it leaves no trace on a network. */
function isAllowed(url: string, page: string): boolean {
  if (/^(?:blob|data):/.test(url)) return true;
  return URL.canParse(url) && URL.canParse(page) && mayFetch(new URL(url), new URL(page));
}

async function fetchOnce(url: string, options: FetchOptions): Promise<Blob | FetchFailure> {
  const answer = await options.fetch(url, {
    credentials: 'omit',
    headers: { Accept: IMAGE_ACCEPT },
    signal: AbortSignal.timeout(DOWNLOAD_TIMEOUT_MS),
  });
  const failure = failureOf(url, answer, options);
  if (!failure) return wholeBody(answer, options.maxBytes);
  await answer.body?.cancel();
  return failure;
}

function failureOf(
  asked: string,
  answer: Response,
  { page, maxBytes }: FetchOptions,
): FetchFailure | undefined {
  if (answer.url && (!isAllowed(answer.url, page) || losesTls(asked, answer.url))) return 'no-bytes';
  if (!answer.ok) return answer.status === 403 || answer.status === 401 ? 'refused' : 'no-bytes';
  return Number(answer.headers.get('content-length') ?? 0) > maxBytes ? 'too-large' : undefined;
}

/** The body, as far as it stays within the bound. */
async function wholeBody(answer: Response, maxBytes: number): Promise<Blob | 'too-large'> {
  const reader = answer.body?.getReader();
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let total = 0;
  for (let piece = await next(reader); piece && !piece.done; piece = await next(reader)) {
    total += piece.value.length;
    pieces.push(piece.value);
    if (total <= maxBytes) continue;
    await reader?.cancel();
    return 'too-large';
  }
  return new Blob(pieces);
}

type Reader = ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>;

/** The next piece; a server that stops in the middle of a file must not be waited for. */
async function next(
  reader: Reader | undefined,
): Promise<ReadableStreamReadResult<Uint8Array<ArrayBuffer>> | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new SourceFault('timed-out', 'the server stalled')), ANSWER_TIMEOUT_MS);
  });
  try {
    return await Promise.race([reader?.read(), late]);
  } finally {
    clearTimeout(timer);
  }
}
