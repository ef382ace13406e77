import type { PageItem } from '../../../messages/page-items';
import { reportCategory } from '../../../reports/categories';
import { MAX_PART_BYTES, type PartKind } from '../../../reports/package/package-manifest';
import type { FetchedMedium, ReportServices } from '../../report-services';

/** Files that can go with a report, in the order they are offered. The report itself always does. */
export const EVIDENCE_KINDS = [
  'findings',
  'screenshot',
  'original',
  'page-copy',
] as const satisfies readonly PartKind[];
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** What is gathered from the world when a report is looked at for the last time. */
export type Gathered = {
  readonly medium?: FetchedMedium;
  readonly screenshot?: Blob;
  readonly pageCopy?: Blob;
};

export type Evidence =
  | { readonly kind: 'none' }
  | { readonly kind: 'gathering' }
  | { readonly kind: 'gathered'; readonly gathered: Gathered };

/** Files of a category whose content is never kept. */
const WITHOUT_CONTENT: readonly EvidenceKind[] = ['findings'];

/** Which files may go with a report of that category. */
export function allowedEvidence(categoryId: string, canCopyPage: boolean): readonly EvidenceKind[] {
  if (reportCategory(categoryId).keepContent === false) return WITHOUT_CONTENT;
  return EVIDENCE_KINDS.filter((kind) => kind !== 'page-copy' || canCopyPage);
}

/**
 * Gathers what is wanted; what cannot be had is absent. Never rejects. The picture first: fetching may take long, and
 * the page may change.
 *
 * @param tabId tab of the page
 */
export async function gatherEvidence(
  services: ReportServices,
  tabId: number,
  item: PageItem,
  wanted: ReadonlySet<EvidenceKind>,
  withHash: boolean,
): Promise<Gathered> {
  const screenshot = wanted.has('screenshot') ? await had(services.captureScreen(tabId, item.id)) : undefined;
  const pageCopy = wanted.has('page-copy') ? await had(services.copyPage(tabId)) : undefined;
  const keep = wanted.has('original');
  const medium = keep || withHash ? await fetchMedium(services, tabId, item.mediaUrl, keep) : undefined;
  return {
    ...(screenshot === undefined ? {} : { screenshot }),
    ...(pageCopy === undefined ? {} : { pageCopy }),
    ...(medium === undefined ? {} : { medium }),
  };
}

function fetchMedium(
  services: ReportServices,
  tabId: number,
  url: string,
  keep: boolean,
): Promise<FetchedMedium> {
  return services.fetchMedium(tabId, url, keep).catch(() => ({ hash: { failure: 'network-failed' } }));
}

/** A file beyond the limit of a package is as good as none. */
async function had(blob: Promise<Blob>): Promise<Blob | undefined> {
  const got = await blob.catch(() => undefined);
  return got !== undefined && got.size <= MAX_PART_BYTES ? got : undefined;
}
