import type { ListFile } from '../c2pa/trust/sources';
import { boundedBody } from '../net/bounded-body';
import { losesTls } from '../net/loses-tls';

/** Longest wait for one published file, and its largest size: the longest list takes 180 KB. */
const TIMEOUT_MS = 30_000;
const MAX_BYTES = 4 * 1024 * 1024;

/** Bounds of one download. */
export type FetchBounds = { readonly timeoutMs?: number; readonly maxBytes?: number };

/**
 * Fetches the file of a list from where it is published. Redirects are followed, but not from a secure connection to an
 * open one.
 *
 * @throws Error with the reason: a refusal of the server, a body that breaks off, stalls or is too large
 */
export async function fetchList(
  { address }: ListFile,
  { timeoutMs = TIMEOUT_MS, maxBytes = MAX_BYTES }: FetchBounds = {},
): Promise<Uint8Array> {
  const answer = await fetch(address, { signal: AbortSignal.timeout(timeoutMs) });
  if (losesTls(address, answer.url)) throw new Error(`led to ${answer.url}, which is not secure`);
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  const body = await boundedBody(answer, maxBytes);
  if (body === undefined) throw new Error(`larger than ${maxBytes} bytes`);
  return new Uint8Array(await body.arrayBuffer());
}
