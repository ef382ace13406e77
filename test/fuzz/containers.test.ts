import { describe, expect, it } from 'vitest';
import {
  MAX_BLOCKS_PER_FILE,
  MAX_BYTES_PER_FILE,
  MAX_CACHED_BYTES,
  MAX_READS_PER_FILE,
} from '../../lib/bytes/limits';
import { RangeReader } from '../../lib/bytes/range-reader';
import { memorySource } from '../../lib/bytes/source';
import { FORMATS } from '../../lib/containers/registry';
import { walkContainer } from '../../lib/containers/walk';
import { concat, u16be, u32be, u32le } from '../support/samples/bytes';
import { spySource, walkWith } from '../support/samples/sources';
import { RICH } from '../support/samples/whole-files';

/**
 * Mutations of files with a block of every kind. Seeded, so that a failure comes back: its seed is in the
 * message. The mutations know where formats break: length fields, chunk names, cuts, repetitions.
 * `npm run fuzz` makes 100,000 inputs of each format; the short run belongs to `npm test`.
 */
const INPUTS_PER_FORMAT = Number(process.env['BIANSHI_FUZZ'] ?? 300);
const DECLARED = ['complete', 'truncated', 'malformed', 'over-budget', 'unsupported'];

type Random = (below: number) => number;
type Mutation = (file: Uint8Array, random: Random) => Uint8Array;

const seeded = (seed: number): Random => {
  let state = (seed * 2654435761) >>> 0 || 1;
  return (below) => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % below;
  };
};

const LENGTHS = [0, 1, 2, 7, 8, 12, 255, 0x7fff, 0xffff, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff];

const overwrite = (file: Uint8Array, at: number, value: Uint8Array): Uint8Array =>
  concat(file.subarray(0, at), value, file.subarray(at + value.length)).subarray(0, file.length);

const stretch = (file: Uint8Array, random: Random): Uint8Array => {
  const start = random(file.length);
  return file.subarray(start, start + 1 + random(200));
};

const MUTATIONS: readonly Mutation[] = [
  (file, random) => overwrite(file, random(file.length), Uint8Array.of(random(256))),
  (file, random) => overwrite(file, random(file.length), Uint8Array.of(file[0]! ^ (1 << random(8)))),
  (file, random) => overwrite(file, random(file.length), u16be(LENGTHS[random(LENGTHS.length)]! & 0xffff)),
  (file, random) => overwrite(file, random(file.length), u32be(LENGTHS[random(LENGTHS.length)]!)),
  (file, random) => overwrite(file, random(file.length), u32le(LENGTHS[random(LENGTHS.length)]!)),
  (file, random) => overwrite(file, random(file.length), u32be(random(file.length))),
  (file, random) => file.subarray(0, random(file.length)),
  (file, random) => overwrite(file, random(file.length), stretch(file, random)),
  (file, random) => concat(file, stretch(file, random)),
  (file, random) => {
    const at = random(file.length);
    return concat(file.subarray(0, at), stretch(file, random), file.subarray(at));
  },
  (file, random) => {
    const at = random(file.length);
    return concat(file.subarray(0, at), file.subarray(at + random(60)));
  },
];

/** One to four mutations; the signature is put back, so that the walker is reached. */
const mutate = (original: Uint8Array, random: Random): Uint8Array => {
  let file = original;
  for (let step = random(4); step >= 0; step--)
    if (file.length > 0) file = MUTATIONS[random(MUTATIONS.length)]!(file, random);
  return random(8) === 0 ? file : overwrite(file, 0, original.subarray(0, Math.min(12, file.length)));
};

for (const format of FORMATS)
  describe(`mutated ${format.id}`, () => {
    const original = RICH[format.id]();

    it(`ends in a declared state within budget, for ${INPUTS_PER_FORMAT} files`, async () => {
      for (let seed = 1; seed <= INPUTS_PER_FORMAT; seed++) {
        const random = seeded(seed);
        const file = mutate(original, random);
        const { blocks, outcome, stats } = await walkWith(format, file, { knowsSize: seed % 4 > 0 });
        expect(DECLARED, `seed ${seed}: ${JSON.stringify(outcome)}`).toContain(outcome.state);
        expect(blocks.length).toBeLessThanOrEqual(MAX_BLOCKS_PER_FILE);
        expect(stats.reads).toBeLessThanOrEqual(MAX_READS_PER_FILE);
        expect(stats.bytes).toBeLessThanOrEqual(MAX_BYTES_PER_FILE);
        if (seed % 4 > 0) expectInside(file, blocks, seed);
      }
    });
  });

const expectInside = (
  file: Uint8Array,
  blocks: Awaited<ReturnType<typeof walkWith>>['blocks'],
  seed: number,
): void => {
  const spans = blocks.flatMap((block) => block.spans);
  const outside = spans.filter(({ offset, length }) => length <= 0 || offset + length > file.length);
  expect(outside, `seed ${seed}`).toEqual([]);
};

describe('noise behind every signature', () => {
  it('ends in a declared state for files of nothing but repeated bytes', async () => {
    for (const { id } of FORMATS)
      for (let byte = 0; byte < 256; byte++) {
        const file = concat(RICH[id]().subarray(0, 12), new Uint8Array(3000).fill(byte));
        const { outcome } = await walkContainer(new RangeReader(memorySource(file)));
        expect(DECLARED, `${id} ${byte}`).toContain(outcome.state);
      }
  });
});

describe('memory', () => {
  it('never asks a source for more than the file has, whatever lengths are declared', async () => {
    for (const format of FORMATS)
      for (let seed = 1; seed <= 100; seed++) {
        const file = mutate(RICH[format.id](), seeded(seed));
        const { source, asked } = spySource(file);
        await walkContainer(new RangeReader(source));
        for (const { offset, length } of asked) expect(offset + length).toBeLessThanOrEqual(file.length);
      }
    expect(MAX_CACHED_BYTES).toBeLessThanOrEqual(MAX_BYTES_PER_FILE);
  });
});
