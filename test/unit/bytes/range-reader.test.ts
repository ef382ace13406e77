import { describe, expect, it } from 'vitest';
import { ByteFault } from '../../../lib/bytes/fault';
import {
  HEAD_BYTES,
  MAX_BYTES_PER_FILE,
  MAX_CACHED_BYTES,
  MAX_READS_PER_FILE,
  READ_AHEAD_BYTES,
} from '../../../lib/bytes/limits';
import { RangeReader } from '../../../lib/bytes/range-reader';
import { SourceFault } from '../../../lib/bytes/source';
import { noise } from '../../support/samples/bytes';
import { spySource } from '../../support/samples/sources';

const KB = 1024;

describe('RangeReader: exact ranges', () => {
  const file = noise(5000);
  const ranges = [
    [0, 1],
    [10, 90],
    [0, 5000],
    [4990, 10],
    [64, 64],
    [1, 4000],
    [3999, 1001],
  ] as const;

  for (const window of [1, 2, 7, 64, 1000, 8192])
    for (const knowsSize of [true, false])
      it(`gives every range byte for byte with windows of ${window}, size ${knowsSize ? 'known' : 'unknown'}`, async () => {
        const { source } = spySource(file, knowsSize);
        const budget = { headBytes: window, readAheadBytes: window, maxReads: 10_000 };
        const reader = new RangeReader(source, budget);
        for (const [offset, length] of ranges)
          expect(await reader.read(offset, length)).toEqual(file.subarray(offset, offset + length));
      });

  it('gives fewer bytes only at the end, none beyond it', async () => {
    const reader = new RangeReader(spySource(file, false).source);
    expect(await reader.read(4990, 100)).toEqual(file.subarray(4990));
    expect(await reader.read(5000, 1)).toEqual(new Uint8Array(0));
    expect(await reader.read(9000, 1)).toEqual(new Uint8Array(0));
    expect(await reader.read(10, 0)).toEqual(new Uint8Array(0));
  });
});

describe('RangeReader: what is asked', () => {
  const file = noise(100 * KB);

  it('widens the first read to the head, later ones to the read-ahead, the last one to the end', async () => {
    const { source, asked } = spySource(file);
    const reader = new RangeReader(source);
    await reader.read(0, 8);
    await reader.read(50 * KB, 8);
    await reader.read(99 * KB, 8);
    expect(asked).toEqual([
      { offset: 0, length: HEAD_BYTES },
      { offset: 50 * KB, length: READ_AHEAD_BYTES },
      { offset: 99 * KB, length: KB },
    ]);
    expect(reader.stats).toEqual({ bytes: HEAD_BYTES + READ_AHEAD_BYTES + KB, reads: 3 });
  });

  it('asks for what is missing only: behind, before and between cached windows', async () => {
    const { source, asked } = spySource(file);
    const reader = new RangeReader(source, { headBytes: 10, readAheadBytes: 10 });
    await reader.read(100, 10);
    await reader.read(130, 10);
    expect(await reader.read(90, 60)).toEqual(file.subarray(90, 150));
    expect(asked.slice(2)).toEqual([
      { offset: 90, length: 10 },
      { offset: 110, length: 20 },
      { offset: 140, length: 10 },
    ]);
  });

  it('learns the size from a short answer and asks nothing beyond it', async () => {
    const { source, asked } = spySource(file.subarray(0, 100), false);
    const reader = new RangeReader(source);
    expect(reader.size).toBeUndefined();
    await reader.read(0, 1);
    expect(reader.size).toBe(100);
    await reader.read(100, 50);
    expect(asked).toHaveLength(1);
  });

  it('takes the shorter truth when a source states more than it has', async () => {
    const reader = new RangeReader({ size: 1000, read: async (offset) => file.subarray(offset, 100) });
    expect(await reader.read(0, 1000)).toHaveLength(100);
    expect(reader.size).toBe(100);
  });

  it('cuts an answer that is longer than asked', async () => {
    const reader = new RangeReader({ size: 1000, read: async () => file }, { headBytes: 4 });
    expect(await reader.read(0, 4)).toEqual(file.subarray(0, 4));
    expect(reader.stats).toEqual({ bytes: 4, reads: 1 });
  });

  it('keeps a bounded cache: the oldest window is asked for again', async () => {
    const { source, asked } = spySource(file);
    const reader = new RangeReader(source, { headBytes: 10, readAheadBytes: 10, maxCachedBytes: 20 });
    for (const offset of [0, 100, 200, 100, 0]) await reader.read(offset, 5);
    expect(asked.map(({ offset }) => offset)).toEqual([0, 100, 200, 0]);
  });

  it('holds a read-ahead window for every read it may make', () => {
    expect(MAX_CACHED_BYTES).toBe(MAX_READS_PER_FILE * READ_AHEAD_BYTES);
  });
});

describe('RangeReader: budget', () => {
  const endless = { size: undefined, read: async (_: number, length: number) => new Uint8Array(length) };
  const kindOf = (error: unknown) => (error instanceof ByteFault ? error.kind : error);
  const fails = (reading: Promise<unknown>) => reading.then(() => 'read', kindOf);

  it('reads up to the byte limit and not past it', async () => {
    const reader = new RangeReader(endless);
    expect(await reader.read(0, MAX_BYTES_PER_FILE)).toHaveLength(MAX_BYTES_PER_FILE);
    expect(await fails(reader.read(MAX_BYTES_PER_FILE, 1))).toBe('over-budget');
  });

  it('refuses more than the limit before asking for anything', async () => {
    const { source, asked } = spySource(new Uint8Array(10), false);
    const reader = new RangeReader(source);
    expect(await fails(reader.read(0, MAX_BYTES_PER_FILE + 1))).toBe('over-budget');
    expect(await fails(reader.read(0, 2 ** 52))).toBe('over-budget');
    expect(asked).toEqual([]);
  });

  it('gives what is there when more is asked of a file of known size', async () => {
    const reader = new RangeReader(spySource(new Uint8Array(10)).source);
    expect(await reader.read(0, 2 ** 52)).toHaveLength(10);
  });

  it('reads up to the limit of reads and not past it', async () => {
    const reader = new RangeReader(endless, { headBytes: 1, readAheadBytes: 1 });
    for (let read = 0; read < MAX_READS_PER_FILE; read++) await reader.read(read * 10, 1);
    expect(await fails(reader.read(9999, 1))).toBe('over-budget');
    expect(await fails(reader.read(0, 1))).toBe('read');
    expect(reader.stats.reads).toBe(MAX_READS_PER_FILE);
  });

  it('does not let widening use up the budget', async () => {
    const reader = new RangeReader(endless, { maxBytes: HEAD_BYTES + 10 });
    await reader.read(0, 1);
    expect(await reader.read(HEAD_BYTES + 100, 10)).toHaveLength(10);
    expect(reader.stats.bytes).toBe(HEAD_BYTES + 10);
  });

  it('refuses what is no range', async () => {
    const reader = new RangeReader(endless);
    for (const [offset, length] of [
      [-1, 1],
      [0, -1],
      [0.5, 1],
      [0, Number.NaN],
      [Number.MAX_SAFE_INTEGER, 1],
    ] as const)
      expect(await fails(reader.read(offset, length))).toBe('malformed');
  });

  it('passes a SourceFault on untouched', async () => {
    const fault = new SourceFault('timed-out', 'no answer');
    const reader = new RangeReader({ size: 10, read: () => Promise.reject(fault) });
    await expect(reader.read(0, 1)).rejects.toBe(fault);
  });
});

describe('RangeReader: gaps', () => {
  const file = Uint8Array.from({ length: 100_000 }, (_, at) => at % 251);
  const asked: string[] = [];
  const source = {
    size: file.length,
    read: async (offset: number, length: number) => {
      asked.push(`${offset}+${length}`);
      return file.subarray(offset, offset + length);
    },
  };

  it('reads on from what it has when that holds what is missing, and leaps when it does not', async () => {
    const reader = new RangeReader(source, { headBytes: 1000, readAheadBytes: 1000 });
    await reader.read(0, 4);
    expect([...(await reader.read(1500, 4))]).toEqual([...file.subarray(1500, 1504)]);
    await reader.read(1200, 4);
    expect([...(await reader.read(2999, 2))]).toEqual([...file.subarray(2999, 3001)]);
    await reader.read(50_000, 4);
    expect(asked).toEqual(['0+1000', '1000+1000', '2999+1000', '50000+1000']);
  });
});
