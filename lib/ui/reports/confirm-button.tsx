import { useState } from 'preact/hooks';
import { useView } from '../view-context';

type Props = { readonly words: string; readonly question: string; readonly onConfirm: () => unknown };

/** A button whose deed cannot be undone: pressed once it asks, pressed again it acts. */
export function ConfirmButton({ words, question, onConfirm }: Props) {
  const { t } = useView();
  const [asking, setAsking] = useState(false);
  if (!asking)
    return (
      <button type="button" class="button" onClick={() => setAsking(true)}>
        {words}
      </button>
    );
  const confirm = () => {
    setAsking(false);
    onConfirm();
  };
  return (
    <fieldset class="report-confirm" aria-label={question}>
      <span>{question}</span>
      <button type="button" class="button primary" onClick={confirm}>
        {t('ledger.delete')}
      </button>
      <button type="button" class="button" onClick={() => setAsking(false)}>
        {t('ledger.keep')}
      </button>
    </fieldset>
  );
}
