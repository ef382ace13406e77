import type { LedgerEvent, Look } from '../../reports/ledger/entry';
import { lookLabelKey } from '../../reports/ledger/look-label';
import { Copyable } from '../components/copyable';
import { byteSize } from '../model/byte-size';
import { localTime } from '../model/local-time';
import { useView } from '../view-context';
import { ProblemWords } from './delivery-section';
import { LookFiles } from './look-files';
import type { PartProps } from './report-detail';

type Props = PartProps & { readonly onOpen: (id: string) => void };

/** Everything that happened to a report, in order. */
export function HistorySection({ desk, entry, onOpen }: Props) {
  const { t, language } = useView();
  return (
    <section class="block" aria-labelledby="history-title">
      <h2 id="history-title">{t('ledger.history')}</h2>
      <ol class="plain report-history">
        {entry.events.map((event, index) => (
          <li key={`${index} ${event.at}`} data-kind={event.kind}>
            <span class="muted small">{localTime(event.at, language)}</span>
            <EventWords event={event} onOpen={onOpen} />
            {event.kind === 'look' && <LookFiles desk={desk} entry={entry} at={event.at} look={event.look} />}
          </li>
        ))}
      </ol>
    </section>
  );
}

type EventProps = { readonly event: LedgerEvent; readonly onOpen: (id: string) => void };

function EventWords({ event, onOpen }: EventProps) {
  const { t, language } = useView();
  switch (event.kind) {
    case 'confirmed':
      return <p>{t(`ledger.confirmed.${event.channel}`)}</p>;
    case 'attempt':
      return <ProblemWords problem={event.problem} />;
    case 'delivered':
      return <p>{t(`ledger.delivered.${event.evidence}`, { receipt: event.receipt })}</p>;
    case 'status':
      return <StatusWords event={event} />;
    case 'state':
      return <p>{t('ledger.stateSet', { state: t(`ledger.state.${event.state}`) })}</p>;
    case 'receipt':
      return <p>{t('ledger.receiptAdded', { words: event.words })}</p>;
    case 'look':
      return <LookWords look={event.look} />;
    case 'again':
      return <p>{t('ledger.again')}</p>;
    case 'escalated':
      return (
        <Linked words={t('ledger.escalated', { name: event.to[language] })} id={event.id} onOpen={onOpen} />
      );
    case 'follows':
      return <Linked words={t('ledger.follows')} id={event.id} onOpen={onOpen} />;
  }
}

function StatusWords({ event }: { readonly event: Extract<LedgerEvent, { kind: 'status' }> }) {
  const { t } = useView();
  return (
    <p>
      {t(`ledger.remote.${event.status}`)}
      {event.words !== undefined && (
        <>
          <br />
          <q>{event.words}</q>
        </>
      )}
    </p>
  );
}

/** What was found at the address: there or gone, the same or not, and what it states now. */
function LookWords({ look }: { readonly look: Look }) {
  const { t } = useView();
  const { outcome, why, sha256, bytes = 0, signals = [], pageShowsLabel } = look;
  const label = lookLabelKey(look);
  return (
    <div class="report-look" data-outcome={outcome}>
      <p>
        {t(`ledger.lookOutcome.${outcome}`)}
        {why !== undefined && <span class="muted"> {why}</span>}
      </p>
      {sha256 !== undefined && (
        <>
          {label !== undefined && <p>{t(label)}</p>}
          <p class="muted small">
            {byteSize(bytes)} · SHA-256 <Copyable value={sha256} />
            {signals.length > 0 && ` · ${signals.join(', ')}`}
          </p>
        </>
      )}
      {pageShowsLabel !== undefined && <p>{t(`shown.${pageShowsLabel}`)}</p>}
    </div>
  );
}

type LinkedProps = { readonly words: string; readonly id: string; readonly onOpen: (id: string) => void };

function Linked({ words, id, onOpen }: LinkedProps) {
  const { t } = useView();
  return (
    <p>
      {words}{' '}
      <button type="button" class="link" onClick={() => onOpen(id)}>
        {t('ledger.openIt')}
      </button>
    </p>
  );
}
