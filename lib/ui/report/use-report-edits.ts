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

/** The reports under way, by item: they outlive turns of the view and updates of the page. */
export type ReportEdits = {
  readonly of: (item: PageItem, begin: () => Begun) => ReportEdit;
  readonly change: (itemId: string, change: EditChange) => void;
};

/** A change, or what makes it from how the report stands when it comes. */
export type EditChange = Partial<ReportEdit> | ((now: ReportEdit) => Partial<ReportEdit>);

type Begun = Pick<ReportEdit, 'id' | 'begunAt'>;

/** Keeps the reports of one page for as long as its panel stands. */
export function useReportEdits(): ReportEdits {
  const kept = useRef(new Map<string, ReportEdit>());
  const [, redraw] = useState(0);
  const of = useCallback((item: PageItem, begin: () => Begun) => {
    const edit = kept.current.get(item.id) ?? newEdit(item, begin());
    kept.current.set(item.id, edit);
    return edit;
  }, []);
  const change = useCallback((itemId: string, change: EditChange) => {
    const edit = kept.current.get(itemId);
    if (edit === undefined) return;
    kept.current.set(itemId, { ...edit, ...(typeof change === 'function' ? change(edit) : change) });
    redraw((count) => count + 1);
  }, []);
  return { of, change };
}

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
