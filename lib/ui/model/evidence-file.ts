import type { PageItem } from '../../messages/page-items';
import { siteOf } from '../../settings/site';

/** The evidence on one item as saved or copied: the item as it travelled, with the time and version of saving. */
export function evidenceJson(item: PageItem, now: string, version: string): string {
  const envelope = {
    format: 'bianshi-evidence',
    formatVersion: 1,
    program: `Bianshi ${version}`,
    savedAt: now,
  };
  return `${JSON.stringify({ ...envelope, item }, null, 2)}\n`;
}

/**
 * A file name of ours: `bianshi-evidence-news.example-20261121-122819.json`. Holds nothing from the page but its
 * host name, so that no page can name files on somebody's disk.
 */
export function fileName(
  what: 'evidence' | 'report' | 'copy' | 'page',
  pageUrl: string,
  now: string,
  extension: string,
): string {
  const site = siteOf(pageUrl)?.replace(/[^a-z0-9.-]/g, '') ?? '';
  const stamp = now.replace(/^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d).*$/, '$1$2$3-$4$5$6');
  const time = /^\d{8}-\d{6}$/.test(stamp) ? stamp : '';
  return `${['bianshi', what, site, time].filter((part) => part !== '').join('-')}.${extension}`;
}
