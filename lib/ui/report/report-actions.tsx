import type { PageItem } from '../../messages/page-items';
import { buildReport } from '../../reports/build-report';
import type { ReportDraft } from '../../reports/draft';
import { siteOwnMenu } from '../../reports/recipients/directory';
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
  const { t, services, jurisdiction } = useView();
  const { copy, save } = useClipboard();
  const saveAs = (extension: string, mime: string, content: string) =>
    save(fileName('report', item.pageUrl, services.now(), extension), mime, content);
  const json = () => {
    const report = buildReport({
      draft,
      id: crypto.randomUUID(),
      profile: jurisdiction.id,
      recipient: siteOwnMenu(item.pageUrl),
      attachments: [],
      editedText: edit.text,
      now: services.now(),
    });
    return `${JSON.stringify(report, null, 2)}\n`;
  };
  return (
    <section class="actions" aria-label={t('item.actions')}>
      <button type="button" class="button primary" onClick={() => copy(text)}>
        {t('report.copy')}
      </button>
      <button type="button" class="button" onClick={() => saveAs('txt', 'text/plain;charset=utf-8', text)}>
        {t('report.saveText')}
      </button>
      <button type="button" class="button" onClick={() => saveAs('json', 'application/json', json())}>
        {t('report.saveJson')}
      </button>
    </section>
  );
}
