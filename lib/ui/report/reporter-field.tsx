import { useView } from '../view-context';
import type { KnownReporting } from './use-reporting';

/** Name and address of the reporter, asked for by some recipients, kept on this machine for the next report. */
export function ReporterField({ reporting }: { readonly reporting: KnownReporting }) {
  const { t, announce } = useView();
  const { reporter, save } = reporting;
  const store = async (change: Partial<typeof reporter>) => {
    if (!(await save({ reporter: { ...reporter, ...change } }))) announce('settings.saveFailed');
  };
  return (
    <fieldset class="field reporter">
      <legend>{t('report.reporter')}</legend>
      <p class="muted small">{t('report.reporterHint')}</p>
      <label for="reporter-name">{t('report.reporterName')}</label>
      <input
        id="reporter-name"
        type="text"
        autocomplete="name"
        value={reporter.name}
        onChange={(event) => store({ name: event.currentTarget.value })}
      />
      <label for="reporter-email">{t('report.reporterEmail')}</label>
      <input
        id="reporter-email"
        type="email"
        autocomplete="email"
        value={reporter.email}
        onChange={(event) => store({ email: event.currentTarget.value })}
      />
    </fieldset>
  );
}
