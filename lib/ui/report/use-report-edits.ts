import { useCallback, useRef, useState } from 'preact/hooks';
import type { PageItem } from '../../messages/page-items';
import type { ReportPart } from '../../reports/draft';
import type { Severity } from '../../reports/severity';
import type { ChannelId } from '../../reports/submission';
import { suggestCategory } from '../../reports/suggest-category';
import { EVIDENCE_KINDS, type Evidence, type EvidenceKind } from './model/evidence';

/** Where a report stands: being put together, looked at for the last time, out of the house. */
export type ReportStep =
  | { readonly kind: 'compose' }
  | { readonly kind: 'look' }
  | { readonly kind: 'done'; readonly channel: ChannelId; readonly saved: boolean };

/** What a person has put into one report. */
export type ReportEdit = {
  /** UUID of the report, so that pressing twice sends once. */
  readonly id: string;
  readonly step: ReportStep;
  readonly categoryId: string;
  readonly description: string;
  readonly severity?: Severity | undefined;
  /** Chosen recipient; the first proposal where none was chosen. */
  readonly recipientId?: string | undefined;
  readonly leaveOut: ReadonlySet<ReportPart>;
  /** Files that are to go with it. */
  readonly wanted: ReadonlySet<EvidenceKind>;
  readonly evidence: Evidence;
  /** The full text, once changed by hand. */
  readonly text?: string | undefined;
  /** ISO 8601 with offset: when the report was begun, so that its text does not change under the reader's eyes. */
  readonly begunAt: string;
};

/** The reports under way, by tab and item: they outlive turns of the view, to other tabs too, and updates of the page. */
export type ReportEdits = {
  readonly of: (tabId: number, item: PageItem, begin: () => Begun) => ReportEdit;
  readonly change: (tabId: number, itemId: string, change: EditChange) => void;
};

/** More reports than anybody writes side by side; each may hold a medium of 64 MB. */
const MAX_KEPT = 8;

/** A change, or what makes it from how the report stands when it comes. */
export type EditChange = Partial<ReportEdit> | ((now: ReportEdit) => Partial<ReportEdit>);

type Begun = Pick<ReportEdit, 'id' | 'begunAt'>;

/** Keeps the reports of a panel, the latest, for as long as it stands. */
export function useReportEdits(): ReportEdits {
  const kept = useRef(new Map<string, ReportEdit>());
  const [, redraw] = useState(0);
  const of = useCallback((tabId: number, item: PageItem, begin: () => Begun) => {
    const key = keyOf(tabId, item.id);
    const edit = kept.current.get(key) ?? newEdit(item, begin());
    kept.current.set(key, edit);
    for (const old of [...kept.current.keys()].slice(0, -MAX_KEPT)) kept.current.delete(old);
    return edit;
  }, []);
  const change = useCallback((tabId: number, itemId: string, change: EditChange) => {
    const key = keyOf(tabId, itemId);
    const edit = kept.current.get(key);
    if (edit === undefined) return;
    kept.current.set(key, { ...edit, ...(typeof change === 'function' ? change(edit) : change) });
    redraw((count) => count + 1);
  }, []);
  return { of, change };
}

const keyOf = (tabId: number, itemId: string): string => `${tabId} ${itemId}`;

/** A copy of the page is a matter of its own: it holds all of it, and asks for a permission. */
const WANTED: readonly EvidenceKind[] = EVIDENCE_KINDS.filter((kind) => kind !== 'page-copy');

function newEdit(item: PageItem, begun: Begun): ReportEdit {
  return {
    ...begun,
    step: { kind: 'compose' },
    categoryId: suggestCategory(item),
    description: '',
    leaveOut: new Set(),
    wanted: new Set(WANTED),
    evidence: { kind: 'none' },
  };
}
