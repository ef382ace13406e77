import { describe, expect, it } from 'vitest';
import { checkInTime } from '../../../lib/platform/check-in-time';

describe('checkInTime', () => {
  it('gives the answer', async () => {
    expect(await checkInTime(async () => ({ kind: 'none' }))).toEqual({ kind: 'none' });
  });

  it('says so when the background fails', async () => {
    const fails = () => Promise.reject(new Error('Extension context invalidated.'));
    expect(await checkInTime(fails)).toEqual({ kind: 'unchecked', why: 'checker-failed' });
  });

  it('does not wait for an answer that never comes, and ends the asking', async () => {
    let asked: AbortSignal | undefined;
    const never = (signal: AbortSignal) => {
      asked = signal;
      return new Promise<never>(() => undefined);
    };
    expect(await checkInTime(never, undefined, 5)).toEqual({ kind: 'unchecked', why: 'timed-out' });
    expect(asked?.aborted).toBe(true);
  });
});
