import { useCallback, useRef, useState } from 'preact/hooks';
import type { MediaHash } from '../../messages/media-hash';
import { DEFAULT_CATEGORY } from '../../reports/categories';
import type { ReportPart } from '../../reports/draft';

/** The state of the file's hash: asked for by hand, since it downloads the whole file once more. */
export type HashState =
  | { readonly kind: 'none' }
  | { readonly kind: 'running' }
  | { readonly kind: 'done'; readonly hash: MediaHash };

/** What a person has put into one report. */
export type ReportEdit = {
  readonly categoryId: string;
  readonly description: string;
  readonly leaveOut: ReadonlySet<ReportPart>;
  readonly hash: HashState;
  /** The full text, once changed by hand. */
  readonly text?: string | undefined;
  /** ISO 8601 with offset: when the report was begun, so that its text does not change under the reader's eyes. */
  readonly begunAt: string;
};

/** The reports under way, by item: they outlive turns of the view and updates of the page. */
export type ReportEdits = {
  readonly of: (itemId: string, now: () => string) => ReportEdit;
  readonly change: (itemId: string, change: Partial<ReportEdit>) => void;
};

/** Keeps the reports of one page for as long as its panel stands. */
export function useReportEdits(): ReportEdits {
  const kept = useRef(new Map<string, ReportEdit>());
  const [, redraw] = useState(0);
  const of = useCallback((itemId: string, now: () => string) => {
    const edit = kept.current.get(itemId) ?? newEdit(now());
    kept.current.set(itemId, edit);
    return edit;
  }, []);
  const change = useCallback((itemId: string, change: Partial<ReportEdit>) => {
    const edit = kept.current.get(itemId);
    if (edit !== undefined) kept.current.set(itemId, { ...edit, ...change });
    redraw((count) => count + 1);
  }, []);
  return { of, change };
}

function newEdit(now: string): ReportEdit {
  return {
    categoryId: DEFAULT_CATEGORY,
    description: '',
    leaveOut: new Set(),
    hash: { kind: 'none' },
    begunAt: now,
  };
}
