import { describe, expect, it } from 'vitest';
import {
  MAX_BLOCKS_PER_FILE,
  MAX_BYTES_PER_FILE,
  MAX_CACHED_BYTES,
  MAX_READS_PER_FILE,
} from '../../lib/bytes/limits';
import { RangeReader } from '../../lib/bytes/range-reader';
import { memorySource } from '../../lib/bytes/source';
import { ALL_FORMATS } from '../../lib/containers/document-registry';
import { walkContainer } from '../../lib/containers/walk';
import { mutate, seeded } from '../support/fuzz/mutate';
import { concat } from '../support/samples/bytes';
import { RICH_DOCUMENT } from '../support/samples/documents';
import { spySource, walkWith } from '../support/samples/sources';
import { RICH } from '../support/samples/whole-files';

/**
 * The walk alone over mutations of files with a block of every kind; what `inspect.test.ts` reads whole is looked into
 * here. Seeded, so that a failure comes back: its seed is in the message.
 * `npm run fuzz` makes 100,000 inputs of each format; the short run belongs to `npm test`.
 */
const INPUTS_PER_FORMAT = Number(process.env['BIANSHI_FUZZ'] ?? 300);
const SAMPLES = { ...RICH, ...RICH_DOCUMENT };
const DECLARED = ['complete', 'truncated', 'malformed', 'over-budget', 'unsupported'];

for (const format of ALL_FORMATS)
  describe(`mutated ${format.id}`, () => {
    const original = SAMPLES[format.id]();

    it(
      `ends in a declared state within budget, for ${INPUTS_PER_FORMAT} files`,
      async () => {
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
      },
      60_000 + INPUTS_PER_FORMAT * 100,
    );
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
  it('ends in a declared state for files of nothing but repeated bytes', { timeout: 60_000 }, async () => {
    for (const { id } of ALL_FORMATS)
      for (let byte = 0; byte < 256; byte++) {
        const file = concat(SAMPLES[id]().subarray(0, 12), new Uint8Array(3000).fill(byte));
        const { outcome } = await walkContainer(new RangeReader(memorySource(file)), ALL_FORMATS);
        expect(DECLARED, `${id} ${byte}`).toContain(outcome.state);
      }
  });
});

describe('memory', () => {
  it('never asks a source for more than the file has, whatever lengths are declared', {
    timeout: 60_000,
  }, async () => {
    for (const format of ALL_FORMATS)
      for (let seed = 1; seed <= 100; seed++) {
        const file = mutate(SAMPLES[format.id](), seeded(seed));
        const { source, asked } = spySource(file);
        await walkContainer(new RangeReader(source), ALL_FORMATS);
        for (const { offset, length } of asked) expect(offset + length).toBeLessThanOrEqual(file.length);
      }
    expect(MAX_CACHED_BYTES).toBeLessThanOrEqual(MAX_BYTES_PER_FILE);
  });
});
