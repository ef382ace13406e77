import { useView } from '../view-context';
import type { FieldProps } from './field-props';

/** Rows that show a whole usual report without scrolling inside the box. */
const TEXT_ROWS = 16;

type Props = FieldProps & { readonly text: string };

/** The full text, open to any change. Once changed by hand it is the person's and no choice above touches it. */
export function TextField({ text, edit, change }: Props) {
  const { t } = useView();
  return (
    <div class="block field">
      <label for="report-text">{t('report.text')}</label>
      <textarea
        id="report-text"
        class="report-text"
        rows={TEXT_ROWS}
        value={text}
        spellcheck={false}
        aria-describedby="report-text-hint"
        onInput={(event) => change({ text: event.currentTarget.value })}
      />
      <p id="report-text-hint" class="muted small">
        {t(edit.text === undefined ? 'report.textHint' : 'report.edited')}{' '}
        {edit.text !== undefined && (
          <button type="button" class="link" onClick={() => change({ text: undefined })}>
            {t('report.rebuild')}
          </button>
        )}
      </p>
    </div>
  );
}
