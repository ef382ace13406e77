import { filledFields } from '../../reports/channels/form-fields';
import { useView } from '../view-context';
import type { ReportInHand } from './use-report';
import type { ReportStep } from './use-report-edits';

type Props = {
  readonly report: ReportInHand;
  readonly step: Extract<ReportStep, { kind: 'done' }>;
  readonly onBack: () => void;
};

/** What happened, and what is left for the person to do. */
export function DoneStep({ report, step, onBack }: Props) {
  const { t, services, language } = useView();
  const { recipient, edit, change } = report;
  const again = () =>
    change({
      id: services.newId(),
      begunAt: services.now(),
      step: { kind: 'compose' },
      evidence: { kind: 'none' },
    });
  return (
    <>
      <button type="button" class="back" onClick={onBack}>
        <span aria-hidden="true">‹</span> {t('report.back')}
      </button>
      <div class="block block-first">
        <h1 id="report-title" tabIndex={-1}>
          {t('report.doneTitle')}
        </h1>
        <p>{t(`report.done.${step.channel}`, { name: recipient.name[language] })}</p>
        {step.saved && step.channel !== 'save' && <p>{t('report.attach')}</p>}
        <p class="muted">{t('report.kept')}</p>
        {step.channel === 'form' && <FillButton report={report} />}
      </div>
      <section class="actions" aria-label={t('item.actions')}>
        <button type="button" class="button primary" onClick={() => services.openReports(edit.id)}>
          {t('report.openLedger')}
        </button>
        <button type="button" class="button" onClick={again}>
          {t('report.again')}
        </button>
      </section>
    </>
  );
}

/** Fills in a described form on the person's click; they look it over and send it themselves. */
function FillButton({ report: { recipient, draft, text } }: { readonly report: ReportInHand }) {
  const { t, services, language, announce } = useView();
  const { channel } = recipient;
  const fields = filledFields(recipient, draft, text, draft.category.name[language]);
  if (channel.kind !== 'form' || fields.length === 0) return null;
  const fill = () =>
    services.fillForm(channel.url, fields).then(
      (count) => announce(count === 0 ? 'report.fillFailed' : 'report.filled', { count }),
      () => announce('report.fillFailed'),
    );
  return (
    <button type="button" class="button" onClick={fill}>
      {t('report.fill')}
    </button>
  );
}
