import { expect, it } from 'vitest';
import { soak } from '../../support/soak';

const FILES = 1000;
const ROUNDS = 4;

/** What a thousand files may leave behind: a kilobyte each, less than the smallest of them. */
const MAX_GROWTH_BYTES = FILES * 1024;

it('holds no more memory the more files it has read', async () => {
  const heaps = await soak(ROUNDS * FILES, FILES);
  const growth = heaps.slice(1).map((heap, at) => heap - (heaps[at] ?? 0));
  expect(growth.length).toBe(ROUNDS - 1);
  // Compiled code and caches grow in some round or other; what is leaked grows in every one.
  expect(Math.min(...growth)).toBeLessThan(MAX_GROWTH_BYTES);
}, 60_000);
