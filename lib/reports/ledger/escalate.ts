import type { Language } from '../../rules/localized';
import type { RecipientRow } from '../../rules/recipient-row';
import { channelOf } from '../channels/manual-channels';
import { momentOf } from '../moment';
import { plainLine } from '../plain-line';
import { reportWords } from '../report-words';
import type { Attachment, Submission } from '../submission';
import type { LedgerEvent, ReportEntry } from './entry';
import { lookLabelKey } from './look-label';

/**
 * The text by which a report is taken to somebody else: the report as it was sent, behind what became of it.
 *
 * @param language of the lines in front; the report stays as it was written
 */
export function escalationText(entry: ReportEntry, language: Language): string {
  const words = reportWords(language);
  const { submission, receipts, events } = entry;
  const lines = [
    words('ledgerText.intro', {
      name: submission.recipient.name[language],
      time: timeOf(submission.confirmedAt),
    }),
    ...receipts.map(({ words: said }) => words('ledgerText.receipt', { words: plainLine(said) })),
    ...events.flatMap((event) => lineOf(event, language)),
    '',
    words('ledgerText.original'),
    '',
  ];
  return `${lines.join('\n')}${submission.text}`;
}

function lineOf(event: LedgerEvent, language: Language): readonly string[] {
  const words = reportWords(language);
  const time = timeOf(event.at);
  if (event.kind === 'look') {
    const { outcome, sha256, pageShowsLabel } = event.look;
    const hash = sha256 === undefined ? '' : ` SHA-256: ${sha256}`;
    const label = lookLabelKey(event.look);
    return [
      `${words(`ledgerText.look.${outcome}`, { time })}${hash}`,
      ...(label === undefined ? [] : [`- ${words(label)}`]),
      ...(pageShowsLabel === undefined ? [] : [`- ${words(`shown.${pageShowsLabel}`)}`]),
    ];
  }
  if (event.kind !== 'status') return [];
  const said = event.words === undefined ? '' : ` “${plainLine(event.words)}”`;
  return [`${words(`ledgerText.status.${event.status}`, { time })}${said}`];
}

/** In the legal time of China, as reports give it, since authorities there are who mostly read this. */
function timeOf(iso: string): string {
  const moment = momentOf(iso);
  return moment === undefined ? iso : `${moment.china} (UTC+8)`;
}

/** What a person decided about an escalation. */
export type Escalation = {
  readonly id: string;
  readonly recipient: RecipientRow;
  readonly text: string;
  readonly evidence: Attachment | undefined;
  /** ISO 8601 with offset. */
  readonly confirmedAt: string;
};

/**
 * The report to somebody else that follows an entry. Its `report.json` is the first one's under a number and recipient of
 * its own; what became of the first stands in the text.
 */
export function escalated(entry: ReportEntry, escalation: Escalation): Submission {
  const { id, recipient, text, evidence, confirmedAt } = escalation;
  const { item, categoryId, profile, report } = entry.submission;
  const original = JSON.parse(report) as object;
  const renamed = { ...original, report_id: id, recipient: { id: recipient.id, name: recipient.name } };
  return {
    id,
    item,
    categoryId,
    recipient,
    channel: channelOf(recipient.channel),
    text,
    report: JSON.stringify(renamed, null, 2),
    ...(evidence === undefined ? {} : { evidence }),
    confirmedAt,
    profile,
    follows: entry.id,
  };
}
