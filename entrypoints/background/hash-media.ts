import type { MediaHash } from '../../lib/messages/media-hash';
import { IMAGE_ACCEPT } from '../../lib/net/http-source';
import { mayFetch } from '../../lib/net/private-network';
import { reaching } from '../../lib/platform/private-guard';

/** Largest medium fetched whole for its hash; a person asked for it, so it may be large, not endless. */
const MAX_HASHED_BYTES = 64 * 1024 * 1024;

/** Longest wait for the whole download. */
const HASH_TIMEOUT_MS = 60_000;

/**
 * SHA-256 of what the address gives now, for a report a person is writing. Another CDN variant may answer than
 * the page showed; the report says so.
 */
export async function hashMedia(url: string, pageUrl: string | undefined): Promise<MediaHash> {
  if (!pageUrl || !URL.canParse(url)) return { failure: 'gone' };
  const page = new URL(pageUrl);
  if (!mayFetch(new URL(url), page)) return { failure: 'private-network' };
  try {
    return await reaching(url, () => fetchAndHash(url, page));
  } catch (error) {
    const late = error instanceof Error && error.name === 'TimeoutError';
    return { failure: late ? 'timed-out' : 'network-failed' };
  }
}

async function fetchAndHash(url: string, page: URL): Promise<MediaHash> {
  const answer = await fetch(url, {
    credentials: 'omit',
    headers: { Accept: IMAGE_ACCEPT },
    signal: AbortSignal.timeout(HASH_TIMEOUT_MS),
  });
  if (answer.url && !mayFetch(new URL(answer.url), page)) return refuse(answer, 'private-network');
  if (!answer.ok) return refuse(answer, 'http-error');
  const bytes = await bounded(answer);
  if (!bytes) return { failure: 'too-large' };
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return { sha256: hex(new Uint8Array(digest)), bytes: bytes.length, finalUrl: answer.url || url };
}

async function refuse(answer: Response, failure: 'private-network' | 'http-error'): Promise<MediaHash> {
  await answer.body?.cancel();
  return { failure };
}

/** The whole body, or `undefined` as soon as it proves too large. */
async function bounded(answer: Response): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let total = 0;
  const reader = answer.body?.getReader();
  for (let piece = await reader?.read(); piece && !piece.done; piece = await reader?.read()) {
    total += piece.value.length;
    pieces.push(piece.value);
    if (total > MAX_HASHED_BYTES) {
      await reader?.cancel();
      return undefined;
    }
  }
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
