import type { MediaHash } from '../../lib/messages/media-hash';
import { mayFetch } from '../../lib/net/private-network';
import { reaching } from '../../lib/platform/private-guard';
import { fetchMedia, isFetched } from './fetch-media';

/**
 * SHA-256 of what the address gives now, for a report a person is writing. Another CDN variant may answer than
 * the page showed; the report says so.
 */
export async function hashMedia(url: string, pageUrl: string | undefined): Promise<MediaHash> {
  if (!pageUrl || !URL.canParse(url)) return { failure: 'gone' };
  const page = new URL(pageUrl);
  if (!mayFetch(new URL(url), page)) return { failure: 'private-network' };
  const got = await reaching(url, () => fetchMedia(url, page)).catch(() => undefined);
  if (got === undefined) return { failure: 'network-failed' };
  if (!isFetched(got)) return { failure: got.failure };
  return { sha256: got.sha256, bytes: got.bytes.length, finalUrl: got.finalUrl };
}
