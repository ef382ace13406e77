import { describe, expect, it } from 'vitest';
import { drive, driveOver } from '../../../lib/bytes/drive';
import { ByteFault } from '../../../lib/bytes/fault';
import { MAX_ASKS_PER_PARSE, MAX_REPEATED_ASKS } from '../../../lib/bytes/limits';
import { type Parse, read, readUpTo } from '../../../lib/bytes/parse';
import { RangeReader } from '../../../lib/bytes/range-reader';
import { memorySource, SourceFault } from '../../../lib/bytes/source';
import { bytes, noise } from '../../support/samples/bytes';

const FILE = bytes(0, 1, 2, 3, 4, 5, 6, 7);
const readerOf = (file = FILE) => new RangeReader(memorySource(file));

function* pair(): Parse<readonly [number, number]> {
  const first = yield* read(2, 2, 'first');
  const second = yield* read(6, 1, 'second');
  return [first.u16be(), second.u8()];
}

function* failing(error: unknown): Parse<never> {
  yield* read(0, 1, 'start');
  throw error;
}

/** Asks for `count` different ranges, each `repeats` times. */
function* asking(count: number, repeats: number): Parse<string> {
  for (let ask = 0; ask < count; ask++)
    for (let repeat = 0; repeat < repeats; repeat++) yield* readUpTo(ask % 8, 1 + (ask % 2), 'loop');
  return 'done';
}

const runs = {
  drive: <T>(parse: Parse<T>) => drive(parse, readerOf()),
  driveOver: async <T>(parse: Parse<T>) => driveOver(parse, FILE),
};

for (const [name, run] of Object.entries(runs))
  describe(name, () => {
    it('answers asks and gives the value', async () => {
      expect(await run(pair())).toEqual({ state: 'complete', value: [0x0203, 6] });
    });

    it('turns each kind of ByteFault into its state', async () => {
      for (const kind of ['truncated', 'malformed', 'over-budget', 'unsupported'] as const)
        expect(await run(failing(new ByteFault(kind, 'because')))).toEqual({ state: kind, why: 'because' });
    });

    it('says where a file is cut off', async () => {
      expect(await run(read(6, 4, 'box header'))).toEqual({
        state: 'truncated',
        why: 'box header at 6 is cut off',
      });
    });

    it('calls any other exception our own bug, with its name and nothing of its message', async () => {
      expect(await run(failing(new TypeError('secret text')))).toEqual({
        state: 'internal',
        why: 'TypeError',
      });
      expect(await run(failing('secret text'))).toEqual({ state: 'internal', why: 'unknown' });
    });

    it('survives a parser that recurses without end', async () => {
      function* deeper(): Parse<number> {
        return 1 + (yield* deeper());
      }
      expect(await run(deeper())).toEqual({ state: 'internal', why: 'RangeError' });
    });

    it('closes the parser in every case', async () => {
      const log: string[] = [];
      function* holding(error?: unknown): Parse<void> {
        try {
          yield* read(0, 1, 'start');
          if (error) throw error;
          yield { offset: -1, length: 1, what: 'no place' };
        } finally {
          log.push('closed');
        }
      }
      await run(holding());
      await run(holding(new Error('x')));
      expect(log).toEqual(['closed', 'closed']);
    });

    it(`lets the same ask through ${MAX_REPEATED_ASKS + 1} times in a row and no more`, async () => {
      expect((await run(asking(1, MAX_REPEATED_ASKS + 1))).state).toBe('complete');
      expect(await run(asking(1, MAX_REPEATED_ASKS + 2))).toEqual({
        state: 'malformed',
        why: 'loop at 0 leads nowhere',
      });
    });

    it(`lets ${MAX_ASKS_PER_PARSE} asks through and no more`, async () => {
      expect((await run(asking(MAX_ASKS_PER_PARSE, 1))).state).toBe('complete');
      expect((await run(asking(MAX_ASKS_PER_PARSE + 1, 1))).state).toBe('over-budget');
    });
  });

describe('drive', () => {
  it('throws a SourceFault: it says nothing about the file', async () => {
    const fault = new SourceFault('gone', 'revoked');
    const reader = new RangeReader({ size: 9, read: () => Promise.reject(fault) });
    await expect(drive(pair(), reader)).rejects.toBe(fault);
  });

  it('ends over-budget when the reader does', async () => {
    const reader = new RangeReader(memorySource(noise(100)), { maxBytes: 10 });
    expect((await drive(read(0, 11, 'much'), reader)).state).toBe('over-budget');
  });
});

describe('driveOver', () => {
  it('keeps positions those of the file', () => {
    expect(driveOver(read(1002, 1, 'byte'), FILE, 1000)).toMatchObject({ state: 'complete' });
    expect(driveOver(pair(), FILE, 1000)).toEqual({
      state: 'malformed',
      why: '2 lies before the bytes at 1000',
    });
  });
});
