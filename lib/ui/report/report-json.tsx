import { useEffect, useState } from 'preact/hooks';
import { Fold } from '../components/fold';
import { LongText } from '../components/long-text';
import { useView } from '../view-context';
import { reportJson } from './model/report-files';
import { filesInput } from './send-report';
import type { ReportInHand } from './use-report';
import type { ReportFiles } from './use-report-files';

type Props = { readonly report: ReportInHand; readonly files: ReportFiles };

/** `report.json` as it will go, for who wants to read it. */
export function ReportJson(props: Props) {
  const { t } = useView();
  return (
    <div class="block">
      <Fold summary={t('report.json')}>{() => <Json {...props} />}</Fold>
    </div>
  );
}

function Json({ report, files }: Props) {
  const { jurisdiction, language, services } = useView();
  const [text, setText] = useState('');
  const { edit, recipient, draft } = report;
  useEffect(() => {
    let late = false;
    const input = filesInput(report, files, { jurisdiction, language, now: services.now() });
    void reportJson(input).then(({ json }) => late || setText(json));
    return () => {
      late = true;
    };
    // Whatever the report is made from; the draft is new with every change.
  }, [edit, recipient.id, draft.category.id, language]);
  return <LongText text={text} mono />;
}
