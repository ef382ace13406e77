import type { Proposal } from '../../reports/recipients/propose';
import type { RecipientRow } from '../../rules/recipient-row';
import { Fold } from '../components/fold';
import { useView } from '../view-context';
import { RecipientFacts } from './recipient-facts';
import type { ReportInHand } from './use-report';

/** Who is to know: proposals with why, everybody else behind a fold. */
export function RecipientField({ report }: { readonly report: ReportInHand }) {
  const { t, services } = useView();
  const { proposals, others, recipient, change } = report;
  const choose = (row: RecipientRow) => change({ recipientId: row.id });
  return (
    <fieldset class="block field recipients">
      <legend>{t('report.recipient')}</legend>
      {proposals.map(({ row, why, matched }) => (
        <Choice key={row.id} row={row} checked={row.id === recipient.id} onChoose={() => choose(row)}>
          {whyWords({ row, why, matched }, t)}
        </Choice>
      ))}
      <Fold summary={t('report.otherRecipients', { count: others.length })}>
        {() => (
          <>
            {others.map((row) => (
              <Choice key={row.id} row={row} checked={row.id === recipient.id} onChoose={() => choose(row)} />
            ))}
            <button type="button" class="link" onClick={() => services.openOptions()}>
              {t('report.editRecipients')}
            </button>
          </>
        )}
      </Fold>
    </fieldset>
  );
}

function whyWords({ why, matched }: Proposal, t: ReturnType<typeof useView>['t']): string {
  return t(`report.why.${why}`, { matched });
}

type ChoiceProps = {
  readonly row: RecipientRow;
  readonly checked: boolean;
  readonly onChoose: () => void;
  readonly children?: string;
};

function Choice({ row, checked, onChoose, children }: ChoiceProps) {
  const { language } = useView();
  return (
    <label class="check recipient">
      <input type="radio" name="recipient" value={row.id} checked={checked} onChange={onChoose} />
      <span>
        <span class="recipient-name">{row.name[language]}</span>
        <RecipientFacts row={row} />
        {children !== undefined && <span class="muted small why">{children}</span>}
      </span>
    </label>
  );
}
