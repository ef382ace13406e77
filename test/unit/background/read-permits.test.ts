import { describe, expect, it } from 'vitest';
import { PERMIT_MS, readPermits } from '../../../entrypoints/background/read-permits';

describe('readPermits', () => {
  it('holds for one tab, one reason and a minute', () => {
    let now = 0;
    const permits = readPermits(() => now);
    expect(permits.allows(1, 'needs-sign-in')).toBe(false);
    permits.grant(1, 'needs-sign-in');
    expect(permits.allows(1, 'needs-sign-in')).toBe(true);
    expect(permits.allows(1, 'budget')).toBe(false);
    expect(permits.allows(2, 'needs-sign-in')).toBe(false);
    expect(permits.allows(undefined, 'needs-sign-in')).toBe(false);
    now = PERMIT_MS;
    expect(permits.allows(1, 'needs-sign-in')).toBe(false);
  });

  it('ends when the tab shows another document', () => {
    const permits = readPermits(() => 0);
    permits.grant(1, 'budget');
    permits.forget(1);
    expect(permits.allows(1, 'budget')).toBe(false);
  });
});
