import type { Localized } from '../../rules/localized';
import {
  claimed,
  type Outcome,
  type RemoteState,
  type RemoteStatus,
  settled,
  triedAgain,
} from '../outbox/delivery';
import { plainLine } from '../plain-line';
import type { LedgerEvent, Look, Receipt, ReceiptFile, Reminder, ReportEntry, ReportState } from './entry';

/** When something happened: as written into the history, and in milliseconds since the epoch. */
export type Instant = { readonly iso: string; readonly ms: number };

/** State of a report by what its recipient says of it; a person's own word is not taken back. */
const STATE_BY_REMOTE: Readonly<Record<RemoteState, ReportState>> = {
  received: 'receipt',
  'in-review': 'receipt',
  answered: 'answered',
  closed: 'closed',
};

/** Longest text of a person's own that is kept in one piece. */
export const MAX_OWN_CHARS = 20_000;

/** The entry with its delivery taken for an attempt; `undefined` where there is nothing to send. */
export function withClaim(entry: ReportEntry, now: number, alone: boolean): ReportEntry | undefined {
  const delivery = entry.delivery && claimed(entry.delivery, now, alone);
  return delivery && { ...entry, delivery };
}

/** The entry after an attempt; what the recipient said is its receipt. */
export function withOutcome(entry: ReportEntry, outcome: Outcome, at: Instant, chance: number): ReportEntry {
  if (entry.delivery === undefined) return entry;
  const delivery = settled(entry.delivery, outcome, at.ms, chance);
  if (outcome.kind !== 'delivered') {
    const problem = delivery.problem ?? outcome.problem;
    return happened({ ...entry, delivery }, { at: at.iso, kind: 'attempt', problem });
  }
  const { receipt } = outcome.remote;
  const { evidence } = outcome;
  const arrived = happened({ ...entry, delivery }, { at: at.iso, kind: 'delivered', receipt, evidence });
  return withRemote(arrived, outcome.remote, at) ?? arrived;
}

/**
 * The entry with what its recipient says of it now.
 *
 * @returns `undefined` where that is nothing new
 */
export function withRemote(entry: ReportEntry, remote: RemoteStatus, at: Instant): ReportEntry | undefined {
  const known = entry.receipts.some(({ from, words }) => from === 'endpoint' && words === remote.receipt);
  const last = lastStatus(entry);
  if (known && last?.status === remote.status && last.words === remote.answer) return undefined;
  const receipt: Receipt = { at: at.iso, words: remote.receipt, from: 'endpoint' };
  const state = entry.state === 'closed' ? 'closed' : STATE_BY_REMOTE[remote.status];
  const words = remote.answer === undefined ? {} : { words: remote.answer };
  return happened(
    { ...entry, state, receipts: known ? entry.receipts : [...entry.receipts, receipt] },
    { at: at.iso, kind: 'status', status: remote.status, ...words },
  );
}

function lastStatus({ events }: ReportEntry): Extract<LedgerEvent, { kind: 'status' }> | undefined {
  const found = events.findLast(({ kind }) => kind === 'status');
  return found?.kind === 'status' ? found : undefined;
}

/** The entry put back into the outbox by its person. */
export function withRetry(entry: ReportEntry, at: Instant): ReportEntry | undefined {
  const delivery = entry.delivery && triedAgain(entry.delivery, at.ms);
  if (delivery === undefined || delivery === entry.delivery) return undefined;
  return happened({ ...entry, delivery }, { at: at.iso, kind: 'again' });
}

/** The state a person set; `undefined` where it is that already. */
export function withState(entry: ReportEntry, state: ReportState, at: Instant): ReportEntry | undefined {
  return entry.state === state
    ? undefined
    : happened({ ...entry, state }, { at: at.iso, kind: 'state', state });
}

/** A receipt the person was given elsewhere: a number or an answer, a file, or both; named after the file where it has no words. */
export function withReceipt(
  entry: ReportEntry,
  words: string,
  at: Instant,
  file?: ReceiptFile,
): ReportEntry | undefined {
  const text = (words.trim() || plainLine(file?.name ?? '')).slice(0, MAX_OWN_CHARS);
  if (text === '') return undefined;
  const receipt: Receipt = { at: at.iso, words: text, from: 'person', ...(file && { file }) };
  const state = entry.state === 'sent' || entry.state === 'draft' ? 'receipt' : entry.state;
  return happened(
    { ...entry, state, receipts: [...entry.receipts, receipt] },
    { at: at.iso, kind: 'receipt', words: text },
  );
}

/** The person's notes, as they stand now. */
export function withNotes(entry: ReportEntry, notes: string, at: Instant): ReportEntry | undefined {
  const text = notes.slice(0, MAX_OWN_CHARS);
  return text === entry.notes ? undefined : { ...entry, notes: text, updatedAt: at.iso };
}

/** A reminder set or, by its id, taken away. */
export function withReminder(entry: ReportEntry, reminder: Reminder, at: Instant): ReportEntry {
  const others = entry.reminders.filter(({ id }) => id !== reminder.id);
  return { ...entry, reminders: [...others, reminder], updatedAt: at.iso };
}

export function withoutReminder(entry: ReportEntry, id: string, at: Instant): ReportEntry {
  return { ...entry, reminders: entry.reminders.filter((each) => each.id !== id), updatedAt: at.iso };
}

/** The entry with its due reminders told; `undefined` where none is due. */
export function withTold(entry: ReportEntry, at: Instant): ReportEntry | undefined {
  const isDue = ({ due, toldAt }: Reminder) => toldAt === undefined && Date.parse(due) <= at.ms;
  if (!entry.reminders.some(isDue)) return undefined;
  const reminders = entry.reminders.map((each) => (isDue(each) ? { ...each, toldAt: at.iso } : each));
  return { ...entry, reminders };
}

/** What was found when the medium was looked at again. */
export function withLook(entry: ReportEntry, look: Look, at: Instant): ReportEntry {
  return happened(entry, { at: at.iso, kind: 'look', look });
}

/** That the report was taken further, and to whom. */
export function withEscalation(entry: ReportEntry, id: string, to: Localized, at: Instant): ReportEntry {
  return happened(entry, { at: at.iso, kind: 'escalated', id, to });
}

function happened(entry: ReportEntry, event: LedgerEvent): ReportEntry {
  return { ...entry, events: [...entry.events, event], updatedAt: event.at };
}
