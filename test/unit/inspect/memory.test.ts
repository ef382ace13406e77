import { expect, it } from 'vitest';
import { soak } from '../../support/soak';

/** Once everything has been read some twenty times, code is compiled and caches are full; the rest is noise of about 1.5 MB. */
const MAX_GROWTH_BYTES = 4 * 1024 * 1024;

it('holds no more memory after two thousand files than after one', async () => {
  const [half = 0, whole = 0] = await soak(2000, 1000);
  expect(half).toBeGreaterThan(0);
  expect(whole - half).toBeLessThan(MAX_GROWTH_BYTES);
}, 60_000);
