import type { ReportState } from './entry';
import { isWaiting, type ReportSummary } from './summary';

/** Which reports a list shows: of one state, those that wait for their person, or all. */
export type ReportFilter = ReportState | 'waiting' | 'all';

export type ReportQuery = {
  /** Words that must all occur, in any order; upper and lower case are the same. */
  readonly words: string;
  readonly filter: ReportFilter;
};

/**
 * The reports that match, the latest first.
 *
 * @param categoryName words of a category, which are searched too
 * @param now milliseconds since the epoch
 */
export function findReports(
  all: readonly ReportSummary[],
  { words, filter }: ReportQuery,
  categoryName: (id: string) => string,
  now: number,
): readonly ReportSummary[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const matches = (summary: ReportSummary) => {
    if (!isOf(summary, filter, now)) return false;
    if (wanted.length === 0) return true;
    const text = textOf(summary, categoryName).toLowerCase();
    return wanted.every((word) => text.includes(word));
  };
  const timed = all.filter(matches).map((summary) => ({ summary, at: Date.parse(summary.confirmedAt) }));
  return timed.sort((a, b) => b.at - a.at).map(({ summary }) => summary);
}

function isOf(summary: ReportSummary, filter: ReportFilter, now: number): boolean {
  if (filter === 'all') return true;
  return filter === 'waiting' ? isWaiting(summary, now) : summary.state === filter;
}

function textOf(summary: ReportSummary, categoryName: (id: string) => string): string {
  const { recipient, categoryId, mediaUrl, pageUrl, pageTitle, receipt = '', id } = summary;
  return [
    ...Object.values(recipient),
    categoryName(categoryId),
    mediaUrl,
    pageUrl,
    pageTitle,
    receipt,
    id,
  ].join('\n');
}
