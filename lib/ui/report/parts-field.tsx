import { REPORT_PARTS, type ReportPart } from '../../reports/draft';
import { useView } from '../view-context';
import type { FieldProps } from './field-props';

/** Which parts go in. Leaving one out removes it from text and file alike. */
export function PartsField({ edit, change }: FieldProps) {
  const { t } = useView();
  const set = (part: ReportPart, included: boolean) => {
    const leaveOut = new Set(edit.leaveOut);
    if (included) leaveOut.delete(part);
    else leaveOut.add(part);
    change({ leaveOut, evidence: { kind: 'none' } });
  };
  return (
    <fieldset class="block field" disabled={edit.text !== undefined}>
      <legend>{t('report.parts')}</legend>
      {REPORT_PARTS.map((part) => (
        <label key={part} class="check">
          <input
            type="checkbox"
            checked={!edit.leaveOut.has(part)}
            onChange={(event) => set(part, event.currentTarget.checked)}
          />
          {t(`report.part.${part}`)}
        </label>
      ))}
    </fieldset>
  );
}
