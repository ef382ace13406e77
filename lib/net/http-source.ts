import { MAX_BYTES_PER_FILE } from '../bytes/limits';
import { type ByteSource, SourceFault } from '../bytes/source';
import { type BodyReader, bodyReader } from './body-reader';

/** How `<img>`, `<video>` and `<audio>` ask: a CDN that negotiates content answers with the file the page shows. */
export const ACCEPT = {
  image: 'image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8',
  video: 'video/webm,video/ogg,video/*;q=0.9,application/ogg;q=0.7,audio/*;q=0.6,*/*;q=0.5',
  audio: 'audio/webm,audio/ogg,audio/wav,audio/*;q=0.9,application/ogg;q=0.7,video/*;q=0.6,*/*;q=0.5',
} as const;
export const IMAGE_ACCEPT = ACCEPT.image;

/** Longest wait for one answer's headers or next piece. */
export const ANSWER_TIMEOUT_MS = 10_000;

/** Longest time one file may take altogether: a server that drips must not hold a place in the queue for hours. */
export const FILE_TIMEOUT_MS = 30_000;

/** Most requests one range may take of a server that answers with less than was asked for (RFC 9110 §15.3.7). */
const MAX_PARTS = 4;

export type HttpOptions = {
  /** `fetch` of the context the request is made in. */
  readonly fetch: typeof fetch;
  readonly credentials: RequestCredentials;
  readonly cache: RequestCache;
  /** Defaults to the browser's own. */
  readonly mode?: RequestMode;
  /** `false`: no `Range` is sent and the answer is read in sequence, as far as asked. */
  readonly ranged?: boolean;
  /** Defaults to that of a picture. */
  readonly accept?: string;
  readonly signal?: AbortSignal;
  /**
   * The answer comes from another site by its leave (CORS): of its headers only those on the safelist and those that it
   * exposes are seen (Fetch §3.3.5), `Content-Range` and `Content-Encoding` as a rule not.
   */
  readonly foreign?: boolean;
  /** Refuses the address the answer came from in the end (after redirects). */
  readonly refuse?: (finalUrl: URL) => boolean;
};

/**
 * Ranged reading over HTTP, honest about 206 and 200: a server that ignores `Range` is read in sequence and
 * only as far as asked, and its connection is closed then (RFC 9110 §14.2, §15.3.7).
 *
 * @throws SourceFault (from `read`) `http-error`, `needs-sign-in`, `network-failed`, `timed-out`, `private-network`
 */
export function httpSource(url: string, options: HttpOptions): ByteSource & { close(): void } {
  return new HttpSource(url, options);
}

class HttpSource implements ByteSource {
  size: number | undefined;
  private sequential: BodyReader | undefined;
  private signal: AbortSignal | undefined;

  constructor(
    private readonly url: string,
    private readonly options: HttpOptions,
  ) {}

  async read(offset: number, length: number): Promise<Uint8Array> {
    const pieces: Uint8Array[] = [];
    for (let at = offset, parts = 0; at < offset + length && at < (this.size ?? at + 1); parts += 1) {
      if (this.sequential) return this.sequential.read(offset, length);
      if (parts === MAX_PARTS) throw new SourceFault('http-error', 'answered less than asked');
      const part = await this.readPart(at, offset + length - at);
      if (!part) continue;
      pieces.push(part);
      at += part.length;
      // Without a total a short part is all there is to know of the end.
      if (this.size === undefined) break;
    }
    return this.sequential ? this.sequential.read(offset, length) : joined(pieces);
  }

  close(): void {
    this.sequential?.close();
  }

  /** One part of a range; nothing where the answer is to be read in sequence. */
  private async readPart(offset: number, length: number): Promise<Uint8Array | undefined> {
    const answer = await this.request(offset, length, this.options.ranged);
    if (answer.status === BEYOND_END) return this.endAt(answer, offset);
    if (answer.status !== 206) return this.inSequence(answer);
    if (isEncoded(answer)) {
      // Offsets of a compressed part are those of the compressed file: of no use.
      await answer.body?.cancel();
      return this.inSequence(await this.request(0, length, false));
    }
    const part = await (this.hidesRange(answer) ? hiddenPart : readPart)(answer, offset, length);
    this.size = part.total ?? this.size;
    return part.bytes;
  }

  private hidesRange(answer: Response): boolean {
    return this.options.foreign === true && answer.headers.get('content-range') === null;
  }

  private async endAt(answer: Response, offset: number): Promise<Uint8Array> {
    this.size = totalOf(answer) ?? this.size ?? offset;
    await answer.body?.cancel();
    return new Uint8Array(0);
  }

  private inSequence(answer: Response): undefined {
    this.sequential = bodyReader(answer, MAX_BYTES_PER_FILE, ANSWER_TIMEOUT_MS);
    // Where a coding of the body would not be seen, the length may be that of the coded one.
    this.size = this.options.foreign === true ? undefined : contentLength(answer);
  }

  private request(offset: number, length: number, ranged: boolean | undefined): Promise<Response> {
    this.signal ??= withDeadline(this.options.signal);
    const range = ranged === false ? undefined : `bytes=${offset}-${offset + length - 1}`;
    return requestRange(this.url, range, { ...this.options, signal: this.signal });
  }
}

function withDeadline(signal: AbortSignal | undefined): AbortSignal {
  const deadline = AbortSignal.timeout(FILE_TIMEOUT_MS);
  return signal ? AbortSignal.any([signal, deadline]) : deadline;
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const [first, ...others] = pieces;
  if (others.length === 0) return first ?? new Uint8Array(0);
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** Range Not Satisfiable (RFC 9110 §15.5.17): says where the data ends. */
const BEYOND_END = 416;

/**
 * Asks for a resource, or a range of it.
 *
 * @param range value of the `Range` field; `undefined` for none
 * @param answered statuses beside success that the caller wants to see
 * @throws SourceFault as `httpSource` does
 */
export async function requestRange(
  url: string,
  range: string | undefined,
  options: HttpOptions,
  answered: readonly number[] = [BEYOND_END],
): Promise<Response> {
  const answer = await answerTo(url, range, options);
  if (answer.url && options.refuse?.(new URL(answer.url))) {
    await answer.body?.cancel();
    throw new SourceFault('private-network', 'redirected to a private address');
  }
  if (answer.ok || answered.includes(answer.status)) return answer;
  await answer.body?.cancel();
  const isRefusal = answer.status === 401 || answer.status === 403;
  throw new SourceFault(isRefusal ? 'needs-sign-in' : 'http-error', `HTTP ${answer.status}`);
}

/**
 * Awaited, not chained: a content script's `fetch` in Firefox gives a promise of the page's, and what a callback of
 * ours throws into that comes back as something we do not know.
 */
async function answerTo(url: string, range: string | undefined, options: HttpOptions): Promise<Response> {
  const timeout = AbortSignal.timeout(ANSWER_TIMEOUT_MS);
  try {
    return await options.fetch(url, {
      headers: {
        ...(range === undefined ? {} : { Range: range }),
        Accept: options.accept ?? ACCEPT.image,
      },
      ...(options.mode === undefined ? {} : { mode: options.mode }),
      credentials: options.credentials,
      cache: options.cache,
      signal: options.signal ? AbortSignal.any([options.signal, timeout]) : timeout,
    });
  } catch (error) {
    throw asFault(error, url);
  }
}

/** By name: an error of the page's own world is no `Error` of ours. */
function asFault(error: unknown, url: string): SourceFault {
  const name = (error as { readonly name?: unknown } | null)?.name;
  if (name === 'TimeoutError') return new SourceFault('timed-out', `no answer from ${url}`);
  return new SourceFault('network-failed', `could not fetch ${url}`);
}

/** `total`: how long the whole is, where that is known. */
type Part = { readonly bytes: Uint8Array; readonly total: number | undefined };

/**
 * Reads a 206 body that does not say which part it is; taken for the one asked for, which is what caches and servers send. One
 * that is shorter ends with the file.
 */
async function hiddenPart(answer: Response, offset: number, length: number): Promise<Part> {
  const bytes = await readUpTo(answer, length);
  return { bytes, total: bytes.length < length ? offset + bytes.length : undefined };
}

/** Reads a 206 body; a part that does not start where asked cannot be used. */
async function readPart(answer: Response, offset: number, length: number): Promise<Part> {
  const range = /^bytes (\d+)-(\d+)\/(\d+|\*)$/.exec(answer.headers.get('content-range') ?? '');
  if (!range || Number(range[1]) !== offset) {
    await answer.body?.cancel();
    throw new SourceFault('http-error', 'answered another range than asked');
  }
  const total = range[3] === '*' ? undefined : Number(range[3]);
  return { bytes: await bytesOf(answer, length), total };
}

/** A body that says it is short enough is taken at once; one that does not is read only as far as asked. */
export async function bytesOf(answer: Response, length: number): Promise<Uint8Array> {
  if ((contentLength(answer) ?? Number.POSITIVE_INFINITY) <= length) return wholeBody(answer, length);
  return readUpTo(answer, length);
}

async function readUpTo(answer: Response, length: number): Promise<Uint8Array> {
  const reader = bodyReader(answer, length, ANSWER_TIMEOUT_MS);
  const bytes = await reader.read(0, length);
  reader.close();
  return bytes;
}

/**
 * The request's own deadline holds for its body too. Firefox calls any abort an AbortError; nobody waits for what a page
 * that is left has aborted.
 */
async function wholeBody(answer: Response, length: number): Promise<Uint8Array> {
  try {
    return new Uint8Array(await answer.arrayBuffer()).subarray(0, length);
  } catch (error) {
    const { name } = (error ?? {}) as { readonly name?: unknown };
    const late = name === 'TimeoutError' || name === 'AbortError';
    throw new SourceFault(late ? 'timed-out' : 'network-failed', 'the body broke off');
  }
}

function totalOf(answer: Response): number | undefined {
  const total = /\/(\d+)$/.exec(answer.headers.get('content-range') ?? '')?.[1];
  return total === undefined ? undefined : Number(total);
}

/** Whether a body was compressed on its way (RFC 9110 §8.4). */
export function isEncoded(answer: Response): boolean {
  const coding = answer.headers.get('content-encoding') ?? 'identity';
  return coding.trim().toLowerCase() !== 'identity';
}

/** Content-Length of a 200, unless the body was compressed on its way and the number counts something else. */
export function contentLength(answer: Response): number | undefined {
  if (isEncoded(answer)) return undefined;
  const text = answer.headers.get('content-length');
  return text && /^\d+$/.test(text) ? Number(text) : undefined;
}
