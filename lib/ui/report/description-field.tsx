import { useView } from '../view-context';
import type { FieldProps } from './field-props';

/** The reporter's own words. */
export function DescriptionField({ edit, change }: FieldProps) {
  const { t } = useView();
  return (
    <div class="block field">
      <label for="report-description">{t('report.description')}</label>
      <textarea
        id="report-description"
        rows={3}
        value={edit.description}
        aria-describedby="report-description-hint"
        onInput={(event) => change({ description: event.currentTarget.value })}
      />
      <p id="report-description-hint" class="muted small">
        {t('report.descriptionHint')}
      </p>
    </div>
  );
}
