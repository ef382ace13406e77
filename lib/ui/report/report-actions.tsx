import type { PageItem } from '../../messages/page-items';
import type { ReportDraft } from '../../reports/draft';
import { type ReportFileContent, reportJson, reportPlainText } from '../../reports/report-file';
import { useClipboard } from '../hooks/use-clipboard';
import { fileName } from '../model/evidence-file';
import { useView } from '../view-context';
import type { ReportEdit } from './use-report-edits';

type Props = {
  readonly item: PageItem;
  readonly draft: ReportDraft;
  readonly text: string;
  readonly edit: ReportEdit;
};

/** Copying and saving the report: what stands in the text box, or the same parts as JSON. */
export function ReportActions({ item, draft, text, edit }: Props) {
  const { t, services } = useView();
  const { copy, save } = useClipboard();
  const saveAs = ({ extension, mime, content }: ReportFileContent) =>
    save(fileName('report', item.pageUrl, services.now(), extension), mime, content);
  return (
    <section class="actions" aria-label={t('item.actions')}>
      <button type="button" class="button primary" onClick={() => copy(text)}>
        {t('report.copy')}
      </button>
      <button type="button" class="button" onClick={() => saveAs(reportPlainText(text))}>
        {t('report.saveText')}
      </button>
      <button type="button" class="button" onClick={() => saveAs(reportJson(draft, edit.text))}>
        {t('report.saveJson')}
      </button>
    </section>
  );
}
