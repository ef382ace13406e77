import { useEffect } from 'preact/hooks';
import { useView } from '../view-context';
import { FilesList } from './files-list';
import { allowedEvidence, type Evidence, gatherEvidence } from './model/evidence';
import { RecipientFacts } from './recipient-facts';
import { ReportJson } from './report-json';
import { SendActions } from './send-actions';
import { TextField } from './text-field';
import type { ReportInHand } from './use-report';
import { useReportFiles } from './use-report-files';

/** The last look: to whom, and exactly what leaves the machine. Every part can still be left out. */
export function LookStep({ report }: { readonly report: ReportInHand }) {
  const { t, language } = useView();
  const { edit, change, recipient, text } = report;
  useGathering(report);
  const files = useReportFiles(report);
  return (
    <>
      <button type="button" class="back" onClick={() => change({ step: { kind: 'compose' } })}>
        <span aria-hidden="true">‹</span> {t('report.change')}
      </button>
      <div class="block block-first">
        <h1 id="report-title" tabIndex={-1}>
          {t('report.lookTitle')}
        </h1>
        <p class="recipient">
          {t('report.to')} <strong>{recipient.name[language]}</strong>
          <br />
          <RecipientFacts row={recipient} />
        </p>
      </div>
      <FilesList report={report} files={files} />
      <TextField text={text} edit={edit} change={change} />
      <ReportJson report={report} files={files} />
      <SendActions report={report} files={files} />
    </>
  );
}

/** Gathers what was wished, once for each set of wishes. */
function useGathering({ page, item, edit, change }: ReportInHand): void {
  const { services } = useView();
  const { evidence, wanted, leaveOut, categoryId } = edit;
  const due = evidence.kind === 'none';
  useEffect(() => {
    if (!due) return;
    const mine: Evidence = { kind: 'gathering' };
    change({ evidence: mine });
    // Whoever changed their wishes in the meantime gets what they wish now.
    const allowed = allowedEvidence(categoryId, services.canCopyPage);
    const wished = new Set(allowed.filter((kind) => wanted.has(kind)));
    // Content that is not kept is not fetched for its hash either.
    const withHash = allowed.includes('original') && !leaveOut.has('file');
    void gatherEvidence(services, page.tabId, item, wished, withHash).then((gathered) =>
      change((now) => (now.evidence === mine ? { evidence: { kind: 'gathered', gathered } } : {})),
    );
    // A changed wish makes it due again.
  }, [due]);
}
