import { expect, it } from 'vitest';
import { soak } from '../../support/soak';

/** What compiled code and caches may still come to once everything has been read a few times. */
const MAX_GROWTH_BYTES = 4 * 1024 * 1024;

it('holds no more memory after a thousand files than after five hundred', async () => {
  const [half = 0, whole = 0] = await soak(1000, 500);
  expect(half).toBeGreaterThan(0);
  expect(whole - half).toBeLessThan(MAX_GROWTH_BYTES);
}, 60_000);
