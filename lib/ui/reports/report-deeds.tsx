import { useState } from 'preact/hooks';
import type { ReportState } from '../../reports/ledger/entry';
import { withState } from '../../reports/ledger/entry-changes';
import { faultWords } from '../model/fault-words';
import { useView } from '../view-context';
import { ConfirmButton } from './confirm-button';
import type { PartProps } from './report-detail';

type Props = PartProps & { readonly onEscalate: () => void; readonly onDeleted: () => void };

/** What can be done with a report now. One primary action. */
export function ReportDeeds({ desk, entry, onEscalate, onDeleted }: Props) {
  const { t, announce } = useView();
  const failed = (error: unknown) => announce(faultWords(error, 'common.failed'));
  const set = (state: ReportState) =>
    desk
      .change(entry.id, (now) => withState(now, state, desk.instant()))
      .then(() => announce('ledger.stateSet', { state: t(`ledger.state.${state}`) }), failed);
  return (
    <section class="block report-buttons" aria-label={t('item.actions')}>
      <LookButton desk={desk} entry={entry} />
      <button type="button" class="button" onClick={onEscalate}>
        {t('ledger.escalate')}
      </button>
      {entry.state !== 'answered' && entry.state !== 'closed' && (
        <button type="button" class="button" onClick={() => set('answered')}>
          {t('ledger.setAnswered')}
        </button>
      )}
      <button type="button" class="button" onClick={() => set(entry.state === 'closed' ? 'sent' : 'closed')}>
        {t(entry.state === 'closed' ? 'ledger.reopen' : 'ledger.setClosed')}
      </button>
      <ConfirmButton
        words={t('ledger.delete')}
        question={t('ledger.deleteAsk')}
        onConfirm={() => desk.remove([entry.id]).then(onDeleted, failed)}
      />
    </section>
  );
}

/** Has the background read the medium again; what it found stands in the history. */
function LookButton({ desk, entry }: PartProps) {
  const { t, announce } = useView();
  const [looks, setLooks] = useState(false);
  const look = async () => {
    setLooks(true);
    const said = await desk.lookAgain(entry.id).then(
      () => 'ledger.looked' as const,
      () => 'common.failed' as const,
    );
    announce(said);
    setLooks(false);
  };
  return (
    <button type="button" class="button primary" disabled={looks} onClick={look}>
      {t(looks ? 'ledger.looking' : 'ledger.look')}
    </button>
  );
}
