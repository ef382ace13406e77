import { csvCell } from '../escape';
import type { ReportEntry } from './entry';

/** Marks the text as UTF-8 for spreadsheets, which else take it for the system's own encoding. */
const BYTE_ORDER_MARK = '\uFEFF';

const COLUMNS: readonly (readonly [string, (entry: ReportEntry) => string])[] = [
  ['id', ({ id }) => id],
  ['confirmedAt', ({ submission }) => submission.confirmedAt],
  ['updatedAt', ({ updatedAt }) => updatedAt],
  ['state', ({ state }) => state],
  ['delivery', ({ delivery }) => delivery?.state ?? ''],
  ['category', ({ submission }) => submission.categoryId],
  ['recipient', ({ submission }) => submission.recipient.name['zh-CN']],
  ['recipientEn', ({ submission }) => submission.recipient.name.en],
  ['channel', ({ submission }) => submission.channel],
  ['profile', ({ submission }) => submission.profile],
  ['pageTitle', ({ submission }) => submission.item.pageTitle],
  ['pageUrl', ({ submission }) => submission.item.pageUrl],
  ['mediaUrl', ({ submission }) => submission.item.mediaUrl],
  ['badge', ({ submission }) => submission.item.badge ?? ''],
  ['receipts', ({ receipts }) => receipts.map(({ words }) => words).join(' | ')],
  ['evidenceSha256', ({ submission }) => submission.evidence?.sha256 ?? ''],
  ['follows', ({ submission }) => submission.follows ?? ''],
  ['notes', ({ notes }) => notes],
];

/** Reports as a table (RFC 4180); cells that a spreadsheet would run are defused. */
export function reportsCsv(entries: readonly ReportEntry[]): string {
  const head = COLUMNS.map(([name]) => csvCell(name)).join(',');
  const rows = entries.map((entry) => COLUMNS.map(([, cell]) => csvCell(cell(entry))).join(','));
  return `${BYTE_ORDER_MARK}${[head, ...rows].join('\r\n')}\r\n`;
}

/** Reports whole, but for their evidence packages and tokens. */
export function reportsJson(entries: readonly ReportEntry[], now: string, version: string): string {
  const envelope = {
    format: 'bianshi-ledger',
    formatVersion: 1,
    program: `Bianshi ${version}`,
    savedAt: now,
  };
  return `${JSON.stringify({ ...envelope, reports: entries }, null, 2)}\n`;
}
