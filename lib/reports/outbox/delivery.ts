import { retryDelay } from './back-off';

/** Where a report stands on its way to an endpoint. */
export const DELIVERY_STATES = ['queued', 'sending', 'delivered', 'failed', 'needs-action'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** What stood in the way of a delivery; each has words (`ledger.problem.*`). */
export const PROBLEM_KINDS = [
  'unreachable',
  'timed-out',
  'server-error',
  'busy',
  'nonsense',
  'redirected',
  'token',
  'sign-in',
  'refused',
  'conflict',
  'too-large',
  'insecure',
  'not-addressed',
  'unknown-outcome',
  'gave-up',
] as const;
export type ProblemKind = (typeof PROBLEM_KINDS)[number];

/** `status`: HTTP status code; `words`: what the endpoint said itself, bounded, untrusted. */
export type Problem = { readonly kind: ProblemKind; readonly status?: number; readonly words?: string };

/** Where a recipient says a report stands; the reference receiver's words. */
export const REMOTE_STATES = ['received', 'in-review', 'answered', 'closed'] as const;
export type RemoteState = (typeof REMOTE_STATES)[number];

/** What a recipient answers about a report: its own number for it, its state, its words. */
export type RemoteStatus = {
  readonly receipt: string;
  readonly status: RemoteState;
  readonly answer?: string;
};

/**
 * How one attempt ended. `retry`: later, by itself; `stop`: a refusal that asking again does not change; `ask`: a person
 * has to do something first.
 */
export type Outcome =
  | {
      readonly kind: 'delivered';
      readonly remote: RemoteStatus;
      /** `refused`: the report arrived, its evidence was not taken. */
      readonly evidence: 'none' | 'taken' | 'refused';
      readonly words?: string;
    }
  | { readonly kind: 'retry'; readonly problem: Problem; readonly afterMs?: number }
  | { readonly kind: 'stop'; readonly problem: Problem }
  | { readonly kind: 'ask'; readonly problem: Problem };

/** A report's way to its endpoint. Times are milliseconds since the epoch. */
export type Delivery = {
  readonly state: DeliveryState;
  readonly attempts: number;
  /** When to try next; for `sending`, when the attempt is taken for lost. */
  readonly due: number;
  readonly problem?: Problem;
};

/** An attempt that has not ended after this long was cut off; a request and an upload of the largest package fit in. */
export const LEASE_MS = 5 * 60_000;

/** Attempts before a report is left to its person: with the longest delay, more than a week. */
export const MAX_ATTEMPTS = 40;

/** A delivery that may begin at once. */
export function queued(now: number): Delivery {
  return { state: 'queued', attempts: 0, due: now };
}

/**
 * Takes a delivery for an attempt. Whoever holds the outbox's lock is the only sender, so an attempt found under way was
 * cut off; without a lock it counts as cut off when its lease is over.
 *
 * @param alone the caller holds the lock
 * @returns the delivery as it is while it is being sent; `undefined` where there is nothing to send now
 */
export function claimed(delivery: Delivery, now: number, alone: boolean): Delivery | undefined {
  const cutOff = delivery.state === 'sending' && (alone || delivery.due <= now);
  const ready = delivery.state === 'queued' && delivery.due <= now;
  if (!cutOff && !ready) return undefined;
  return { state: 'sending', attempts: delivery.attempts + 1, due: now + LEASE_MS };
}

/**
 * The delivery after an attempt.
 *
 * @param chance from 0 up to 1, spreads retries
 */
export function settled(delivery: Delivery, outcome: Outcome, now: number, chance: number): Delivery {
  const { attempts } = delivery;
  if (outcome.kind === 'delivered') return { state: 'delivered', attempts, due: now };
  const { problem } = outcome;
  if (outcome.kind === 'stop') return { state: 'failed', attempts, due: now, problem };
  if (outcome.kind === 'ask') return { state: 'needs-action', attempts, due: now, problem };
  if (attempts >= MAX_ATTEMPTS)
    return { state: 'failed', attempts, due: now, problem: { ...problem, kind: 'gave-up' } };
  const wait = retryDelay(attempts, outcome.afterMs, chance);
  return { state: 'queued', attempts, due: now + wait, problem };
}

/** The delivery once a person asked for another try; one that arrived or is on its way is left as it is. */
export function triedAgain(delivery: Delivery, now: number): Delivery {
  const open = delivery.state !== 'delivered' && delivery.state !== 'sending';
  return open ? queued(now) : delivery;
}
