import { deliverByApi } from '../channels/api';
import { type AtprotoSession, deliverByAtproto } from '../channels/atproto';
import type { Wire } from '../channels/exchange';
import type { ReportEntry } from '../ledger/entry';
import { type Instant, withClaim, withOutcome } from '../ledger/entry-changes';
import { changeReport, during, readEvidence, readReport } from '../ledger/ledger';
import { loadToken } from '../ledger/tokens';
import type { Outcome } from './delivery';

/** What the outbox needs from the world. */
export type OutboxWorld = {
  readonly wire: Wire;
  readonly instant: () => Instant;
  /** From 0 up to 1. */
  readonly chance: () => number;
  /** Whether the machine is known to have no network. */
  readonly isOffline: () => boolean;
  readonly session: () => Promise<AtprotoSession | undefined>;
  /** Runs a request to an address a person chose, which may lie in their private network. */
  readonly reaching: <T>(url: string, job: () => Promise<T>) => Promise<T>;
  /** Called before each attempt with the time by which it must have been taken up again, should this program die. */
  readonly wakeBy: (ms: number) => Promise<void>;
};

/** Deliveries begun in one go; the rest follow with the next wake, so that one run stays short. */
const MAX_PER_RUN = 1000;

/**
 * Delivers what is due, one after the other. Call it under a lock that nobody else holds.
 *
 * @param alone the lock is held, so attempts found under way were cut off
 * @returns when the next delivery is due, in milliseconds since the epoch; `undefined` where none is waiting
 * @throws LedgerFault
 */
export async function runOutbox(world: OutboxWorld, alone: boolean): Promise<number | undefined> {
  const seen = new Set<string>();
  for (let count = 0; count < MAX_PER_RUN && !world.isOffline(); count += 1) {
    const id = await nextDue(world.instant().ms, alone, seen);
    if (id === undefined) break;
    // One that could not be claimed or comes due again at once would keep the run going for ever.
    seen.add(id);
    await deliverOne(id, world, alone);
  }
  return during(async (db) => (await db.transaction('summaries').store.index('due').openCursor())?.value.due);
}

async function nextDue(now: number, alone: boolean, seen: ReadonlySet<string>): Promise<string | undefined> {
  return during(async (db) => {
    let cursor = await db.transaction('summaries').store.index('due').openCursor();
    for (; cursor; cursor = await cursor.continue()) {
      const { id, delivery, due = 0 } = cursor.value;
      if ((due <= now || (alone && delivery === 'sending')) && !seen.has(id)) return id;
    }
    return undefined;
  });
}

async function deliverOne(id: string, world: OutboxWorld, alone: boolean): Promise<void> {
  const before = await readReport(id);
  const claimed = await changeReport(id, (entry) => withClaim(entry, world.instant().ms, alone));
  if (claimed?.delivery === undefined) return;
  await world.wakeBy(claimed.delivery.due);
  const outcome = await attempt(claimed, before?.delivery?.state === 'sending', world);
  await changeReport(id, (entry) => withOutcome(entry, outcome, world.instant(), world.chance()));
}

async function attempt(entry: ReportEntry, cutOff: boolean, world: OutboxWorld): Promise<Outcome> {
  const { submission } = entry;
  const { channel } = submission.recipient;
  try {
    if (channel.kind === 'atproto') {
      if (cutOff) return { kind: 'ask', problem: { kind: 'unknown-outcome' } };
      return await deliverByAtproto(submission, await world.session(), world.wire);
    }
    if (channel.kind !== 'api') return { kind: 'stop', problem: { kind: 'not-addressed' } };
    const [evidence, token] = await Promise.all([readEvidence(entry.id), loadToken(channel.url)]);
    const send = () => deliverByApi({ submission, evidence, token }, world.wire);
    return await world.reaching(channel.url, send);
  } catch {
    // Our own fault, or a ledger that cannot be read just now: the report stays, and is tried again.
    return { kind: 'retry', problem: { kind: 'unreachable' } };
  }
}
