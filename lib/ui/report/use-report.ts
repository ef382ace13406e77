import type { PageItem, TabPage } from '../../messages/page-items';
import { draftReport, type ReportDraft } from '../../reports/draft';
import { otherRecipients, type Proposal, proposeRecipients } from '../../reports/recipients/propose';
import { reportText } from '../../reports/report-text';
import type { RecipientRow } from '../../rules/recipient-row';
import { useView } from '../view-context';
import type { EditChange, ReportEdit } from './use-report-edits';
import type { KnownReporting } from './use-reporting';

/** A report under way, with all that its parts need. */
export type ReportInHand = {
  readonly page: TabPage;
  readonly item: PageItem;
  readonly edit: ReportEdit;
  readonly change: (part: EditChange) => void;
  readonly onForm: (url: string) => void;
  readonly reporting: KnownReporting;
  readonly proposals: readonly Proposal[];
  /** Recipients that nothing points at. */
  readonly others: readonly RecipientRow[];
  /** The chosen one, else the first proposal. */
  readonly recipient: RecipientRow;
  readonly draft: ReportDraft;
  /** The report in words, as it stands. */
  readonly text: string;
};

/** What follows from a person's choices: proposals, draft and text. */
export function useReport(
  given: Pick<ReportInHand, 'page' | 'item' | 'edit' | 'change' | 'reporting' | 'onForm'>,
): ReportInHand {
  const { page, item, edit, reporting } = given;
  const { services, jurisdiction, language } = useView();
  const input = {
    item,
    pageUrl: page.url,
    profile: jurisdiction.id,
    categoryId: edit.categoryId,
    own: reporting.recipients,
    managed: reporting.managed,
  };
  const proposals = proposeRecipients(input);
  const others = otherRecipients(input, proposals);
  const medium = edit.evidence.kind === 'gathered' ? edit.evidence.gathered.medium : undefined;
  const draft = draftReport({
    item,
    pageTitle: page.title,
    pageUrl: page.url,
    jurisdiction,
    categoryId: edit.categoryId,
    description: edit.description,
    severity: edit.severity,
    reporter: reporting.reporter,
    leaveOut: edit.leaveOut,
    file: medium?.hash,
    now: edit.begunAt,
    version: services.version(),
  });
  const recipient = chosen(proposals, others, edit.recipientId);
  return { ...given, proposals, others, recipient, draft, text: edit.text ?? reportText(draft, language) };
}

function chosen(
  proposals: readonly Proposal[],
  others: readonly RecipientRow[],
  id: string | undefined,
): RecipientRow {
  const rows = [...proposals.map(({ row }) => row), ...others];
  const row = rows.find((one) => one.id === id) ?? rows[0];
  if (row === undefined) throw new RangeError('there is always the site itself');
  return row;
}
