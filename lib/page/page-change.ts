import { fileText } from '../bytes/file-text';
import type { Inspection } from '../inspect/inspection';
import type { LabelPlan } from '../labels/label-plan';
import type { PageCounts, PageItem } from '../messages/page-items';
import type { NotCheckedReason } from '../verdict/verdict';
import type { Candidate } from './finder';
import type { Outcome } from './resource-table';

/** What changed on a page since the last report; the counts are always those of the whole page. */
export type PageChange = {
  readonly put: readonly PageItem[];
  /** Ids of items that are no longer there. */
  readonly drop: readonly string[];
  readonly counts: PageCounts;
};

/** Longest URL that is reported; `data:` URLs beyond it are cut and serve as a name only. */
export const MAX_ITEM_URL = 64 * 1024;
const MAX_NAMED_URL = 96;
const MAX_ALT_CHARS = 1024;

/** Describes a labelled picture for the panel, the popup and reports. */
export function toPageItem(
  id: string,
  { element, url }: Candidate,
  label: LabelPlan,
  outcome: Outcome,
): PageItem {
  return {
    id,
    kind: 'image',
    mediaUrl: boundUrl(url),
    pageUrl: boundUrl(element.ownerDocument.URL),
    alt: fileText(element.alt, MAX_ALT_CHARS),
    inspection: outcome.inspection,
    label,
    readAt: outcome.readAt,
  };
}

function boundUrl(url: string): string {
  return url.length <= MAX_ITEM_URL ? url : `${url.slice(0, MAX_NAMED_URL)}…`;
}

/** Counts how pictures ended; those still being read are not counted anywhere. */
export function countPictures(
  ended: Iterable<{ readonly inspection: Inspection; readonly isLabelled: boolean }>,
): PageCounts {
  const counts = { labelled: 0, noLabel: 0, unreadable: 0 };
  const notChecked: { [reason in NotCheckedReason]?: number } = {};
  for (const { inspection, isLabelled } of ended) {
    const { verdict } = inspection;
    if (isLabelled) counts.labelled += 1;
    else if (verdict.kind === 'not-checked') notChecked[verdict.why] = (notChecked[verdict.why] ?? 0) + 1;
    else if (verdict.kind === 'unreadable') counts.unreadable += 1;
    else counts.noLabel += 1;
  }
  return { ...counts, notChecked };
}
