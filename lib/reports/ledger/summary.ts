import type { Localized } from '../../rules/localized';
import type { DeliveryState } from '../outbox/delivery';
import type { ReportEntry, ReportState } from './entry';

/**
 * What a list shows of a report, and what it is searched by. Kept beside the entries, which are many times larger: a
 * list of a thousand reads only these.
 */
export type ReportSummary = {
  readonly id: string;
  readonly state: ReportState;
  readonly delivery?: DeliveryState;
  /** When the delivery is to be tried, in milliseconds since the epoch; only while it is on its way. */
  readonly due?: number;
  readonly categoryId: string;
  readonly recipientId: string;
  readonly recipient: Localized;
  readonly mediaUrl: string;
  readonly pageUrl: string;
  readonly pageTitle: string;
  readonly kind: ReportEntry['submission']['item']['kind'];
  readonly receipt?: string;
  readonly confirmedAt: string;
  readonly updatedAt: string;
  /** The earliest reminder its person has not taken away, ISO 8601. */
  readonly remindAt?: string;
  readonly follows?: string;
};

/** Longest address or title kept in a summary; an address in memory may be the medium itself. */
const MAX_CHARS = 2048;

/** The summary of an entry. */
export function summaryOf(entry: ReportEntry): ReportSummary {
  const { id, state, submission, delivery, receipts, updatedAt } = entry;
  const { item, recipient, categoryId, confirmedAt, follows } = submission;
  const receipt = receipts.at(-1)?.words;
  const remindAt = nextReminder(entry);
  return {
    id,
    state,
    ...(delivery === undefined ? {} : deliveryOf(delivery)),
    categoryId,
    recipientId: recipient.id,
    recipient: recipient.name,
    mediaUrl: item.mediaUrl.slice(0, MAX_CHARS),
    pageUrl: item.pageUrl.slice(0, MAX_CHARS),
    pageTitle: item.pageTitle.slice(0, MAX_CHARS),
    kind: item.kind,
    ...(receipt === undefined ? {} : { receipt }),
    confirmedAt,
    updatedAt,
    ...(remindAt === undefined ? {} : { remindAt }),
    ...(follows === undefined ? {} : { follows }),
  };
}

/** Key by which reports on one medium are found. */
export function mediaKey(mediaUrl: string): string {
  return mediaUrl.slice(0, MAX_CHARS);
}

function deliveryOf({ state, due }: NonNullable<ReportEntry['delivery']>): Partial<ReportSummary> {
  return state === 'queued' || state === 'sending' ? { delivery: state, due } : { delivery: state };
}

function nextReminder({ reminders }: ReportEntry): string | undefined {
  return reminders.map(({ due }) => due).sort((a, b) => Date.parse(a) - Date.parse(b))[0];
}

/** Whether a report waits for its person: a delivery that needs them, or a reminder whose time has come. */
export function isWaiting({ delivery, remindAt, state }: ReportSummary, now: number): boolean {
  if (state === 'closed') return false;
  const stuck = delivery === 'failed' || delivery === 'needs-action';
  return stuck || (remindAt !== undefined && Date.parse(remindAt) <= now);
}
