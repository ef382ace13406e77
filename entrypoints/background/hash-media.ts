import type { MediaHash } from '../../lib/messages/media-hash';
import { mayFetch } from '../../lib/net/private-network';
import { handOver } from '../../lib/platform/handed-over';
import { reaching } from '../../lib/platform/private-guard';
import { fetchMedia, isFetched } from './fetch-media';

/**
 * SHA-256 of what the address gives now, for a report a person is writing. Another CDN variant may answer than
 * the page showed; the report says so.
 *
 * @param keep id under which the bytes are handed over to the asking view
 */
export async function hashMedia(
  url: string,
  pageUrl: string | undefined,
  keep: string | undefined,
): Promise<MediaHash> {
  if (!pageUrl || !URL.canParse(url)) return { failure: 'gone' };
  const page = new URL(pageUrl);
  if (!mayFetch(new URL(url), page)) return { failure: 'private-network' };
  const got = await reaching(url, () => fetchMedia(url, page)).catch(() => undefined);
  if (got === undefined) return { failure: 'network-failed' };
  if (!isFetched(got)) return { failure: got.failure };
  // A full disk costs the bytes, not the hash.
  if (keep !== undefined) await handOver(keep, new Blob([got.bytes])).catch(() => undefined);
  return { sha256: got.sha256, bytes: got.bytes.length, finalUrl: got.finalUrl, http: got.http };
}
