import { describe, expect, it } from 'vitest';
import { HEAD_BYTES, MAX_SAMSUNG_DIRECTORY_BYTES, MAX_SAMSUNG_ENTRIES } from '../../../../lib/bytes/limits';
import heif from '../../../../lib/containers/formats/heif';
import jpeg from '../../../../lib/containers/formats/jpeg';
import png from '../../../../lib/containers/formats/png';
import { boxOf, mdat, picture } from '../../../support/samples/bmff';
import { asBytes, bytes, concat, latin1, noise, u32le } from '../../../support/samples/bytes';
import { app1Exif, jpeg as makeJpeg } from '../../../support/samples/jpeg';
import { png as makePng } from '../../../support/samples/png';
import { editorInfo, reEditData, samsungTrailer } from '../../../support/samples/samsung';
import { BYTE_BY_BYTE, payloadOf, walkWith } from '../../../support/samples/sources';
import { text, tiff } from '../../../support/samples/tiff';

const INFO = '{"genImageVersion":"v1","genAIType":8}';
const MAKE = 0x010f;
const LARGE_SCAN = noise(600_000).map((byte) => byte & 0x7f);
const byMaker = (maker: string) => app1Exif(tiff({ ifd0: [text(MAKE, maker)] }));
const complete = { state: 'complete' };

const walkPng = async (trailer: Uint8Array) => {
  const file = makePng({ trailer });
  const { blocks, outcome } = await walkWith(png, file);
  return { blocks, outcome, texts: blocks.map((block) => Buffer.from(payloadOf(file, block)).toString()) };
};

describe('Samsung trailer behind a PNG', () => {
  it('gives the editor entries with exact places', async () => {
    const trailer = samsungTrailer(editorInfo(INFO));
    const start = makePng().length;
    expect((await walkPng(trailer)).blocks).toEqual([
      {
        kind: 'samsung-entry',
        key: 'PEg_Info',
        path: ['PNG', 'Samsung', 'PEg_Info'],
        spans: [{ offset: start + 16, length: INFO.length }],
      },
    ]);
  });

  it('finds them among entries of other kinds, which stay unread', async () => {
    const video = { type: 0x0a30, name: 'MotionPhoto_Data', value: noise(200_000) };
    const hash = { type: 0x0ba1, name: 'Original_Path_Hash_Key', value: '/a/b' };
    const found = await walkPng(samsungTrailer(reEditData('{"a":1}'), video, hash, editorInfo(INFO)));
    expect(found).toMatchObject({ texts: ['{"a":1}', INFO], outcome: complete });
  });

  it.each([
    ['another trailer', latin1('a comment that some tool left behind the picture')],
    ['eight bytes', latin1('....SEFT')],
    ['a NUL', bytes(0)],
  ])('passes over %s', async (_, trailer) => {
    expect(await walkPng(trailer)).toMatchObject({ blocks: [], outcome: complete });
  });

  it.each([
    ['no directory', concat(noise(64), u32le(24), latin1('SEFT')), 'malformed'],
    ['a directory longer than the trailer', concat(noise(64), u32le(4000), latin1('SEFT')), 'malformed'],
    ['a directory of no length', concat(noise(64), u32le(0), latin1('SEFT')), 'malformed'],
    [
      'a directory too long',
      concat(noise(9000), u32le(MAX_SAMSUNG_DIRECTORY_BYTES + 1), latin1('SEFT')),
      'malformed',
    ],
    [
      'more entries than it has room for',
      concat(noise(64), latin1('SEFH'), u32le(1), u32le(3), u32le(12), latin1('SEFT')),
      'truncated',
    ],
    [
      'too many entries',
      concat(noise(64), latin1('SEFH'), u32le(1), u32le(MAX_SAMSUNG_ENTRIES + 1), u32le(12), latin1('SEFT')),
      'over-budget',
    ],
  ])('says what is wrong with %s', async (_, trailer, state) => {
    expect(await walkPng(trailer)).toMatchObject({ blocks: [], outcome: { state } });
  });

  it('refuses an entry that begins in the picture', async () => {
    const entry = concat(bytes(0, 0, 0x91, 0x0d), u32le(900), u32le(40));
    const directory = concat(latin1('SEFH'), u32le(1), u32le(1), entry);
    const trailer = concat(noise(64), directory, u32le(directory.length), latin1('SEFT'));
    expect(await walkPng(trailer)).toMatchObject({ blocks: [], outcome: { state: 'malformed' } });
  });
});

describe('Samsung trailer behind a JPEG', () => {
  const trailer = samsungTrailer(editorInfo(INFO));

  it.each(['samsung', 'SAMSUNG', 'Samsung Electronics'])(
    'is looked for where EXIF says %s',
    async (maker) => {
      const file = makeJpeg({ segments: [byMaker(maker)], scan: LARGE_SCAN, trailer });
      const { blocks, stats } = await walkWith(jpeg, file);
      expect(blocks.map(({ kind }) => kind)).toEqual(['exif', 'samsung-entry']);
      expect(blocks.slice(1).map((block) => payloadOf(file, block))).toEqual([asBytes(INFO)]);
      expect(stats.reads).toBe(2);
    },
  );

  it('is found where the whole file is in the first read anyway', async () => {
    const { blocks, stats } = await walkWith(jpeg, makeJpeg({ trailer }));
    expect(blocks.map(({ key }) => key)).toEqual(['PEg_Info']);
    expect(stats.reads).toBe(1);
  });

  it('costs no read in pictures of other makers', async () => {
    for (const segments of [[], [byMaker('SONY')]]) {
      const { blocks, stats } = await walkWith(jpeg, makeJpeg({ segments, scan: LARGE_SCAN, trailer }));
      expect(blocks.filter(({ kind }) => kind === 'samsung-entry')).toEqual([]);
      expect(stats).toEqual({ reads: 1, bytes: HEAD_BYTES });
    }
  });

  it('is not looked for in a file of unknown size', async () => {
    const file = makeJpeg({ segments: [byMaker('samsung')], trailer });
    expect((await walkWith(jpeg, file, { knowsSize: false })).blocks.map(({ kind }) => kind)).toEqual([
      'exif',
    ]);
  });

  it('keeps what stood before a damaged one', async () => {
    const file = makeJpeg({
      segments: [byMaker('samsung')],
      trailer: concat(noise(64), u32le(24), latin1('SEFT')),
    });
    const { blocks, outcome } = await walkWith(jpeg, file);
    expect(blocks.map(({ kind }) => kind)).toEqual(['exif']);
    expect(outcome.state).toBe('malformed');
  });
});

describe('Samsung trailer in a HEIC', () => {
  const walkHeic = async (...behind: readonly Uint8Array[]) => {
    const start = picture({ brands: ['heic', 'mif1'] });
    const { blocks, outcome, stats } = await walkWith(heif, concat(start, ...behind));
    return { blocks, outcome, stats, start: start.length };
  };

  it('gives the editor entries of its box with exact places, also between other boxes', async () => {
    const { blocks, outcome, start } = await walkHeic(
      boxOf('sefd', samsungTrailer(editorInfo(INFO))),
      mdat(),
    );
    expect([blocks, outcome.state]).toEqual([
      [
        {
          kind: 'samsung-entry',
          key: 'PEg_Info',
          path: ['HEIF', 'Samsung', 'PEg_Info'],
          spans: [{ offset: start + 8 + 16, length: INFO.length }],
        },
      ],
      'complete',
    ]);
  });

  it('spoils nothing behind it where it is damaged', async () => {
    const { outcome } = await walkHeic(boxOf('sefd', noise(40), u32le(4000), latin1('SEFT')), mdat());
    expect(outcome.state).toBe('malformed');
  });

  it('is not looked for elsewhere', async () => {
    const { blocks } = await walkHeic(boxOf('free', samsungTrailer(editorInfo(INFO))));
    expect(blocks).toEqual([]);
  });
});

describe('Samsung trailer, damaged anyhow', () => {
  const picture = makePng();
  const file = makePng({ trailer: samsungTrailer(reEditData('{"a":1}'), editorInfo(INFO)) });

  it('is read the same byte by byte', async () => {
    const { blocks, outcome } = await walkWith(png, file, { budget: BYTE_BY_BYTE });
    expect({ blocks, outcome }).toEqual(await blocksOf(file));
  });

  it('never throws or points outside the trailer, whatever byte is changed or where it is cut', async () => {
    const states = new Set<string>();
    for (let at = picture.length; at < file.length; at += 1) {
      for (const value of [0x00, 0x01, 0x7f, 0xff]) states.add(await stateOf(file.with(at, value)));
      states.add(await stateOf(file.subarray(0, at)));
    }
    expect([...states].sort()).toEqual(['complete', 'malformed', 'over-budget', 'truncated']);
  });

  const blocksOf = async (bytes: Uint8Array) => {
    const { blocks, outcome } = await walkWith(png, bytes);
    return { blocks, outcome };
  };

  const stateOf = async (bytes: Uint8Array): Promise<string> => {
    const { blocks, outcome } = await blocksOf(bytes);
    const spans = blocks.flatMap((block) => block.spans);
    const outside = spans.filter(
      ({ offset, length }) => offset < picture.length || offset + length > bytes.length,
    );
    expect(outside).toEqual([]);
    return outcome.state;
  };
});
