import { afterEach, describe, expect, it, vi } from 'vitest';
import { isoWithOffset } from '../../../lib/platform/local-time';

const moment = new Date('2026-11-21T04:05:06.789Z');
afterEach(() => void vi.restoreAllMocks());

describe('isoWithOffset', () => {
  it.each([
    [0, '2026-11-21T04:05:06+00:00'],
    [-480, '2026-11-21T12:05:06+08:00'],
    [-345, '2026-11-21T09:50:06+05:45'],
    [210, '2026-11-21T00:35:06-03:30'],
  ])('writes an offset of %i minutes west as %s', (west, expected) => {
    vi.spyOn(moment, 'getTimezoneOffset').mockReturnValue(west);
    expect(isoWithOffset(moment)).toBe(expected);
  });
});
