import { Fold } from '../components/fold';
import { useView } from '../view-context';
import { CategoryField } from './category-field';
import { DescriptionField } from './description-field';
import { EarlierReports } from './earlier-reports';
import { EvidenceField } from './evidence-field';
import { PartsField } from './parts-field';
import { RecipientField } from './recipient-field';
import { ReporterField } from './reporter-field';
import { SeverityField } from './severity-field';
import type { ReportInHand } from './use-report';

type Props = { readonly report: ReportInHand; readonly onBack: () => void };

/** What is wrong, who is to know, and what goes along. Everything has a sensible beginning; nothing must be typed. */
export function ComposeStep({ report, onBack }: Props) {
  const { t } = useView();
  const { edit, change, item, reporting } = report;
  return (
    <>
      <button type="button" class="back" onClick={onBack}>
        <span aria-hidden="true">‹</span> {t('report.back')}
      </button>
      <div class="block block-first">
        <h1 id="report-title" tabIndex={-1}>
          {t('report.title')}
        </h1>
        <p class="muted">{t('report.intro')}</p>
      </div>
      <EarlierReports mediaUrl={item.mediaUrl} />
      <CategoryField edit={edit} change={change} />
      <RecipientField report={report} />
      <DescriptionField edit={edit} change={change} />
      <SeverityField edit={edit} change={change} />
      <EvidenceField edit={edit} change={change} />
      <div class="block">
        <Fold summary={t('report.more')}>
          {() => (
            <>
              <PartsField edit={edit} change={change} />
              <ReporterField reporting={reporting} />
            </>
          )}
        </Fold>
      </div>
      <section class="actions" aria-label={t('item.actions')}>
        <button type="button" class="button primary" onClick={() => change({ step: { kind: 'look' } })}>
          {t('report.look')}
        </button>
      </section>
    </>
  );
}
