import { useRef, useState } from 'preact/hooks';
import type { Receipt } from '../../reports/ledger/entry';
import { byteSize } from '../model/byte-size';
import { faultWords } from '../model/fault-words';
import { localTime } from '../model/local-time';
import { useView } from '../view-context';
import type { PartProps } from './report-detail';

/** Numbers, texts and files by which a recipient confirmed the report, and a form for what the person was given elsewhere. */
export function ReceiptSection({ desk, entry }: PartProps) {
  const { t } = useView();
  return (
    <section class="block" aria-labelledby="receipts-title">
      <h2 id="receipts-title">{t('ledger.receipts')}</h2>
      {entry.receipts.length === 0 && <p class="muted">{t('ledger.noReceipt')}</p>}
      <ul class="plain report-receipts">
        {entry.receipts.map((receipt) => (
          <li key={`${receipt.at} ${receipt.words}`}>
            <OneReceipt desk={desk} entry={entry} receipt={receipt} />
          </li>
        ))}
      </ul>
      <ReceiptForm desk={desk} entry={entry} />
    </section>
  );
}

function OneReceipt({ desk, entry, receipt }: PartProps & { readonly receipt: Receipt }) {
  const { t, language, services, announce } = useView();
  const { at, words, from, file } = receipt;
  const failed = () => announce('common.saveFailed');
  const save = async (name: string) => {
    const blob = await desk.receiptFile(entry.id, at);
    if (blob === undefined) failed();
    else await services.saveBlob(name, blob);
  };
  return (
    <>
      <bdi class="report-receipt">{words}</bdi>{' '}
      <span class="muted small">
        {t(`ledger.receiptFrom.${from}`)} · {localTime(at, language)}
      </span>
      {file !== undefined && (
        <>
          {' '}
          <button type="button" class="link" onClick={() => save(file.name).catch(failed)}>
            {t('ledger.saveReceipt', { size: byteSize(file.size) })}
          </button>
        </>
      )}
    </>
  );
}

function ReceiptForm({ desk, entry }: PartProps) {
  const { t, announce } = useView();
  const [words, setWords] = useState('');
  const [file, setFile] = useState<File>();
  const picker = useRef<HTMLInputElement>(null);
  const add = async (event: Event) => {
    event.preventDefault();
    const done = () => {
      setWords('');
      setFile(undefined);
      if (picker.current !== null) picker.current.value = '';
    };
    await desk
      .addReceipt(entry.id, words, file)
      .then(done, (error: unknown) =>
        announce(error instanceof RangeError ? 'ledger.receiptTooLarge' : faultWords(error, 'common.failed')),
      );
  };
  return (
    <form class="report-form" onSubmit={add}>
      <label for="receipt">{t('ledger.addReceipt')}</label>
      <div class="add-site-row">
        <input id="receipt" value={words} onInput={(event) => setWords(event.currentTarget.value)} />
        <button type="submit" class="button" disabled={words.trim() === '' && file === undefined}>
          {t('ledger.add')}
        </button>
      </div>
      <label for="receipt-file">{t('ledger.receiptFile')}</label>
      <input
        id="receipt-file"
        type="file"
        ref={picker}
        onChange={(event) => setFile(event.currentTarget.files?.[0])}
      />
    </form>
  );
}
