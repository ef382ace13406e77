import { useState } from 'preact/hooks';
import { withReceipt } from '../../reports/ledger/entry-changes';
import { faultWords } from '../model/fault-words';
import { localTime } from '../model/local-time';
import { useView } from '../view-context';
import type { PartProps } from './report-detail';

/** Numbers and texts by which a recipient confirmed the report, and a field for one the person was given elsewhere. */
export function ReceiptSection({ desk, entry }: PartProps) {
  const { t, language, announce } = useView();
  const [words, setWords] = useState('');
  const add = async (event: Event) => {
    event.preventDefault();
    await desk
      .change(entry.id, (now) => withReceipt(now, words, desk.instant()))
      .then(
        () => setWords(''),
        (error: unknown) => announce(faultWords(error, 'common.failed')),
      );
  };
  return (
    <section class="block" aria-labelledby="receipts-title">
      <h2 id="receipts-title">{t('ledger.receipts')}</h2>
      {entry.receipts.length === 0 && <p class="muted">{t('ledger.noReceipt')}</p>}
      <ul class="plain report-receipts">
        {entry.receipts.map(({ at, words: said, from }) => (
          <li key={`${at} ${said}`}>
            <bdi class="report-receipt">{said}</bdi>{' '}
            <span class="muted small">
              {t(`ledger.receiptFrom.${from}`)} · {localTime(at, language)}
            </span>
          </li>
        ))}
      </ul>
      <form class="report-form" onSubmit={add}>
        <label for="receipt">{t('ledger.addReceipt')}</label>
        <div class="add-site-row">
          <input id="receipt" value={words} onInput={(event) => setWords(event.currentTarget.value)} />
          <button type="submit" class="button" disabled={words.trim() === ''}>
            {t('ledger.add')}
          </button>
        </div>
      </form>
    </section>
  );
}
