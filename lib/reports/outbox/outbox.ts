import { type DeliveryWorld, deliverLane, dueLanes, firstDue } from './lane';
import { createSlots } from './slots';

/** What the outbox needs from the world. */
export type OutboxWorld = DeliveryWorld & {
  /** Runs a job while nobody else in this extension runs one of that name; `alone` is false where that is not sure. */
  readonly locked: <T>(name: string, job: (alone: boolean) => Promise<T>) => Promise<T>;
};

/** Recipients served at the same time. As many that do not answer hold up the others, until their time is over. */
export const MAX_LANES = 4;

/**
 * The outbox of this program.
 *
 * @returns what to call when something may be due: delivers it, to each recipient one after the other, to several at the
 *   same time. May be called at any time, and again while it runs: what came meanwhile begins at once where its recipient
 *   is not being served. Ends when all it found is tried, and has itself woken for what is left. Throws `LedgerFault`
 */
export function createOutbox(world: OutboxWorld): () => Promise<void> {
  const slots = createSlots(MAX_LANES);
  const waiting = new Set<string>();
  const wakeForRest = async (): Promise<void> => {
    const due = await firstDue();
    if (due !== undefined) await world.wakeBy(due);
  };
  const runLane = async (lane: string): Promise<void> => {
    // Whoever waits for the lock will see what came since; a third one would find nothing.
    if (waiting.has(lane)) return;
    waiting.add(lane);
    await world.locked(`outbox ${lane}`, (alone) => {
      waiting.delete(lane);
      return slots(() => deliverLane(lane, world, alone));
    });
    await wakeForRest();
  };
  return async () => {
    const lanes = world.isOffline() ? [] : await dueLanes(world.instant().ms);
    await Promise.all(lanes.map(runLane));
    await wakeForRest();
  };
}
