import type { PageItem, TabPage } from '../../lib/messages/page-items';
import { browser } from '../../lib/platform/browser';
import { captureScreen } from '../../lib/platform/capture-page';
import { reportCategory } from '../../lib/reports/categories';
import type { Look, ReportEntry } from '../../lib/reports/ledger/entry';

/** What is known of a tab's page. */
export type PageOf = (tabId: number) => Promise<TabPage | undefined>;

/** What the page of a report showed: of a look, and the picture. */
export type PageSeen = {
  readonly look: Pick<Look, 'picture' | 'pageShowsLabel'>;
  readonly picture?: Blob;
};

/** Longest wait for a picture: a window that is not drawn may give none. */
const PICTURE_TIMEOUT_MS = 10_000;

/**
 * Looks at the reported page where it stands open in a tab: whether it shows a label, and a picture of what is visible of
 * it. It is opened by nobody but its person, whose session it would use. Never rejects.
 */
export async function picturePage({ submission }: ReportEntry, pageOf: PageOf): Promise<PageSeen> {
  if (reportCategory(submission.categoryId).keepContent === false) return { look: {} };
  const tabs = await tabsOf(submission.item.pageUrl);
  for (const tabId of tabs) {
    const item = itemOf(submission.item, await pageOf(tabId));
    if (item !== undefined) return seen(tabId, item);
  }
  return { look: { picture: tabs.length === 0 ? 'not-open' : 'not-on-page' } };
}

async function seen(tabId: number, { id, pageShowsLabel }: PageItem): Promise<PageSeen> {
  const shows = pageShowsLabel === undefined ? {} : { pageShowsLabel };
  const picture = await inTime(captureScreen(tabId, id)).catch(() => undefined);
  if (picture === undefined) return { look: { picture: 'failed', ...shows } };
  return { look: shows, picture };
}

/** Tabs with the page, the one used last first. An anchor is a place on the same page. */
async function tabsOf(pageUrl: string): Promise<readonly number[]> {
  const all = await browser.tabs.query({}).catch(() => []);
  const same = all.filter(({ url }) => url !== undefined && withoutAnchor(url) === withoutAnchor(pageUrl));
  const sorted = same.toSorted((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0));
  return sorted.flatMap(({ id }) => id ?? []);
}

function itemOf(
  { kind, mediaUrl }: ReportEntry['submission']['item'],
  page: TabPage | undefined,
): PageItem | undefined {
  return page?.items.find((item) => item.mediaUrl === mediaUrl && item.kind === kind);
}

function withoutAnchor(url: string): string {
  return url.replace(/#.*$/s, '');
}

async function inTime<T>(job: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no picture in time')), PICTURE_TIMEOUT_MS);
  });
  return Promise.race([job, late]).finally(() => clearTimeout(timer));
}
