import { ByteFault } from '../../bytes/fault';
import { SourceFault } from '../../bytes/source';
import { bodyReader } from '../../net/body-reader';
import { retryAfterMs } from '../outbox/back-off';
import type { Outcome, Problem } from '../outbox/delivery';

/** Most bytes of an answer that are read; a receipt is a few hundred. */
export const MAX_ANSWER_BYTES = 64 * 1024;

/** Longest text of an endpoint's own that is kept. */
export const MAX_WORDS_CHARS = 500;

/** Longest wait for one piece of an answer. */
const PIECE_TIMEOUT_MS = 15_000;

/** What a channel needs from the world. */
export type Wire = {
  readonly fetch: typeof globalThis.fetch;
  /** Aborts after that many milliseconds; `AbortSignal.timeout` in a browser. */
  readonly timeout: (ms: number) => AbortSignal;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
};

export type Ask = {
  readonly url: string;
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Blob;
  readonly timeoutMs: number;
};

/** An answer as far as it could be had. `json` is `undefined` for a body that is none, or too large. */
export type Answer = {
  readonly status: number;
  readonly json: unknown;
  readonly retryAfterMs: number | undefined;
};

/**
 * One request and its whole answer, in bounded time and bytes. Sends no cookies and no referrer, follows no redirect.
 *
 * @returns the answer, or the problem that no answer came
 */
export async function exchange(ask: Ask, wire: Wire): Promise<Answer | Problem> {
  try {
    const response = await wire.fetch(ask.url, {
      method: ask.method,
      headers: { Accept: 'application/json', ...ask.headers },
      ...(ask.body === undefined ? {} : { body: ask.body }),
      credentials: 'omit',
      redirect: 'manual',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: wire.timeout(ask.timeoutMs),
    });
    if (isRedirect(response)) return { kind: 'redirected' };
    const header = response.headers.get('Retry-After');
    const json = await jsonOf(response);
    return { status: response.status, json, retryAfterMs: retryAfterMs(header, wire.now()) };
  } catch (error) {
    return { kind: isLate(error) ? 'timed-out' : 'unreachable' };
  }
}

/** A redirect that is not followed shows as an answer without a status in browsers, as itself elsewhere. */
function isRedirect({ type, status }: Response): boolean {
  return type === 'opaqueredirect' || (status >= 300 && status < 400);
}

function isLate(error: unknown): boolean {
  if (error instanceof SourceFault) return error.failure === 'timed-out';
  return error instanceof Error && error.name === 'TimeoutError';
}

async function jsonOf(response: Response): Promise<unknown> {
  const reader = bodyReader(response, MAX_ANSWER_BYTES, PIECE_TIMEOUT_MS);
  try {
    const bytes = await reader.read(0, MAX_ANSWER_BYTES + 1).catch(givenUp);
    return bytes === undefined ? undefined : parsed(new TextDecoder().decode(bytes));
  } finally {
    reader.close();
  }
}

/** A body beyond the limit is no answer; one that never ends is the connection's failure. */
function givenUp(error: unknown): undefined {
  if (error instanceof ByteFault) return undefined;
  throw error;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether the exchange brought an answer. */
export function isAnswer(got: Answer | Problem): got is Answer {
  return 'status' in got && 'json' in got;
}

/** What to do about an exchange without an answer. */
export function withoutAnswer(problem: Problem): Outcome {
  return problem.kind === 'redirected' ? { kind: 'stop', problem } : { kind: 'retry', problem };
}

/**
 * What to do about an answer that is not a success (RFC 9110 §15.5, §15.6; RFC 6585): asked again where the server says
 * it is a matter of time, never where it refused what was sent.
 */
export function refusedBy({ status, json, retryAfterMs: afterMs }: Answer): Outcome {
  const words = wordsOf(json);
  const problem = (kind: Problem['kind']): Problem => ({
    kind,
    status,
    ...(words === undefined ? {} : { words }),
  });
  const later = afterMs === undefined ? {} : { afterMs };
  if (status === 401 || status === 403) return { kind: 'ask', problem: problem('token') };
  if (status === 409) return { kind: 'stop', problem: problem('conflict') };
  if (status === 413) return { kind: 'stop', problem: problem('too-large') };
  if (BUSY.includes(status)) return { kind: 'retry', problem: problem('busy'), ...later };
  if (status >= 500) return { kind: 'retry', problem: problem('server-error'), ...later };
  return { kind: 'stop', problem: problem('refused') };
}

/** Request Timeout, Too Early, Too Many Requests, Service Unavailable. */
const BUSY: readonly number[] = [408, 425, 429, 503];

/** What a problem document says (RFC 9457 §3.1), on one line and bounded. */
export function wordsOf(json: unknown): string | undefined {
  const record = typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : {};
  const told = [record['detail'], record['title'], record['message']].find(
    (value) => typeof value === 'string' && value.trim() !== '',
  );
  return typeof told === 'string' ? boundedWords(told) : undefined;
}

/** Text of an endpoint as it may be kept and shown: one line, without controls and direction marks, bounded. */
export function boundedWords(text: string): string {
  const plain = text.slice(0, MAX_WORDS_CHARS * 2).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ');
  return plain.trim().slice(0, MAX_WORDS_CHARS);
}
