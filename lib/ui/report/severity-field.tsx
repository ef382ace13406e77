import { SEVERITIES, SEVERITY_SCALE } from '../../reports/severity';
import { useView } from '../view-context';
import type { FieldProps } from './field-props';

/** The reporter's own estimate, in the four words of a named scale; none unless they choose one. */
export function SeverityField({ edit, change }: FieldProps) {
  const { t } = useView();
  const choose = (value: string) => change({ severity: SEVERITIES.find((one) => one === value) });
  return (
    <div class="block field">
      <label for="report-severity">{t('report.severity')}</label>
      <select
        id="report-severity"
        value={edit.severity ?? ''}
        aria-describedby="report-severity-hint"
        onChange={(event) => choose(event.currentTarget.value)}
      >
        <option value="">{t('report.noSeverity')}</option>
        {SEVERITIES.map((severity) => (
          <option key={severity} value={severity}>
            {t(`severity.${severity}`)}
          </option>
        ))}
      </select>
      <p id="report-severity-hint" class="muted small">
        {t('report.severityHint', { scale: SEVERITY_SCALE })}
      </p>
    </div>
  );
}
