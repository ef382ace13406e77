import { useState } from 'preact/hooks';
import { recipientDirectory } from '../../reports/recipients/directory';
import type { RecipientRow } from '../../rules/recipient-row';
import { Fold } from '../components/fold';
import { RecipientFacts } from '../report/recipient-facts';
import { type KnownReporting, useReporting } from '../report/use-reporting';
import { useView } from '../view-context';
import { RecipientForm } from './recipient-form';

/** Whom reports can go to: own recipients to add and take away, shipped ones to look through and correct. */
export function RecipientsSection() {
  const { t } = useView();
  const reporting = useReporting();
  const [corrects, setCorrects] = useState<RecipientRow | undefined>(undefined);
  return (
    <section class="field recipients-section" aria-labelledby="recipients-title">
      <h2 id="recipients-title">{t('recipients.title')}</h2>
      <p class="muted small">{t('recipients.hint')}</p>
      <OwnList reporting={reporting} />
      <RecipientForm
        key={corrects?.id ?? ''}
        reporting={reporting}
        corrects={corrects}
        onDone={() => setCorrects(undefined)}
      />
      <Fold summary={t('recipients.shipped', { count: recipientDirectory.length })}>
        {() => (
          <ul class="plain recipient-list">
            {recipientDirectory.map((row) => (
              <Row key={row.id} row={row} action="recipients.correct" onAction={() => setCorrects(row)} />
            ))}
          </ul>
        )}
      </Fold>
    </section>
  );
}

function OwnList({ reporting }: { readonly reporting: KnownReporting }) {
  const { announce } = useView();
  const { recipients, managed, save } = reporting;
  const remove = async (id: string) => {
    const stored = await save({ recipients: recipients.filter((row) => row.id !== id) });
    announce(stored ? 'recipients.removed' : 'settings.saveFailed');
  };
  return (
    <ul class="plain recipient-list">
      {managed.map((row) => (
        <Row key={row.id} row={row} />
      ))}
      {recipients.map((row) => (
        <Row key={row.id} row={row} action="recipients.remove" onAction={() => remove(row.id)} />
      ))}
    </ul>
  );
}

type RowProps = {
  readonly row: RecipientRow;
  readonly action?: 'recipients.remove' | 'recipients.correct';
  readonly onAction?: () => void;
};

function Row({ row, action, onAction }: RowProps) {
  const { t, language } = useView();
  const name = row.name[language];
  return (
    <li class="recipient-line">
      <span>
        <bdi>{name}</bdi>
        <br />
        <RecipientFacts row={row} />
      </span>
      {action !== undefined && (
        <button type="button" class="link" aria-label={`${t(action)} ${name}`} onClick={onAction}>
          {t(action)}
        </button>
      )}
    </li>
  );
}
