import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RangeReader } from '../../../lib/bytes/range-reader';
import { memorySource } from '../../../lib/bytes/source';
import type { Block } from '../../../lib/containers/container';
import { ALL_FORMATS, DOCUMENTS } from '../../../lib/containers/document-registry';
import { FORMATS } from '../../../lib/containers/registry';
import { SNIFF_BYTES, sniff } from '../../../lib/containers/sniff';
import { walkContainer } from '../../../lib/containers/walk';
import { noise } from '../../support/samples/bytes';
import {
  ALL_BLOCK,
  READ_FORWARD,
  RICH_BLOCKS,
  RICH_DOCUMENT,
  SMALLEST_DOCUMENT,
} from '../../support/samples/documents';
import { BYTE_BY_BYTE, walkWith } from '../../support/samples/sources';
import { RICH } from '../../support/samples/whole-files';

const DECLARED = ['complete', 'truncated', 'malformed', 'unsupported'];
const endOf = ({ spans }: Block): number => Math.max(...spans.map(({ offset, length }) => offset + length));

it('names every file of the documents folder, with its name as id', () => {
  const files = readdirSync(new URL('../../../lib/containers/documents', import.meta.url));
  expect(DOCUMENTS.map(({ id }) => `${id}.ts`).toSorted()).toEqual(files.toSorted());
});

for (const format of DOCUMENTS)
  describe(`document ${format.id}`, () => {
    const smallest = SMALLEST_DOCUMENT[format.id]();
    const rich = RICH_DOCUMENT[format.id]();

    it('accepts its own samples, first of all formats', () => {
      for (const sample of [smallest, rich]) {
        expect(format.sniff(sample.subarray(0, SNIFF_BYTES))).toBe(true);
        expect(sniff(sample, undefined, ALL_FORMATS)).toBe(format);
        expect(sniff(sample, undefined, FORMATS)?.id).toBe(undefined);
      }
    });

    it('leaves media to their own formats', () => {
      for (const { id } of FORMATS) expect(sniff(RICH[id](), undefined, ALL_FORMATS)?.id).toBe(id);
    });

    it('refuses other bytes, however short', () => {
      for (const other of [noise(0), noise(1), noise(64)]) expect(format.sniff(other)).toBe(false);
    });

    it('walks its smallest sample to the end without a block', async () => {
      const { blocks, outcome } = await walkWith(format, smallest);
      expect([blocks.length, outcome.state]).toEqual([ALL_BLOCK.has(format.id) ? 1 : 0, 'complete']);
    });

    it('names itself at the head of every path, and keeps every span inside the file', async () => {
      const { blocks } = await walkWith(format, rich);
      expect(blocks.length).toBe(RICH_BLOCKS[format.id]);
      for (const block of blocks) {
        expect(block.path[0]).toBe(format.name);
        expect(endOf(block)).toBeLessThanOrEqual(rich.length);
        for (const { length } of block.spans) expect(length).toBeGreaterThan(0);
      }
    });

    it('gives the same blocks through windows of every size', async () => {
      const { blocks } = await walkWith(format, rich);
      for (const window of [1, 2, 3, 5, 7, 11, 13, 64, 333, 4096]) {
        const budget = { headBytes: window, readAheadBytes: window, maxReads: 100_000 };
        const again = await walkWith(format, rich, { budget });
        expect([window, again.outcome.state, again.blocks]).toEqual([window, 'complete', blocks]);
      }
    });

    it('ends in a declared state for every prefix, with no block beyond it', async () => {
      const { blocks } = await walkWith(format, rich);
      for (let length = 2; length < rich.length; length++) {
        const cut = await walkWith(format, rich.subarray(0, length));
        expect(DECLARED).toContain(cut.outcome.state);
        for (const block of cut.blocks) expect(endOf(block)).toBeLessThanOrEqual(length);
        // what a directory at the end names is there or not at all
        if (cut.outcome.state === 'complete' && !READ_FORWARD.has(format.id))
          expect(cut.blocks).toEqual(blocks);
      }
    });

    it('ends over-budget when a limit of the reader is reached', async () => {
      const { stats } = await walkWith(format, rich, { budget: BYTE_BY_BYTE });
      const budget = { ...BYTE_BY_BYTE, maxBytes: stats.bytes - 1 };
      expect((await walkWith(format, rich, { budget })).outcome.state).toBe('over-budget');
    });

    it('is told and walked by its bytes', async () => {
      const walked = await walkContainer(new RangeReader(memorySource(rich)), ALL_FORMATS);
      expect([walked.container, walked.outcome.state]).toEqual([format.id, 'complete']);
    });
  });
