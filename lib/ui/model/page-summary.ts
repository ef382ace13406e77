import type { PageItem, TabPage } from '../../messages/page-items';
import type { NotCheckedReason } from '../../verdict/verdict';

/** A page in numbers. Found, not found, unreadable and not looked at are four different things. */
export type PageSummary = {
  readonly ai: number;
  readonly noLabel: number;
  readonly unreadable: number;
  readonly notChecked: readonly { readonly reason: NotCheckedReason; readonly count: number }[];
  readonly total: number;
};

/** Counts a page. Broken credentials and captures are items, but not AI content. */
export function pageSummary({ items, counts }: Pick<TabPage, 'items' | 'counts'>): PageSummary {
  const notChecked = (Object.entries(counts.notChecked) as [NotCheckedReason, number | undefined][])
    .flatMap(([reason, count]) => (count === undefined || count === 0 ? [] : [{ reason, count }]))
    .sort((a, b) => b.count - a.count || a.reason.localeCompare(b.reason));
  return {
    ai: items.filter(({ inspection }) => inspection.verdict.kind === 'ai').length,
    noLabel: counts.noLabel,
    unreadable: counts.unreadable,
    notChecked,
    // A medium whose file was not read and of which the page speaks is an item and counted there too.
    total:
      items.filter(({ inspection }) => !isCountedElsewhere(inspection.ofFile)).length +
      counts.noLabel +
      counts.unreadable +
      notChecked.reduce((sum, { count }) => sum + count, 0),
  };
}

function isCountedElsewhere(ofFile: PageItem['inspection']['ofFile']): boolean {
  return ofFile?.kind === 'not-checked' || ofFile?.kind === 'unreadable';
}
