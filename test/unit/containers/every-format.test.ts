import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RangeReader } from '../../../lib/bytes/range-reader';
import { memorySource, SourceFault } from '../../../lib/bytes/source';
import type { Block } from '../../../lib/containers/container';
import { FORMATS } from '../../../lib/containers/registry';
import { SNIFF_BYTES, sniff } from '../../../lib/containers/sniff';
import { walkContainer } from '../../../lib/containers/walk';
import { concat, latin1, noise } from '../../support/samples/bytes';
import { BYTE_BY_BYTE, walkWith } from '../../support/samples/sources';
import {
  CLOSING_BYTES,
  OPEN_ENDED,
  READ_WHOLE,
  RICH,
  SMALLEST,
  WITHOUT_METADATA,
} from '../../support/samples/whole-files';

const endOf = ({ spans }: Block): number => Math.max(...spans.map(({ offset, length }) => offset + length));

it('finds every file of the formats folder, with its name as id', () => {
  const files = readdirSync(new URL('../../../lib/containers/formats', import.meta.url));
  expect(FORMATS.map(({ id }) => `${id}.ts`).toSorted()).toEqual(files.toSorted());
});

for (const format of FORMATS)
  describe(`container ${format.id}`, () => {
    const smallest = SMALLEST[format.id]();
    const rich = RICH[format.id]();
    const leastBlocks = WITHOUT_METADATA.has(format.id) ? 0 : 3;

    it('accepts its own samples by their first bytes and no other format does', () => {
      for (const sample of [smallest, rich]) {
        expect(FORMATS.filter(({ sniff: accepts }) => accepts(sample.subarray(0, SNIFF_BYTES)))).toEqual([
          format,
        ]);
        expect(sniff(sample)).toBe(format);
      }
    });

    it('refuses other bytes, however short', () => {
      for (const other of [latin1(''), latin1('R'), latin1('GIF90a'), latin1('text, no picture'), noise(64)])
        expect(format.sniff(other)).toBe(false);
      for (let length = 0; length < 2; length++)
        expect(format.sniff(smallest.subarray(0, length))).toBe(false);
    });

    it('walks its smallest sample to the end without a block', async () => {
      expect(await walkWith(format, smallest)).toMatchObject({ blocks: [], outcome: { state: 'complete' } });
    });

    it('names itself at the head of every path, and keeps every span inside the file', async () => {
      const { blocks } = await walkWith(format, rich);
      expect(blocks.length).toBeGreaterThanOrEqual(leastBlocks);
      for (const block of blocks) {
        expect(block.path[0]).toBe(format.name);
        expect(endOf(block)).toBeLessThanOrEqual(rich.length);
        for (const { length } of block.spans) expect(length).toBeGreaterThan(0);
      }
    });

    it('gives the same blocks through windows of every size, with and without a known size', async () => {
      const { blocks } = await walkWith(format, rich);
      for (const window of [1, 2, 3, 5, 7, 11, 13, 64, 333, 4096])
        for (const knowsSize of [true, false]) {
          const budget = { headBytes: window, readAheadBytes: window, maxReads: 100_000 };
          const again = await walkWith(format, rich, { budget, knowsSize });
          expect([window, knowsSize, again.outcome.state, again.blocks]).toEqual([
            window,
            knowsSize,
            'complete',
            blocks,
          ]);
        }
    });

    it('keeps in every prefix exactly the blocks that end before it, and says how it ended', async () => {
      const { blocks } = await walkWith(format, rich);
      const closing = CLOSING_BYTES[format.id] ?? 0;
      for (let length = 2; length < rich.length; length++) {
        const cut = await walkWith(format, rich.subarray(0, length));
        expect(['complete', 'truncated', 'malformed']).toContain(cut.outcome.state);
        expect(blocks.slice(0, cut.blocks.length)).toEqual(cut.blocks);
        for (const block of cut.blocks) expect(endOf(block)).toBeLessThanOrEqual(length);
        const whole = blocks.filter((block) => endOf(block) + closing <= length);
        expect(cut.blocks.length).toBeGreaterThanOrEqual(whole.length);
        if (cut.outcome.state === 'complete' && !OPEN_ENDED.has(format.id))
          expect(cut.blocks).toEqual(blocks);
      }
    });

    it('reads no more than it needs byte by byte: headers, never the pixels', async () => {
      const { stats } = await walkWith(format, rich, { budget: BYTE_BY_BYTE });
      expect(stats.bytes < rich.length).toBe(!READ_WHOLE.has(format.id));
    });

    it('ends over-budget, with the blocks found, when a limit of the reader is reached', async () => {
      const { stats } = await walkWith(format, rich, { budget: BYTE_BY_BYTE });
      const { outcome, blocks } = await walkWith(format, rich, {
        budget: { ...BYTE_BY_BYTE, maxBytes: stats.bytes - 1 },
      });
      expect(outcome.state).toBe('over-budget');
      expect(blocks.length).toBeGreaterThanOrEqual(READ_WHOLE.has(format.id) ? 0 : Math.min(1, leastBlocks));
    });
  });

describe('walkContainer', () => {
  it('tells the container by its bytes and walks it', async () => {
    for (const { id } of FORMATS) {
      const walked = await walkContainer(new RangeReader(memorySource(RICH[id]())));
      expect([walked.container, walked.outcome.state]).toEqual([id, 'complete']);
      expect(walked.blocks.length > 2).toBe(!WITHOUT_METADATA.has(id));
    }
  });

  it('says unsupported for other files, also empty ones', async () => {
    for (const file of [latin1(''), latin1('# text'), concat(latin1('GIF90a'), noise(100))])
      expect(await walkContainer(new RangeReader(memorySource(file)))).toEqual({
        container: 'unknown',
        blocks: [],
        outcome: { state: 'unsupported', why: 'no known container' },
      });
  });

  it('throws where the source cannot answer', async () => {
    const fault = new SourceFault('http-error', '404');
    const reader = new RangeReader({ size: undefined, read: () => Promise.reject(fault) });
    await expect(walkContainer(reader)).rejects.toBe(fault);
  });
});
