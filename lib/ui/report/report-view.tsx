import { useCallback } from 'preact/hooks';
import type { PageItem, TabPage } from '../../messages/page-items';
import { draftReport, type ReportDraft } from '../../reports/draft';
import { reportText } from '../../reports/report-text';
import { useView } from '../view-context';
import { CategoryField } from './category-field';
import { DescriptionField } from './description-field';
import { HashField } from './hash-field';
import { PartsField } from './parts-field';
import { ReportActions } from './report-actions';
import { TextField } from './text-field';
import type { ReportEdit, ReportEdits } from './use-report-edits';
import './report.css';

type Props = {
  readonly page: TabPage;
  readonly item: PageItem;
  readonly edits: ReportEdits;
  readonly onBack: () => void;
};

/** A report on one item: prefilled, every word of it open to change, copied or saved by the person. Nothing is sent. */
export function ReportView({ page, item, edits, onBack }: Props) {
  const { t, services, language } = useView();
  const edit = edits.of(item.id, () => services.now());
  const change = useCallback(
    (part: Partial<ReportEdit>) => edits.change(item.id, part),
    [edits.change, item.id],
  );
  const draft = useDraft(page, item, edit);
  const text = edit.text ?? reportText(draft, language);
  return (
    <article class="report" aria-labelledby="report-title">
      <button type="button" class="back" onClick={onBack}>
        <span aria-hidden="true">‹</span> {t('report.back')}
      </button>
      <div class="block block-first">
        <h1 id="report-title" tabIndex={-1}>
          {t('report.title')}
        </h1>
        <p class="muted">{t('report.intro')}</p>
      </div>
      <CategoryField edit={edit} change={change} />
      <DescriptionField edit={edit} change={change} />
      <HashField item={item} edit={edit} change={change} />
      <PartsField edit={edit} change={change} />
      <TextField text={text} edit={edit} change={change} />
      <ReportActions item={item} draft={draft} text={text} edit={edit} />
    </article>
  );
}

function useDraft(page: TabPage, item: PageItem, edit: ReportEdit): ReportDraft {
  const { services, jurisdiction } = useView();
  return draftReport({
    item,
    pageTitle: page.title,
    pageUrl: page.url,
    jurisdiction,
    categoryId: edit.categoryId,
    description: edit.description,
    leaveOut: edit.leaveOut,
    file: edit.hash.kind === 'done' ? edit.hash.hash : undefined,
    now: edit.begunAt,
    version: services.version(),
  });
}
