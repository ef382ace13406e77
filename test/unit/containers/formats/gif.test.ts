import { describe, expect, it } from 'vitest';
import { HEAD_BYTES, MAX_GIF_SUB_BLOCKS, MAX_GIF_WALK_BYTES } from '../../../../lib/bytes/limits';
import gif from '../../../../lib/containers/formats/gif';
import { bytes, concat, latin1, noise } from '../../../support/samples/bytes';
import {
  application,
  c2paGif,
  comment,
  FIRST_PART_OFFSET,
  type GifParts,
  image,
  gif as makeGif,
  subBlocks,
  xmpGif,
} from '../../../support/samples/gif';
import { payloadOf, walkWith } from '../../../support/samples/sources';

const complete = { state: 'complete', value: undefined };
const PACKET = `<x:xmpmeta xmlns:x="adobe:ns:meta/">${'text '.repeat(80)}</x:xmpmeta>`;

const walk = async (parts: GifParts, known = true) => {
  const file = makeGif(parts);
  const { blocks, outcome, stats } = await walkWith(gif, file, { knowsSize: known });
  const payloads = blocks.map((block) => payloadOf(file, block));
  return { blocks, names: blocks.map(({ path }) => path[1]), payloads, state: outcome.state, stats };
};

describe('GIF: blocks', () => {
  it('finds nothing in the smallest file, and ends complete', async () => {
    expect(await walkWith(gif, makeGif())).toMatchObject({ blocks: [], outcome: complete });
  });

  it('gives the exact place of a packet, without the trailer that ends it', async () => {
    const { blocks, state } = await walk({ before: [xmpGif(PACKET)] });
    expect(blocks).toEqual([
      {
        kind: 'xmp',
        path: ['GIF', 'XMP DataXMP'],
        spans: [{ offset: FIRST_PART_OFFSET + 14, length: PACKET.length }],
      },
    ]);
    expect(state).toBe('complete');
  });

  it('takes a packet that a writer put into sub-blocks, joined', async () => {
    const { payloads } = await walk({ after: [application('XMP DataXMP', latin1(PACKET))] });
    expect(payloads).toEqual([latin1(PACKET)]);
  });

  it('joins the sub-blocks of a manifest store', async () => {
    const store = noise(1000);
    const { blocks, payloads } = await walk({ before: [c2paGif(store)] });
    expect(payloads).toEqual([store]);
    expect(blocks[0]?.spans).toEqual([
      { offset: 34, length: 255 },
      { offset: 290, length: 255 },
      { offset: 546, length: 255 },
      { offset: 802, length: 235 },
    ]);
  });

  it('gives comments, before, between and behind pictures with their own colours', async () => {
    const own = concat(bytes(0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0x81), new Uint8Array(12), bytes(2, 1, 0x44, 0));
    const images = [image(), comment('between'), own];
    const { payloads, state } = await walk({ before: [comment('a')], images, after: [comment('b')] });
    expect([payloads, state]).toEqual([[latin1('a'), latin1('between'), latin1('b')], 'complete']);
  });

  it('passes over other extensions, empty ones and applications of other names', async () => {
    const others = [
      concat(bytes(0x21, 0xf9, 4, 0, 0, 0, 0, 0)),
      concat(bytes(0x21, 0x01), subBlocks(latin1('plain'))),
      comment(''),
      application('NETSCAPE2.0', bytes(1, 0, 0)),
      application('XMP DataXM_', latin1(PACKET)),
      concat(bytes(0x21, 0xff, 3), latin1('XMP'), bytes(0)),
    ];
    expect(await walk({ before: others })).toMatchObject({ names: [], state: 'complete' });
  });

  it('walks files of the first version', async () => {
    const file = concat(latin1('GIF87a'), makeGif().subarray(6));
    expect(gif.sniff(file)).toBe(true);
    expect((await walkWith(gif, file)).outcome).toEqual(complete);
  });
});

describe('GIF: damage', () => {
  it('says truncated for a packet that is cut off, and gives nothing of it', async () => {
    const file = makeGif({ before: [comment('a'), xmpGif(PACKET)] });
    const { blocks, outcome } = await walkWith(gif, file.subarray(0, 300));
    expect([blocks.length, outcome.state]).toEqual([1, 'truncated']);
  });

  it('says malformed where no part can begin, with the blocks before', async () => {
    expect(await walk({ before: [comment('a'), bytes(0x55)] })).toMatchObject({
      names: ['Comment'],
      state: 'malformed',
    });
  });

  it('says truncated without the trailer', async () => {
    expect((await walk({ trailer: bytes() })).state).toBe('truncated');
  });
});

describe('GIF: limits and cost', () => {
  it('costs at most three reads up to the length that is walked', async () => {
    const length = MAX_GIF_WALK_BYTES - 4096;
    const { state, stats } = await walk({ images: [image(length)] });
    expect([state, stats.reads]).toEqual(['complete', 3]);
    expect((await walk({ images: [image(9000)] })).stats.reads).toBe(1);
    expect((await walk({ images: [image(100_000)] })).stats.reads).toBe(2);
  });

  it('looks at head and tail of a longer one, and says that the middle was not looked at', async () => {
    const images = Array.from({ length: 60 }, (_, seed) => image(50_000, seed + 1));
    const { names, payloads, state, stats } = await walk({
      before: [c2paGif(noise(300))],
      images,
      after: [xmpGif(PACKET)],
    });
    expect([names, state]).toEqual([['C2PA_GIF', 'XMP DataXMP'], 'over-budget']);
    expect(payloads[1]).toEqual(latin1(PACKET));
    expect(stats.reads).toBeLessThanOrEqual(4);
    expect(stats.bytes).toBeLessThan(HEAD_BYTES + MAX_GIF_WALK_BYTES + 64 * 1024);
  });

  it('finds nothing in pixels that look like an extension', async () => {
    const lookalike = concat(bytes(0), xmpGif(PACKET), noise(70_000), xmpGif(PACKET), noise(500));
    const { names, state } = await walk({ images: [image(600_000), image(0), concat(image(0), bytes())] });
    expect([names, state]).toEqual([[], 'over-budget']);
    const pixels = concat(bytes(0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2), subBlocks(lookalike));
    expect((await walk({ images: [image(600_000), pixels] })).names).toEqual([]);
  });

  it('walks a long one of unknown size up to the limit', async () => {
    const { names, state } = await walk({ images: [image(700_000)], after: [xmpGif(PACKET)] }, false);
    expect([names, state]).toEqual([[], 'over-budget']);
  });

  it(`follows ${MAX_GIF_SUB_BLOCKS} sub-blocks and no more`, async () => {
    const small = (count: number) => concat(image(0).subarray(0, 11), subBlocks(noise(count), 1));
    expect((await walk({ images: [small(MAX_GIF_SUB_BLOCKS - 1)] })).state).toBe('complete');
    expect((await walk({ images: [small(MAX_GIF_SUB_BLOCKS)] })).state).toBe('over-budget');
  });
});
