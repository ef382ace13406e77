import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useView } from '../view-context';

type Props = { readonly words: string; readonly question: string; readonly onConfirm: () => unknown };

/**
 * A button whose deed cannot be undone: pressed once it asks, pressed again it acts. The focus goes to the question, on
 * the answer that loses nothing, and back to the button.
 */
export function ConfirmButton({ words, question, onConfirm }: Props) {
  const { t } = useView();
  const [asking, setAsking] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const before = useRef(asking);
  useLayoutEffect(() => {
    if (before.current !== asking) button.current?.focus();
    before.current = asking;
  }, [asking]);
  if (!asking)
    return (
      <button key="ask" type="button" class="button" ref={button} onClick={() => setAsking(true)}>
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
      <button type="button" class="button" ref={button} onClick={() => setAsking(false)}>
        {t('ledger.keep')}
      </button>
    </fieldset>
  );
}
