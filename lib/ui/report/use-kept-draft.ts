import { useEffect, useRef, useState } from 'preact/hooks';
import * as v from 'valibot';
import type { PageItem } from '../../messages/page-items';
import { MAX_REPORT_TEXT_CHARS } from '../../reports/build-report';
import { LedgerFault } from '../../reports/ledger/fault';
import { SEVERITIES } from '../../reports/severity';
import { useView } from '../view-context';
import type { EditChange, ReportEdit } from './use-report-edits';

/** Typing comes in bursts; one writing keeps a burst. */
const BURST_MS = 300;

const words = v.pipe(v.string(), v.maxLength(MAX_REPORT_TEXT_CHARS));

const keptSchema = v.object({
  categoryId: words,
  description: words,
  severity: v.exactOptional(v.picklist(SEVERITIES)),
  recipientId: v.exactOptional(words),
  text: v.exactOptional(words),
});

/**
 * Keeps what a person chose and typed, so that closing the panel or losing the browser loses nothing, and takes it up
 * again, unless something was chosen in the meantime. What was gathered is not kept: it is gathered anew. Sending drops
 * the draft.
 */
export function useKeptDraft(item: PageItem, edit: ReportEdit, change: (part: EditChange) => void): void {
  const { services, announce } = useView();
  const [read, setRead] = useState(false);
  const first = useRef(edit);
  const now = useRef(edit);
  now.current = edit;
  const { mediaUrl, pageUrl } = item;
  useEffect(() => {
    void services
      .loadDraft(mediaUrl)
      .then(
        (kept) =>
          now.current === first.current && isUntouched(edit) && v.is(keptSchema, kept) && change(kept),
        () => undefined,
      )
      .then(() => setRead(true));
    // Once, for the report that was begun.
  }, [services, mediaUrl]);
  const { categoryId, description, severity, recipientId, text, step } = edit;
  useEffect(() => {
    if (!read || edit === first.current || step.kind === 'done') return undefined;
    const kept = { categoryId, description, ...given({ severity, recipientId, text }) };
    const keep = () =>
      void services
        .saveDraft(mediaUrl, kept, pageUrl)
        .catch((error: unknown) => isFull(error) && announce('report.draftFull'));
    const timer = setTimeout(keep, BURST_MS);
    return () => clearTimeout(timer);
  }, [services, read, mediaUrl, pageUrl, categoryId, description, severity, recipientId, text, step.kind]);
}

/** Of a draft that cannot be kept for another reason nothing is said: nothing was promised, and the report goes on. */
function isFull(error: unknown): boolean {
  return error instanceof LedgerFault && error.kind === 'full';
}

function isUntouched({ description, text, recipientId }: ReportEdit): boolean {
  return description === '' && text === undefined && recipientId === undefined;
}

function given<T extends object>(values: T): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;
}
