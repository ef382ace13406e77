import { describe, expect, it } from 'vitest';
import {
  HEAD_BYTES,
  MAX_BLOCKS_PER_FILE,
  MAX_CHUNKS_PER_FILE,
  MAX_STRAY_BYTES,
} from '../../../../lib/bytes/limits';
import jpeg from '../../../../lib/containers/formats/jpeg';
import { asBytes, bytes, concat, latin1, noise, u16be, u32be } from '../../../support/samples/bytes';
import {
  app1Exif,
  app1ExtendedXmp,
  app1Xmp,
  app1XmpPart,
  app9Aigc,
  app11Jumbf,
  app13,
  app13Iptc,
  box,
  com,
  FIRST_SEGMENT_OFFSET,
  iimDataset,
  jpeg as makeJpeg,
  segment,
} from '../../../support/samples/jpeg';
import { payloadOf, walkWith } from '../../../support/samples/sources';

const walkSegments = async (...segments: Uint8Array[]) => {
  const file = makeJpeg({ segments });
  const { blocks, outcome } = await walkWith(jpeg, file);
  const payloads = blocks.map((block) => payloadOf(file, block));
  return { blocks, payloads, state: outcome.state, outcome };
};
const complete = { state: 'complete', value: undefined };
const GUID = '0123456789ABCDEF0123456789ABCDEF';

describe('JPEG: blocks in one segment', () => {
  it('finds nothing in the smallest file, and ends complete', async () => {
    expect(await walkWith(jpeg, makeJpeg())).toMatchObject({ blocks: [], outcome: complete });
  });

  it('gives exact places of XMP, EXIF and a comment, in file order', async () => {
    const { blocks } = await walkSegments(app1Xmp('<x/>'), app1Exif(bytes(73, 73, 42, 0)), com('hi'));
    expect(blocks).toEqual([
      { kind: 'xmp', path: ['JPEG', 'APP1', 'XMP'], spans: [{ offset: 53, length: 4 }] },
      { kind: 'exif', path: ['JPEG', 'APP1', 'EXIF'], spans: [{ offset: 67, length: 4 }] },
      { kind: 'comment', path: ['JPEG', 'COM'], spans: [{ offset: 75, length: 2 }] },
    ]);
    expect(FIRST_SEGMENT_OFFSET + 4 + 29).toBe(53);
  });

  it('takes EXIF whose padding byte is not NUL', async () => {
    const { payloads } = await walkSegments(segment(0xe1, latin1('Exif\0\xffMM\0*')));
    expect(payloads).toEqual([latin1('MM\0*')]);
  });

  it('takes a bare label in any application segment, named after it', async () => {
    const { blocks, payloads } = await walkSegments(
      app9Aigc('{"Label":"1"}'),
      segment(0xe4, asBytes('{"AIGC":{}}')),
      segment(0xe9, asBytes('other')),
    );
    expect(blocks.map(({ kind, path }) => [kind, ...path])).toEqual([
      ['comment', 'JPEG', 'APP9'],
      ['comment', 'JPEG', 'APP4'],
    ]);
    expect(payloads[0]).toEqual(asBytes('AIGC{"Label":"1"}'));
  });

  it.each([
    'aigc{"Label":"1"}',
    '\0AIGC\0{"Label":"1"}',
    'AIGC: {"Label":"1"}',
    '{ "AIGC": {}}',
    '{"Label":"1"}',
  ])('takes the bare label %j', async (label) => {
    const { blocks } = await walkSegments(segment(0xe9, asBytes(label)));
    expect(blocks.map(({ kind, path }) => [kind, ...path])).toEqual([['comment', 'JPEG', 'APP9']]);
  });

  it.each(['AIGC', 'AIGC seminar {"Label"}', '{"Labels":[]}'])('takes no bare label of %j', async (other) => {
    expect((await walkSegments(segment(0xe9, asBytes(other)))).blocks).toEqual([]);
  });

  it('passes over empty payloads and identifiers in the wrong segment', async () => {
    const xmpInApp2 = segment(0xe2, latin1('http://ns.adobe.com/xap/1.0/\0<x/>'));
    expect(await walkSegments(com(''), app1Xmp(''), app1Exif(bytes()), xmpInApp2)).toMatchObject({
      blocks: [],
      state: 'complete',
    });
  });
});

describe('JPEG: structure', () => {
  it('tolerates fill bytes, standalone markers and stray bytes between segments', async () => {
    for (const between of [bytes(255, 255, 255), bytes(0xff, 0x01, 0xff, 0xd3), bytes(0, 7, 0xff, 0, 9)])
      expect((await walkSegments(between, com('a'), between, com('b'))).payloads).toEqual([
        asBytes('a'),
        asBytes('b'),
      ]);
  });

  it(`skips ${MAX_STRAY_BYTES} stray bytes and no more`, async () => {
    const found = await walkSegments(new Uint8Array(MAX_STRAY_BYTES), com('a'));
    expect(found.payloads).toEqual([asBytes('a')]);
    const lost = await walkSegments(com('first'), new Uint8Array(MAX_STRAY_BYTES + 200), com('a'));
    expect(lost).toMatchObject({ state: 'malformed', payloads: [asBytes('first')] });
  });

  it('stops at the pixels: later images, trailers and scans are not looked at', async () => {
    const file = makeJpeg({
      scan: concat(com('in scan'), bytes(0x3f)),
      trailer: makeJpeg({ segments: [com('x')] }),
    });
    expect(await walkWith(jpeg, file)).toMatchObject({ blocks: [], outcome: complete });
  });

  it('ends complete at EOI without pixels', async () => {
    expect(await walkWith(jpeg, concat(bytes(0xff, 0xd8), com('a'), bytes(0xff, 0xd9)))).toMatchObject({
      blocks: [{ kind: 'comment' }],
      outcome: complete,
    });
  });

  it('says malformed for a segment length below two and for a wrong start', async () => {
    expect((await walkSegments(com('a'), bytes(0xff, 0xe2, 0, 1))).state).toBe('malformed');
    expect((await walkWith(jpeg, latin1('not a JPEG'))).outcome.state).toBe('malformed');
  });

  it('says truncated for a segment longer than the file, with what came before', async () => {
    const file = concat(bytes(0xff, 0xd8), com('a'), bytes(0xff, 0xe1, 0xff, 0xff), latin1('Exif\0\0'));
    expect(await walkWith(jpeg, file)).toMatchObject({
      blocks: [{ kind: 'comment' }],
      outcome: { state: 'truncated' },
    });
  });
});

describe('JPEG: Photoshop image resources', () => {
  it('joins neighbouring segments into one block, and begins another after a gap', async () => {
    const iptc = app13Iptc(iimDataset(2, 110, 'credit'));
    const { blocks, payloads } = await walkSegments(
      app13(latin1('8BIM-a')),
      app13(latin1('b')),
      com('x'),
      iptc,
    );
    expect(blocks.map(({ kind, spans }) => [kind, spans.length])).toEqual([
      ['iptc', 2],
      ['comment', 1],
      ['iptc', 1],
    ]);
    expect(payloads[0]).toEqual(latin1('8BIM-ab'));
    expect(blocks[0]?.path).toEqual(['JPEG', 'APP13', 'IPTC']);
  });

  it('gives a run also where the file ends behind it', async () => {
    const file = concat(bytes(0xff, 0xd8), app13(latin1('8BIM')));
    const { blocks, outcome } = await walkWith(jpeg, file);
    expect(blocks.map(({ kind }) => kind)).toEqual(['iptc']);
    expect(outcome.state).toBe('truncated');
  });
});

describe('JPEG: extended XMP', () => {
  const packet = noise(2500);

  it('joins parts in any order and names the GUID', async () => {
    const [one, two, three] = app1ExtendedXmp(GUID, packet, 1000) as [Uint8Array, Uint8Array, Uint8Array];
    const { blocks, payloads, state } = await walkSegments(three, com('between'), one, two);
    expect(state).toBe('complete');
    expect(blocks.map(({ kind }) => kind)).toEqual(['comment', 'xmp-extended']);
    expect(blocks[1]).toMatchObject({ key: GUID, path: ['JPEG', 'APP1', 'XMP extension'] });
    expect(payloads[1]).toEqual(packet);
  });

  it('keeps packets of different GUIDs apart', async () => {
    const other = GUID.replace('0', 'F');
    const parts = [...app1ExtendedXmp(GUID, packet, 2000), ...app1ExtendedXmp(other, 'other', 3)];
    const { blocks, payloads } = await walkSegments(...parts);
    expect(blocks.map(({ key }) => key)).toEqual([GUID, other]);
    expect(payloads).toEqual([packet, asBytes('other')]);
  });

  const part = (offset: number, length: number, total = 30) =>
    app1XmpPart(GUID, total, offset, noise(length));
  const broken: Record<string, Uint8Array[]> = {
    'a hole': [part(0, 10), part(20, 20)],
    'an overlap': [part(0, 20), part(10, 10)],
    'a part twice': [part(0, 15), part(0, 15)],
    'a missing part': [part(0, 10)],
    'too much': [part(0, 10), part(10, 30)],
    'differing lengths': [part(0, 10), part(10, 20, 31)],
    'no length': [part(0, 10, 0)],
    'no GUID': [app1XmpPart('z'.repeat(32), 10, 0, noise(10))],
    'a short header': [segment(0xe1, latin1('http://ns.adobe.com/xmp/extension/\0tooshort'))],
  };
  for (const [what, segments] of Object.entries(broken))
    it(`emits nothing for ${what}, says malformed, and keeps everything else`, async () => {
      const { blocks, state } = await walkSegments(...segments, com('after'));
      expect(blocks.map(({ kind }) => kind)).toEqual(['comment']);
      expect(state).toBe('malformed');
    });
});

describe('JPEG: JUMBF', () => {
  const store = box('jumb', noise(2500));

  it('gives the box of one segment, its header included', async () => {
    const { blocks, payloads } = await walkSegments(...app11Jumbf(store));
    expect(blocks).toEqual([
      { kind: 'jumbf', path: ['JPEG', 'APP11', 'JUMBF'], spans: [{ offset: 32, length: 2508 }] },
    ]);
    expect(payloads[0]).toEqual(store);
  });

  it('joins segments in the order of their numbers, the repeated header once', async () => {
    const parts = app11Jumbf(store, { partBytes: 1249 });
    expect(parts).toHaveLength(3);
    for (const order of [parts, parts.toReversed()]) {
      const { blocks, payloads, state } = await walkSegments(...order);
      expect([state, blocks.length, blocks[0]?.spans.length]).toEqual(['complete', 1, 3]);
      expect(payloads[0]).toEqual(store);
    }
  });

  it('joins a box with a 64-bit length', async () => {
    const long = box('jumb', noise(700), true);
    const { payloads } = await walkSegments(...app11Jumbf(long, { partBytes: 300, long: true }));
    expect(payloads).toEqual([long]);
  });

  it('keeps boxes of different instances apart, and takes one number for two boxes in turn', async () => {
    const other = box('jumb', noise(50, 7));
    const mixed = [...app11Jumbf(store, { partBytes: 2000 }), ...app11Jumbf(other, { instance: 2 })];
    expect((await walkSegments(...mixed)).payloads).toEqual([store, other]);
    const inTurn = await walkSegments(...app11Jumbf(store, { partBytes: 2000 }), ...app11Jumbf(other));
    expect(inTurn).toMatchObject({ state: 'complete', payloads: [store, other] });
  });

  it('passes over other boxes of the JPEG systems and other APP11 segments', async () => {
    const { blocks, state } = await walkSegments(
      ...app11Jumbf(box('RESI', noise(40))),
      segment(0xeb, latin1('HDR_RI ver=11')),
    );
    expect([blocks.length, state]).toEqual([0, 'complete']);
  });

  const packet = (sequence: number, length: number, content: number, instance = 1) =>
    segment(
      0xeb,
      concat(latin1('JP'), u16be(instance), u32be(sequence), u32be(length), latin1('jumb'), noise(content)),
    );
  const broken: Record<string, Uint8Array[]> = {
    'a missing part': [packet(1, 100, 50)],
    'a hole in the numbers': [packet(1, 108, 50), packet(3, 108, 50)],
    'a number twice': [packet(1, 108, 50), packet(1, 108, 50)],
    'differing lengths': [packet(1, 108, 50), packet(2, 100, 50)],
    'more than its length': [packet(1, 20, 50)],
    'a length of zero': [packet(1, 0, 50)],
    'a header cut off': [segment(0xeb, latin1('JP\0\x01\0\0'))],
    'a 64-bit length cut off': [packet(1, 1, 4)],
  };
  for (const [what, segments] of Object.entries(broken))
    it(`emits nothing for ${what}, says malformed, and keeps everything else`, async () => {
      const { blocks, state } = await walkSegments(...segments, com('after'));
      expect(blocks.map(({ kind }) => kind)).toEqual(['comment']);
      expect(state).toBe('malformed');
    });
});

describe('JPEG: limits and cost', () => {
  it('costs one read of the head when nothing else is there', async () => {
    const file = makeJpeg({ scan: noise(500_000) });
    expect((await walkWith(jpeg, file)).stats).toEqual({ bytes: HEAD_BYTES, reads: 1 });
  });

  it('costs two reads behind a large thumbnail', async () => {
    const file = makeJpeg({ segments: [segment(0xe2, noise(60_000))], scan: noise(500_000) });
    const { stats } = await walkWith(jpeg, file);
    expect(stats.reads).toBe(2);
    expect(stats.bytes).toBeLessThanOrEqual(32 * 1024);
  });

  it(`walks ${MAX_CHUNKS_PER_FILE} segments and no more`, async () => {
    const markers = (count: number) =>
      concat(bytes(0xff, 0xd8), ...Array<Uint8Array>(count).fill(bytes(0xff, 1)), bytes(0xff, 0xd9));
    expect((await walkWith(jpeg, markers(MAX_CHUNKS_PER_FILE - 1))).outcome.state).toBe('complete');
    expect((await walkWith(jpeg, markers(MAX_CHUNKS_PER_FILE))).outcome.state).toBe('over-budget');
  });

  it(`gives ${MAX_BLOCKS_PER_FILE} blocks and no more`, async () => {
    const comments = (count: number) => walkSegments(...Array<Uint8Array>(count).fill(com('c')));
    expect(await comments(MAX_BLOCKS_PER_FILE)).toMatchObject({ state: 'complete' });
    const more = await comments(MAX_BLOCKS_PER_FILE + 1);
    expect([more.state, more.blocks.length]).toEqual(['over-budget', MAX_BLOCKS_PER_FILE]);
  });
});
