import { useCallback, useRef, useState } from 'preact/hooks';
import { reportCategory } from '../../reports/categories';
import type { ReportEntry } from '../../reports/ledger/entry';
import { Tag } from '../components/tag';
import { useFocusOnTurn } from '../hooks/use-focus-on-turn';
import { useView } from '../view-context';
import { DeliverySection } from './delivery-section';
import { EscalateView } from './escalate-view';
import { HistorySection } from './history-section';
import type { LedgerDesk } from './ledger-desk';
import { NotesSection } from './notes-section';
import { ReceiptSection } from './receipt-section';
import { ReportDeeds } from './report-deeds';
import { SentSection } from './sent-section';
import { TermsSection } from './terms-section';
import { useLedger } from './use-reports';

type Props = {
  readonly desk: LedgerDesk;
  readonly id: string;
  readonly onOpen: (id: string) => void;
  readonly onBack: () => void;
};

/** One report: where it stands, what was sent to whom, what happened since, and what can be done now. */
export function ReportDetail({ desk, id, onOpen, onBack }: Props) {
  const { t } = useView();
  const load = useCallback(() => desk.report(id), [desk, id]);
  const state = useLedger(load);
  const content = useRef<HTMLElement>(null);
  // The headline is there only once the report is.
  useFocusOnTurn(state.kind, content);
  return (
    <article class="report-detail" ref={content}>
      <button type="button" class="back" onClick={onBack}>
        <span aria-hidden="true">‹</span> {t('ledger.back')}
      </button>
      {state.kind === 'fault' && <p class="error block">{t(`ledger.fault.${state.fault}`)}</p>}
      {state.kind === 'loaded' && state.value === undefined && <p class="block">{t('ledger.gone')}</p>}
      {state.kind === 'loaded' && state.value !== undefined && (
        <Shown desk={desk} entry={state.value} onOpen={onOpen} onBack={onBack} />
      )}
    </article>
  );
}

/** What every part of a report's page gets. */
export type PartProps = { readonly desk: LedgerDesk; readonly entry: ReportEntry };

type ShownProps = PartProps & Pick<Props, 'onOpen' | 'onBack'>;

function Shown({ desk, entry, onOpen, onBack }: ShownProps) {
  const [escalates, setEscalates] = useState(false);
  const content = useRef<HTMLDivElement>(null);
  useFocusOnTurn(String(escalates), content);
  return (
    <div ref={content}>
      {escalates ? (
        <EscalateView desk={desk} entry={entry} onOpen={onOpen} onBack={() => setEscalates(false)} />
      ) : (
        <Parts
          desk={desk}
          entry={entry}
          onOpen={onOpen}
          onBack={onBack}
          onEscalate={() => setEscalates(true)}
        />
      )}
    </div>
  );
}

function Parts({
  desk,
  entry,
  onOpen,
  onBack,
  onEscalate,
}: ShownProps & { readonly onEscalate: () => void }) {
  return (
    <>
      <Head entry={entry} />
      {entry.delivery !== undefined && entry.delivery.state !== 'delivered' && (
        <DeliverySection desk={desk} entry={entry} delivery={entry.delivery} />
      )}
      <ReportDeeds desk={desk} entry={entry} onEscalate={onEscalate} onDeleted={onBack} />
      <ReceiptSection desk={desk} entry={entry} />
      <HistorySection desk={desk} entry={entry} onOpen={onOpen} />
      <TermsSection desk={desk} entry={entry} />
      <SentSection desk={desk} entry={entry} />
      <NotesSection desk={desk} entry={entry} />
    </>
  );
}

function Head({ entry }: { readonly entry: ReportEntry }) {
  const { t, language } = useView();
  const { submission, state } = entry;
  return (
    <div class="block block-first">
      <h1 tabIndex={-1}>{reportCategory(submission.categoryId).name[language]}</h1>
      <p>
        {t('ledger.to', { name: submission.recipient.name[language] })}{' '}
        <Tag>{t(`ledger.state.${state}`)}</Tag>
      </p>
      <p class="muted">
        <bdi>{submission.item.pageTitle || submission.item.pageUrl}</bdi>
      </p>
    </div>
  );
}
