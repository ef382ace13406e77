import { describe, expect, it } from 'vitest';
import { MAX_ID3_FRAMES, MAX_ID3_RANGES, MAX_ID3_TAGS } from '../../../../lib/bytes/limits';
import { RangeReader } from '../../../../lib/bytes/range-reader';
import { memorySource } from '../../../../lib/bytes/source';
import mp3 from '../../../../lib/containers/formats/mp3';
import { walkContainer } from '../../../../lib/containers/walk';
import { type AudioParts, mp3 as makeMp3, mp3Frame } from '../../../support/samples/audio';
import { asBytes, bytes, concat, latin1, noise, u32be } from '../../../support/samples/bytes';
import {
  apeItem,
  apeTag,
  comm,
  geob,
  id3Frame,
  id3Tag,
  id3v1,
  privXmp,
  stuffed,
  txxx,
  utf8Text,
} from '../../../support/samples/id3';
import { payloadOf, walkWith } from '../../../support/samples/sources';

const complete = { state: 'complete', value: undefined };
const LABEL = '{"Label":"1"}';
const STORE = concat(u32be(308), latin1('jumb'), noise(300));

const walk = async (parts: AudioParts) => {
  const file = makeMp3(parts);
  const { blocks, outcome, stats } = await walkWith(mp3, file);
  return {
    blocks,
    paths: blocks.map(({ path }) => path.join(' › ')),
    payloads: blocks.map((block) => payloadOf(file, block)),
    state: outcome.state,
    stats,
  };
};
const frames = (...content: Uint8Array[]) => walk({ before: [id3Tag(content)] });

describe('MP3: ID3v2 frames', () => {
  it('finds nothing in the smallest file, and ends complete', async () => {
    expect(await walkWith(mp3, makeMp3())).toMatchObject({ blocks: [], outcome: complete });
  });

  it('gives exact places of texts, comments, links, a C2PA store and XMP', async () => {
    const link = id3Frame('WOAS', latin1('https://x.y'));
    const { blocks } = await frames(txxx('AIGC', LABEL), comm('hi'), link, geob(STORE), privXmp('<x/>'));
    expect(blocks).toEqual([
      { kind: 'id3', path: ['MP3', 'ID3v2.4', 'TXXX'], spans: [{ offset: 20, length: 19 }], key: 'TXXX' },
      { kind: 'id3', path: ['MP3', 'ID3v2.4', 'COMM'], spans: [{ offset: 49, length: 7 }], key: 'COMM' },
      { kind: 'id3', path: ['MP3', 'ID3v2.4', 'WOAS'], spans: [{ offset: 66, length: 11 }], key: 'WOAS' },
      { kind: 'jumbf', path: ['MP3', 'ID3v2.4', 'GEOB'], spans: [{ offset: 130, length: 308 }] },
      { kind: 'xmp', path: ['MP3', 'ID3v2.4', 'PRIV'], spans: [{ offset: 452, length: 4 }] },
    ]);
  });

  it('takes the store of earlier writers and of one with wide texts, and no other object', async () => {
    const earlier = geob(STORE, 'application/x-c2pa-manifest-store');
    const wide = id3Frame('GEOB', concat(latin1('\x01application/c2pa\0'), bytes(0, 0, 1, 0, 0, 0), STORE));
    const other = geob(STORE, 'image/png');
    const unended = id3Frame('GEOB', latin1('\0application/c2pa\0name without end'));
    const { payloads } = await frames(earlier, wide, other, unended, privXmp('').subarray(0, 10));
    expect(payloads).toEqual([STORE, STORE]);
  });

  it('passes over pictures, lyrics, empty frames and PRIV of others', async () => {
    const others = [
      id3Frame('APIC', noise(40)),
      id3Frame('USLT', noise(9)),
      id3Frame('TIT2', bytes()),
      id3Frame('PRIV', latin1('www.example.com\0<x/>')),
    ];
    expect(await frames(...others)).toMatchObject({ paths: [], state: 'complete' });
  });

  it('reads 2.2 and 2.3, naming frames of 2.2 as later versions do', async () => {
    const two = id3Tag([txxx('AIGC', LABEL, 2), id3Frame('TRK', utf8Text('1'), 2)], { version: 2 });
    const three = id3Tag([txxx('AIGC', 'x'.repeat(300), 3)], { version: 3 });
    const { blocks, state } = await walk({ before: [two, three] });
    expect(blocks.map(({ path, key }) => [path[1], key])).toEqual([
      ['ID3v2.2', 'TXXX'],
      ['ID3v2.2', 'TRK'],
      ['ID3v2.3', 'TXXX'],
    ]);
    expect(state).toBe('complete');
  });

  it('steps over extended headers of 2.3 and 2.4, and a footer', async () => {
    const three = concat(u32be(6), new Uint8Array(6));
    const four = bytes(0, 0, 0, 6, 1, 0);
    for (const [version, extended] of [[3, three] as const, [4, four] as const]) {
      const tag = id3Tag([extended, txxx('a', 'b', version)], {
        version,
        flags: version === 4 ? 0x50 : 0x40,
      });
      const { payloads, state } = await walk({ before: [tag, id3Tag([txxx('c', 'd')])] });
      expect([payloads.map(String), state]).toEqual([
        [String(utf8Text('a', 'b')), String(utf8Text('c', 'd'))],
        'complete',
      ]);
    }
  });

  it('steps over what flags put before a frame, and over compressed and encrypted frames', async () => {
    const text = utf8Text('x');
    const grouped = [id3Frame('TIT2', concat(bytes(7), text), 4, 0x40)];
    const sized = [id3Frame('TIT2', concat(bytes(0, 0, 0, 2), text), 4, 0x01)];
    expect((await frames(...grouped, ...sized)).payloads).toEqual([text, text]);
    const unread = [0x08, 0x04].map((flag) => id3Frame('TIT2', text, 4, flag));
    expect(await frames(...unread, id3Frame('TIT2', bytes(1), 4, 0x01))).toMatchObject({ paths: [] });
  });

  it('believes sizes of 2.4 written as plain integers where they alone lead on', async () => {
    const long = utf8Text('AIGC', 'x'.repeat(300));
    const plain = concat(latin1('TXXX'), u32be(long.length), bytes(0, 0), long);
    const { payloads, state } = await frames(plain, comm('hi'));
    expect([payloads.length, payloads[0], state]).toEqual([2, long, 'complete']);
  });
});

describe('MP3: unsynchronised tags', () => {
  const store = concat(
    u32be(20),
    latin1('jumb'),
    bytes(0xff, 0, 0xff, 0xe0, 0xff, 0xff, 0, 0, 0xff, 1, 2, 3),
  );

  it('leaves the stuffed bytes of a 2.3 tag out of the ranges', async () => {
    const content = stuffed(concat(geob(store, 'application/c2pa', 3), comm('hi', '', 3)));
    const { blocks, payloads, state } = await walk({
      before: [id3Tag([content], { version: 3, flags: 0x80 })],
    });
    expect(payloads[0]).toEqual(store);
    expect(blocks.map(({ kind, spans }) => [kind, spans.length])).toEqual([
      ['jumbf', 6],
      ['id3', 1],
    ]);
    expect(state).toBe('complete');
  });

  it('leaves them out of a single frame of 2.4', async () => {
    const frame = geob(store).subarray(10);
    const { payloads } = await frames(id3Frame('GEOB', stuffed(frame), 4, 0x02), comm('hi'));
    expect(payloads).toEqual([store, concat(bytes(3), latin1('eng\0hi'))]);
  });

  it(`removes ${MAX_ID3_RANGES} bytes of all tags and no more`, async () => {
    const half = stuffed(new Uint8Array(MAX_ID3_RANGES / 2).fill(0xff));
    const tag = id3Tag([half], { version: 3, flags: 0x80 });
    const last = id3Tag([stuffed(bytes(0xff))], { version: 3, flags: 0x80 });
    expect((await walk({ before: [tag, tag] })).state).toBe('complete');
    expect((await walk({ before: [tag, tag, last] })).state).toBe('over-budget');
  });
});

describe('MP3: tags behind the sound', () => {
  it('finds ID3v1 alone, APE alone and both', async () => {
    const ape = apeTag([apeItem('Comment', 'hi'), apeItem('Cover', 'jpg', 2), apeItem('AIGC', LABEL)]);
    const old = id3v1('title', 'comment');
    expect((await walk({ after: [old] })).paths).toEqual(['MP3 › ID3v1']);
    expect((await walk({ after: [ape] })).blocks.map(({ kind, key }) => [kind, key])).toEqual([
      ['ape', 'Comment'],
      ['ape', 'AIGC'],
    ]);
    const both = await walk({ after: [ape, old] });
    expect(both.paths).toEqual(['MP3 › APE', 'MP3 › APE', 'MP3 › ID3v1']);
    expect(both.payloads[1]).toEqual(asBytes(LABEL));
    expect(both.state).toBe('complete');
  });

  it('says malformed for an APE tag that contradicts itself, with what else there is', async () => {
    const items = [apeItem('AIGC', LABEL)];
    for (const lie of [{ size: 5000 }, { size: 3 }, { count: 2 }, { count: 60_000 }])
      expect(await walk({ after: [apeTag(items, lie), id3v1('a', 'b')] })).toMatchObject({
        paths: expect.arrayContaining(['MP3 › ID3v1']),
        state: 'malformed',
      });
  });
});

describe('MP3: bad input', () => {
  it('says truncated for a tag longer than the file, with its frames', async () => {
    const tag = id3Tag([comm('hi')], { size: 0xfffffff });
    expect(await walk({ before: [tag] })).toMatchObject({
      paths: ['MP3 › ID3v2.4 › COMM'],
      state: 'truncated',
    });
  });

  it('says malformed for a frame longer than its tag, and still reads the next one', async () => {
    const broken = id3Tag([concat(latin1('TIT2'), u32be(0x7f), bytes(0, 0, 3))]);
    const { paths, state } = await walk({ before: [broken, id3Tag([comm('hi')])], after: [id3v1('a', 'b')] });
    expect([paths, state]).toEqual([['MP3 › ID3v2.4 › COMM', 'MP3 › ID3v1'], 'malformed']);
  });

  it(`walks ${MAX_ID3_TAGS - 1} tags and no more`, async () => {
    const tags = (count: number) => walk({ before: Array<Uint8Array>(count).fill(id3Tag([comm('hi')])) });
    expect((await tags(MAX_ID3_TAGS - 1)).state).toBe('complete');
    expect((await tags(MAX_ID3_TAGS)).state).toBe('over-budget');
  });

  it(`walks ${MAX_ID3_FRAMES - 1} frames and no more`, async () => {
    const many = (count: number) => frames(...Array<Uint8Array>(count).fill(id3Frame('RVA2', bytes(1))));
    expect((await many(MAX_ID3_FRAMES - 1)).state).toBe('complete');
    expect((await many(MAX_ID3_FRAMES)).state).toBe('over-budget');
  });

  it('says malformed where no second frame follows the first', async () => {
    const file = concat(mp3Frame(), noise(500));
    expect((await walkWith(mp3, file)).outcome.state).toBe('malformed');
    expect((await walkWith(mp3, mp3Frame())).outcome).toEqual(complete);
  });
});

describe('MP3: telling it', () => {
  it('takes layers II and III, and no byte-order mark, picture, reserved or free-format header', () => {
    for (const head of [
      [0xfb, 0x90],
      [0xf3, 0x40],
      [0xe3, 0x40],
      [0xfd, 0x90],
      [0xfa, 0x90],
    ])
      expect(mp3.sniff(bytes(0xff, ...head, 0x44, 0))).toBe(true);
    for (const head of [
      [0xfe, 0x90],
      [0xd8, 0xff],
      [0xfb, 0x00],
      [0xfb, 0xf0],
      [0xfb, 0x9c],
      [0xeb, 0x90],
    ])
      expect(mp3.sniff(bytes(0xff, ...head, 0x44, 0))).toBe(false);
  });

  it('leaves a tag to what stands behind it, near or far', async () => {
    const far = id3Tag([comm('x'.repeat(500))]);
    const flac = await walkContainer(new RangeReader(memorySource(concat(far, latin1('fLaC'), noise(60)))));
    expect(flac.container).not.toBe('mp3');
    const sound = await walkContainer(new RangeReader(memorySource(concat(far, mp3Frame()))));
    expect([sound.container, sound.outcome.state]).toEqual(['mp3', 'complete']);
  });
});

describe('MP3: cost without a label', () => {
  const text = comm('ripped by a tool');
  const cases: Record<string, AudioParts> = {
    'no tag': { frames: 2000 },
    'a short tag': { before: [id3Tag([text], { padding: 2000 })], frames: 2000 },
    'a cover last': { before: [id3Tag([text, id3Frame('APIC', noise(200_000))])], frames: 500 },
    'a cover first': { before: [id3Tag([id3Frame('APIC', noise(200_000)), text])], frames: 500 },
    'a tag at the end': { frames: 2000, after: [id3v1('a', 'b')] },
  };
  for (const [what, parts] of Object.entries(cases))
    it(`is at most three reads and 40 KB with ${what}`, async () => {
      const reader = new RangeReader(memorySource(makeMp3(parts)));
      const { outcome } = await walkContainer(reader);
      expect([outcome.state, reader.stats.reads <= 3, reader.stats.bytes <= 40_960]).toEqual([
        'complete',
        true,
        true,
      ]);
    });
});
