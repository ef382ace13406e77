import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { handOver, takeOver } from '../../../lib/platform/handed-over';

afterEach(() => void vi.useRealTimers());

describe('bytes handed over', () => {
  it('are taken once', async () => {
    await handOver('a', new Blob(['bytes']));
    expect(await takeOver('a')).toBeDefined();
    expect(await takeOver('a')).toBeUndefined();
    expect(await takeOver('never')).toBeUndefined();
  });

  it('are dropped when nobody came for them', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: 0 });
    await handOver('old', new Blob(['bytes']));
    vi.setSystemTime(11 * 60 * 1000);
    await handOver('new', new Blob(['bytes']));
    expect(await takeOver('old')).toBeUndefined();
    expect(await takeOver('new')).toBeDefined();
  });
});
