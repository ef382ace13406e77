import { describe, expect, it } from 'vitest';
import {
  FIRST_DELAY_MS,
  LONGEST_ASKED_MS,
  LONGEST_DELAY_MS,
  retryAfterMs,
  retryDelay,
} from '../../../../lib/reports/outbox/back-off';
import {
  claimed,
  type Delivery,
  LEASE_MS,
  MAX_ATTEMPTS,
  queued,
  settled,
  triedAgain,
} from '../../../../lib/reports/outbox/delivery';

const NOW = 1_800_000_000_000;
const sending: Delivery = { state: 'sending', attempts: 1, due: NOW + LEASE_MS };
const remote = { receipt: 'R-1', status: 'received' } as const;

describe('a delivery', () => {
  it('is taken when it is due, and not before', () => {
    expect(claimed(queued(NOW), NOW, false)).toEqual({ state: 'sending', attempts: 1, due: NOW + LEASE_MS });
    expect(claimed(queued(NOW + 1), NOW, true)).toBeUndefined();
  });

  it('that was cut off is taken by whoever holds the lock, and by others when its lease is over', () => {
    expect(claimed(sending, NOW, false)).toBeUndefined();
    expect(claimed(sending, NOW, true)).toEqual({ state: 'sending', attempts: 2, due: NOW + LEASE_MS });
    expect(claimed(sending, NOW + LEASE_MS, false)?.attempts).toBe(2);
  });

  it('is never taken again once it arrived, failed or waits for its person', () => {
    for (const state of ['delivered', 'failed', 'needs-action'] as const)
      expect(claimed({ state, attempts: 1, due: 0 }, NOW, true)).toBeUndefined();
  });

  it('ends as its attempt did', () => {
    const arrived = { kind: 'delivered', remote, evidence: 'none' } as const;
    expect(settled(sending, arrived, NOW, 0)).toEqual({ state: 'delivered', attempts: 1, due: NOW });
    const refused = { kind: 'refused', status: 400 } as const;
    expect(settled(sending, { kind: 'stop', problem: refused }, NOW, 0)).toMatchObject({
      state: 'failed',
      problem: refused,
    });
    expect(settled(sending, { kind: 'ask', problem: { kind: 'token' } }, NOW, 0).state).toBe('needs-action');
  });

  it('waits longer after each attempt, and is left to its person in the end', () => {
    const later = { kind: 'retry', problem: { kind: 'busy' } } as const;
    expect(settled(sending, later, NOW, 0)).toMatchObject({ state: 'queued', due: NOW + FIRST_DELAY_MS });
    expect(settled({ ...sending, attempts: 3 }, later, NOW, 0).due).toBe(NOW + 4 * FIRST_DELAY_MS);
    expect(settled({ ...sending, attempts: MAX_ATTEMPTS }, later, NOW, 0)).toMatchObject({
      state: 'failed',
      problem: { kind: 'gave-up' },
    });
  });

  it('is tried again on request, unless it arrived or is on its way', () => {
    const failed: Delivery = { state: 'failed', attempts: 40, due: 0, problem: { kind: 'gave-up' } };
    expect(triedAgain(failed, NOW)).toEqual(queued(NOW));
    expect(triedAgain(sending, NOW)).toBe(sending);
    const arrived: Delivery = { state: 'delivered', attempts: 1, due: NOW };
    expect(triedAgain(arrived, NOW)).toBe(arrived);
  });
});

describe('the delay', () => {
  it('doubles up to a bound and is spread upwards', () => {
    expect([1, 2, 3, 30].map((attempts) => retryDelay(attempts, undefined, 0))).toEqual([
      FIRST_DELAY_MS,
      2 * FIRST_DELAY_MS,
      4 * FIRST_DELAY_MS,
      LONGEST_DELAY_MS,
    ]);
    expect(retryDelay(1, undefined, 1)).toBe(1.5 * FIRST_DELAY_MS);
  });

  it('is at least what the server asked for, within reason', () => {
    expect(retryDelay(1, 3_600_000, 0)).toBe(3_600_000);
    expect(retryDelay(1, 1, 0)).toBe(FIRST_DELAY_MS);
    expect(retryDelay(1, 10 ** 12, 0)).toBe(LONGEST_ASKED_MS);
  });

  it('reads Retry-After in seconds and as a date, and nothing else', () => {
    expect(retryAfterMs('120', NOW)).toBe(120_000);
    expect(retryAfterMs(new Date(NOW + 60_000).toUTCString(), NOW)).toBe(60_000);
    expect(retryAfterMs(new Date(NOW - 60_000).toUTCString(), NOW)).toBe(0);
    for (const nonsense of [null, '', '-5', '1e99', 'soon'])
      expect(retryAfterMs(nonsense, NOW)).toBeUndefined();
  });
});
