import type { RecipientRow } from '../../rules/recipient-row';
import { deliverByApi } from '../channels/api';
import { type AtprotoSession, deliverByAtproto } from '../channels/atproto';
import type { Wire } from '../channels/exchange';
import type { ReportEntry } from '../ledger/entry';
import { type Instant, withClaim, withOutcome } from '../ledger/entry-changes';
import { changeReport, during, readEvidence, readReport } from '../ledger/ledger';
import type { ReportSummary } from '../ledger/summary';
import type { Outcome } from './delivery';

/** What a delivery needs from the world. */
export type DeliveryWorld = {
  readonly wire: Wire;
  readonly instant: () => Instant;
  /** From 0 up to 1. */
  readonly chance: () => number;
  /** Whether the machine is known to have no network. */
  readonly isOffline: () => boolean;
  readonly session: () => Promise<AtprotoSession | undefined>;
  /** The bearer token for an endpoint. */
  readonly token: (url: string) => Promise<string | undefined>;
  /** Runs a request to an address a person chose, which may lie in their private network. */
  readonly reaching: <T>(url: string, job: () => Promise<T>) => Promise<T>;
  /** Has the outbox woken at that time, should this program be ended meanwhile. */
  readonly wakeBy: (ms: number) => Promise<void>;
};

/** Deliveries of one lane begun in one go; the rest follow with the next wake, so that one run stays short. */
const MAX_PER_RUN = 1000;

/**
 * The lanes with something to send: one to a recipient, so that nobody waits for somebody else's endpoint.
 *
 * @param now milliseconds since the epoch
 * @throws LedgerFault
 */
export async function dueLanes(now: number): Promise<readonly string[]> {
  const waiting = await during((db) => db.getAllFromIndex('summaries', 'due'));
  const begun = waiting.filter(({ delivery, due = 0 }) => due <= now || delivery === 'sending');
  return [...new Set(begun.map(({ recipientId }) => recipientId))];
}

/** When the next delivery of all is due, in milliseconds since the epoch. @throws LedgerFault */
export function firstDue(): Promise<number | undefined> {
  return during(async (db) => (await db.transaction('summaries').store.index('due').openCursor())?.value.due);
}

/**
 * Delivers what is due to one recipient, one after the other, until its endpoint keeps us waiting in vain: then the rest
 * waits for the next wake. Call it under a lock of that lane that nobody else holds.
 *
 * @param alone the lock is held, so attempts found under way in this lane were cut off
 * @throws LedgerFault
 */
export async function deliverLane(lane: string, world: DeliveryWorld, alone: boolean): Promise<void> {
  const seen = new Set<string>();
  for (let count = 0; count < MAX_PER_RUN && !world.isOffline(); count += 1) {
    const id = await nextDue(lane, world.instant().ms, alone, seen);
    if (id === undefined) return;
    // One that could not be claimed or comes due again at once would keep the run going for ever.
    seen.add(id);
    if (await deliverOne(id, world, alone)) return;
  }
}

async function nextDue(
  lane: string,
  now: number,
  alone: boolean,
  seen: ReadonlySet<string>,
): Promise<string | undefined> {
  const isDue = ({ id, delivery, due = 0, recipientId }: ReportSummary) =>
    recipientId === lane && !seen.has(id) && (due <= now || (alone && delivery === 'sending'));
  return during(async (db) => {
    let cursor = await db.transaction('summaries').store.index('due').openCursor();
    for (; cursor; cursor = await cursor.continue()) if (isDue(cursor.value)) return cursor.value.id;
    return undefined;
  });
}

/** @returns whether the endpoint let the time for its answer run out */
async function deliverOne(id: string, world: DeliveryWorld, alone: boolean): Promise<boolean> {
  const before = await readReport(id);
  const claimed = await changeReport(id, (entry) => withClaim(entry, world.instant().ms, alone));
  if (claimed?.delivery === undefined) return false;
  await world.wakeBy((await firstDue()) ?? claimed.delivery.due);
  const outcome = await attempt(claimed, before?.delivery?.state === 'sending', world);
  await changeReport(id, (entry) => withOutcome(entry, outcome, world.instant(), world.chance()));
  return outcome.kind === 'retry' && outcome.problem.kind === 'timed-out';
}

async function attempt(entry: ReportEntry, cutOff: boolean, world: DeliveryWorld): Promise<Outcome> {
  const { submission } = entry;
  const { channel } = submission.recipient;
  try {
    if (channel.kind === 'atproto') {
      if (cutOff) return { kind: 'ask', problem: { kind: 'unknown-outcome' } };
      return await deliverByAtproto(submission, await world.session(), world.wire);
    }
    if (channel.kind !== 'api') return { kind: 'stop', problem: { kind: 'not-addressed' } };
    const [evidence, token] = await Promise.all([readEvidence(entry.id), world.token(channel.url)]);
    const send = () => deliverByApi({ submission, evidence, token }, world.wire);
    const outcome = await world.reaching(channel.url, send);
    return token === undefined ? withoutToken(outcome, submission.recipient) : outcome;
  } catch {
    // Our own fault, or a ledger that cannot be read just now: the report stays, and is tried again.
    return { kind: 'retry', problem: { kind: 'unreachable' } };
  }
}

/** Browsers hand out an organisation's policy a while after they started: its token may be there at the next attempt. */
function withoutToken(outcome: Outcome, { confidence }: RecipientRow): Outcome {
  const late = confidence === 'managed' && outcome.kind === 'ask' && outcome.problem.kind === 'token';
  return late ? { kind: 'retry', problem: outcome.problem } : outcome;
}
