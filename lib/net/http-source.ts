import { MAX_BYTES_PER_FILE } from '../bytes/limits';
import { type ByteSource, SourceFault } from '../bytes/source';
import { type BodyReader, bodyReader } from './body-reader';

/** How an `<img>` asks: a CDN that negotiates content answers with the file the page shows. */
export const IMAGE_ACCEPT = 'image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8';

/** Longest wait for one answer's headers or next piece. */
export const ANSWER_TIMEOUT_MS = 15_000;

export type HttpOptions = {
  /** `fetch` of the context the request is made in. */
  readonly fetch: typeof fetch;
  readonly credentials: RequestCredentials;
  readonly cache: RequestCache;
  /** Defaults to the browser's own. */
  readonly mode?: RequestMode;
  /** `false`: no `Range` is sent and the answer is read in sequence, as far as asked. */
  readonly ranged?: boolean;
  readonly signal?: AbortSignal;
  /** Refuses the address the answer came from in the end (after redirects). */
  readonly refuse?: (finalUrl: URL) => boolean;
};

/**
 * Ranged reading over HTTP, honest about 206 and 200: a server that ignores `Range` is read in sequence and
 * only as far as asked, and its connection is closed then (RFC 9110 §14.2, §15.3.7).
 *
 * @throws SourceFault (from `read`) `http-error`, `network-failed`, `timed-out`, `private-network`
 */
export function httpSource(url: string, options: HttpOptions): ByteSource & { close(): void } {
  let size: number | undefined;
  let sequential: BodyReader | undefined;
  return {
    get size() {
      return size;
    },
    async read(offset, length) {
      if (sequential) return sequential.read(offset, length);
      if (size !== undefined && offset >= size) return new Uint8Array(0);
      const answer = await request(url, offset, length, options);
      if (answer.status === 416) {
        size = totalOf(answer) ?? size ?? offset;
        return new Uint8Array(0);
      }
      if (answer.status === 206) {
        const part = await readPart(answer, offset, length);
        size = part.total ?? size;
        return part.bytes;
      }
      sequential = bodyReader(answer, MAX_BYTES_PER_FILE, ANSWER_TIMEOUT_MS);
      size = contentLength(answer);
      return sequential.read(offset, length);
    },
    close: () => sequential?.close(),
  };
}

async function request(url: string, offset: number, length: number, options: HttpOptions): Promise<Response> {
  const timeout = AbortSignal.timeout(ANSWER_TIMEOUT_MS);
  const answer = await options
    .fetch(url, {
      headers: {
        ...(options.ranged === false ? {} : { Range: `bytes=${offset}-${offset + length - 1}` }),
        Accept: IMAGE_ACCEPT,
      },
      ...(options.mode === undefined ? {} : { mode: options.mode }),
      credentials: options.credentials,
      cache: options.cache,
      signal: options.signal ? AbortSignal.any([options.signal, timeout]) : timeout,
    })
    .catch((error: unknown) => {
      throw asFault(error, url);
    });
  if (answer.url && options.refuse?.(new URL(answer.url))) {
    await answer.body?.cancel();
    throw new SourceFault('private-network', 'redirected to a private address');
  }
  if (answer.ok || answer.status === 416) return answer;
  await answer.body?.cancel();
  throw new SourceFault('http-error', `HTTP ${answer.status}`);
}

function asFault(error: unknown, url: string): SourceFault {
  const name = error instanceof Error ? error.name : '';
  if (name === 'TimeoutError') return new SourceFault('timed-out', `no answer from ${url}`);
  return new SourceFault('network-failed', `could not fetch ${url}`);
}

/** Reads a 206 body; a part that does not start where asked cannot be used. */
async function readPart(
  answer: Response,
  offset: number,
  length: number,
): Promise<{ bytes: Uint8Array; total: number | undefined }> {
  const range = /^bytes (\d+)-(\d+)\/(\d+|\*)$/.exec(answer.headers.get('content-range') ?? '');
  if (!range || Number(range[1]) !== offset) {
    await answer.body?.cancel();
    throw new SourceFault('http-error', 'answered another range than asked');
  }
  const reader = bodyReader(answer, length, ANSWER_TIMEOUT_MS);
  const bytes = await reader.read(0, length);
  reader.close();
  return { bytes, total: range[3] === '*' ? undefined : Number(range[3]) };
}

function totalOf(answer: Response): number | undefined {
  const total = /\/(\d+)$/.exec(answer.headers.get('content-range') ?? '')?.[1];
  return total === undefined ? undefined : Number(total);
}

/** Content-Length of a 200, unless the body was compressed on its way and the number counts something else. */
function contentLength(answer: Response): number | undefined {
  if (answer.headers.has('content-encoding')) return undefined;
  const text = answer.headers.get('content-length');
  return text && /^\d+$/.test(text) ? Number(text) : undefined;
}
