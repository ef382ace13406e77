import { queued } from '../outbox/delivery';
import type { Submission } from '../submission';
import { type KeptSubmission, type LedgerEvent, OUTBOX_CHANNELS, type ReportEntry } from './entry';

/**
 * The entry of a report its person has just confirmed.
 *
 * @param now milliseconds since the epoch
 */
export function newEntry(submission: Submission, now: number): ReportEntry {
  const { id, channel, confirmedAt, follows } = submission;
  const events: LedgerEvent[] = [{ at: confirmedAt, kind: 'confirmed', channel }];
  if (follows !== undefined) events.push({ at: confirmedAt, kind: 'follows', id: follows });
  return {
    id,
    submission: kept(submission),
    state: 'sent',
    ...(OUTBOX_CHANNELS.includes(channel) ? { delivery: queued(now) } : {}),
    events,
    reminders: [],
    notes: '',
    receipts: [],
    updatedAt: confirmedAt,
  };
}

function kept({ evidence, ...rest }: Submission): KeptSubmission {
  if (evidence === undefined) return rest;
  const { name, mime, sha256, bytes } = evidence;
  return { ...rest, evidence: { name, mime, sha256, size: bytes.size } };
}
