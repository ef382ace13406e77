import { describe, expect, it } from 'vitest';
import { HEAD_BYTES, MAX_BLOCKS_PER_FILE, MAX_CHUNKS_PER_FILE } from '../../../../lib/bytes/limits';
import webp from '../../../../lib/containers/formats/webp';
import { bytes, concat, latin1, noise, u32le } from '../../../support/samples/bytes';
import { payloadOf, walkWith } from '../../../support/samples/sources';
import {
  FIRST_CHUNK_OFFSET,
  webp as makeWebp,
  riffChunk,
  VP8L_PIXEL,
  type WebpParts,
  webpC2pa,
  webpExif,
  webpXmp,
} from '../../../support/samples/webp';

const complete = { state: 'complete', value: undefined };
const TIFF = latin1('II*\0\x08\0\0\0');
const walk = async (parts: WebpParts) => {
  const file = makeWebp(parts);
  const { blocks, outcome, stats } = await walkWith(webp, file);
  const payloads = blocks.map((block) => payloadOf(file, block));
  return { blocks, names: blocks.map(({ path }) => path[1]), payloads, state: outcome.state, stats };
};

describe('WebP: blocks', () => {
  it('finds nothing in the smallest file, and ends complete', async () => {
    expect(await walkWith(webp, makeWebp())).toMatchObject({ blocks: [], outcome: complete });
  });

  it('gives exact places behind the pixels, odd sizes padded', async () => {
    const { blocks } = await walk({ after: [webpExif(TIFF), webpXmp('<x/>?'), webpC2pa(noise(9))] });
    expect(blocks).toEqual([
      { kind: 'exif', path: ['WebP', 'EXIF'], spans: [{ offset: 60, length: 8 }] },
      { kind: 'xmp', path: ['WebP', 'XMP'], spans: [{ offset: 76, length: 5 }] },
      { kind: 'jumbf', path: ['WebP', 'C2PA'], spans: [{ offset: 90, length: 9 }] },
    ]);
    expect(FIRST_CHUNK_OFFSET + VP8L_PIXEL.length + 8).toBe(60);
  });

  it('skips the identifier some writers keep before EXIF', async () => {
    expect((await walk({ after: [webpExif(TIFF, true)] })).payloads).toEqual([TIFF]);
  });

  it('takes short EXIF, XMP named with NUL, and metadata before the pixels', async () => {
    expect((await walk({ after: [webpExif(bytes(1, 2))] })).payloads).toEqual([bytes(1, 2)]);
    expect((await walk({ after: [webpXmp('<x/>', 'XMP\0')] })).payloads).toEqual([latin1('<x/>')]);
    expect((await walk({ before: [webpXmp('<x/>')] })).payloads).toEqual([latin1('<x/>')]);
  });

  it('passes over empty and unknown chunks', async () => {
    expect(await walk({ after: [webpXmp(''), riffChunk('ABCD', noise(3))] })).toMatchObject({
      blocks: [],
      state: 'complete',
    });
  });

  it('walks an animation', async () => {
    const image = [riffChunk('ANIM', noise(6)), riffChunk('ANMF', noise(101)), riffChunk('ANMF', noise(50))];
    expect(await walk({ image, after: [webpXmp('<x/>')] })).toMatchObject({
      names: ['XMP'],
      state: 'complete',
    });
  });
});

describe('WebP: sizes that lie', () => {
  const after = [webpXmp('<x/>')];
  const whole = makeWebp({ after });

  for (const riffSize of [0, 0xffffffff])
    it(`walks to the end of the file where the header says ${riffSize}`, async () => {
      expect(await walk({ after, riffSize })).toMatchObject({ names: ['XMP'], state: 'complete' });
      const file = makeWebp({ after, riffSize });
      expect(await walkWith(webp, file, { knowsSize: false })).toMatchObject({
        blocks: [{ kind: 'xmp' }],
        outcome: complete,
      });
    });

  it('says truncated where the header says more than there is, with the blocks found', async () => {
    expect(await walk({ after, riffSize: whole.length + 100 })).toMatchObject({
      names: ['XMP'],
      state: 'truncated',
    });
  });

  it('keeps to a smaller size: what stands behind is not the file', async () => {
    const bare = makeWebp();
    expect(await walkWith(webp, concat(bare, webpXmp('<x/>')))).toMatchObject({
      blocks: [],
      outcome: complete,
    });
  });

  it('says malformed for a chunk that reaches beyond the stated end', async () => {
    expect(await walk({ after, riffSize: whole.length - 10 })).toMatchObject({
      names: [],
      state: 'malformed',
    });
  });

  it('says truncated for a chunk that reaches beyond the file, with the blocks before it', async () => {
    const huge = concat(latin1('EXIF'), u32le(0xfffffff0), noise(10));
    expect(await walk({ after: [...after, huge] })).toMatchObject({ names: ['XMP'], state: 'truncated' });
  });

  it('forgives a missing padding byte at the end', async () => {
    const file = makeWebp({ after: [webpXmp('odd')] });
    expect(await walkWith(webp, file.subarray(0, -1))).toMatchObject({ blocks: [{}], outcome: complete });
  });

  it('says malformed for another RIFF form', async () => {
    expect((await walkWith(webp, latin1('RIFF\x20\0\0\0WAVEfmt '))).outcome.state).toBe('malformed');
  });
});

describe('WebP: limits and cost', () => {
  it('costs at most two reads and 32 KB without a label', async () => {
    for (const image of [
      [riffChunk('VP8 ', noise(900_000))],
      [riffChunk('ALPH', noise(300_000)), VP8L_PIXEL],
    ]) {
      const { stats, state } = await walk({ image });
      expect([state, stats.reads <= 2, stats.bytes <= 32 * 1024]).toEqual(['complete', true, true]);
    }
    expect((await walk({ image: [riffChunk('VP8 ', noise(900_000))] })).stats).toEqual({
      bytes: HEAD_BYTES,
      reads: 1,
    });
  });

  const frames = (count: number, length: number) =>
    Array.from({ length: count }, (_, index) => riffChunk('ANMF', noise(length + index * 6, index + 1)));

  it('leaves out the middle of a long animation and still ends complete', async () => {
    const { names, state, stats } = await walk({ image: frames(200, 20_000), after: [webpXmp('<x/>')] });
    expect([names, state]).toEqual([['XMP'], 'complete']);
    expect(stats.reads).toBeLessThanOrEqual(28);
  });

  it('says over-budget where the tail does not show the last frame', async () => {
    const after = [webpXmp(noise(90_000)), webpExif(TIFF)];
    const { names, state } = await walk({ image: frames(40, 20_000), after });
    expect([names, state]).toEqual([['EXIF'], 'over-budget']);
  });

  it(`walks ${MAX_CHUNKS_PER_FILE} chunks and no more`, async () => {
    const image = (count: number) => Array<Uint8Array>(count).fill(riffChunk('ABCD', bytes()));
    expect((await walk({ image: image(40_000) })).state).toBe('complete');
    const budget = { headBytes: 1 << 20 };
    const file = (count: number) => walkWith(webp, makeWebp({ image: image(count) }), { budget });
    expect((await file(MAX_CHUNKS_PER_FILE + 1)).outcome.state).toBe('over-budget');
  });

  it(`gives ${MAX_BLOCKS_PER_FILE} blocks and no more`, async () => {
    const blocks = (count: number) => walk({ after: Array<Uint8Array>(count).fill(webpXmp('<x/>')) });
    expect(await blocks(MAX_BLOCKS_PER_FILE)).toMatchObject({ state: 'complete' });
    const more = await blocks(MAX_BLOCKS_PER_FILE + 1);
    expect([more.state, more.names.length]).toEqual(['over-budget', MAX_BLOCKS_PER_FILE]);
  });
});
