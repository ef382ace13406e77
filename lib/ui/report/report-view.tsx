import { useCallback, useRef } from 'preact/hooks';
import type { PageItem, TabPage } from '../../messages/page-items';
import { useFocusOnTurn } from '../hooks/use-focus-on-turn';
import { useView } from '../view-context';
import { ComposeStep } from './compose-step';
import { DoneStep } from './done-step';
import { LookStep } from './look-step';
import { useKeptDraft } from './use-kept-draft';
import { type ReportInHand, useReport } from './use-report';
import type { EditChange, ReportEdits } from './use-report-edits';
import { useReporting } from './use-reporting';
import './report.css';

type Props = {
  readonly page: TabPage;
  readonly item: PageItem;
  readonly edits: ReportEdits;
  /** Told of the address of a form before it is opened in a tab of its own. */
  readonly onForm: (url: string) => void;
  readonly onBack: () => void;
};

/**
 * A report on one item: prefilled, every word of it open to change, looked at once more, then sent by the person.
 * Nothing leaves the machine before the last press.
 */
export function ReportView({ page, item, edits, onForm, onBack }: Props) {
  const { services } = useView();
  const reporting = useReporting();
  const edit = edits.of(page.tabId, item, () => ({ id: services.newId(), begunAt: services.now() }));
  const { tabId } = page;
  const change = useCallback(
    (part: EditChange) => edits.change(tabId, item.id, part),
    [edits.change, tabId, item.id],
  );
  useKeptDraft(item, edit, change);
  const report = useReport({ page, item, edit, change, reporting, onForm });
  const content = useRef<HTMLElement>(null);
  useFocusOnTurn(edit.step.kind, content);
  return (
    <article class="report" aria-labelledby="report-title" ref={content}>
      <Step report={report} onBack={onBack} />
    </article>
  );
}

function Step({ report, onBack }: { readonly report: ReportInHand; readonly onBack: () => void }) {
  const { step } = report.edit;
  if (step.kind === 'compose') return <ComposeStep report={report} onBack={onBack} />;
  if (step.kind === 'look') return <LookStep report={report} />;
  return <DoneStep report={report} step={step} onBack={onBack} />;
}
