import { describe, expect, it } from 'vitest';
import { MAX_ITEM_EXTENTS, MAX_META_TABLE_BYTES } from '../../../../lib/bytes/limits';
import avif from '../../../../lib/containers/formats/avif';
import heif from '../../../../lib/containers/formats/heif';
import { sniff } from '../../../../lib/containers/sniff';
import {
  boxOf,
  exifItem,
  ftyp,
  fullBox,
  handler,
  iinf,
  iloc,
  mdat,
  meta,
  type PictureItem,
  type PictureParts,
  picture,
  xmpItem,
} from '../../../support/samples/bmff';
import { bytes, concat, latin1, noise, u16be, u32be, u64be } from '../../../support/samples/bytes';
import { payloadOf, walkWith } from '../../../support/samples/sources';

const TIFF = latin1('II*\0\x08\0\0\0');
const XMP_TYPE = 'application/rdf+xml';

const walkFile = async (file: Uint8Array) => {
  const { blocks, outcome, stats } = await walkWith(heif, file);
  const payloads = blocks.map((block) => new TextDecoder('latin1').decode(payloadOf(file, block)));
  return { blocks, payloads, names: blocks.map(({ path }) => path.at(-1)), state: outcome.state, stats };
};
const walk = (parts: Omit<PictureParts, 'brands'>) => walkFile(picture({ brands: ['heic'], ...parts }));

describe('HEIF and AVIF: sniffing', () => {
  it.each([
    [['heic', 'mif1'], 'heif'],
    [['mif1', 'heic'], 'heif'],
    [['mif1', 'avif'], 'avif'],
    [['avif', 'mif1', 'miaf'], 'avif'],
    [['avis', 'msf1'], 'avif'],
    [['msf1', 'hevc'], 'heif'],
    [['isom', 'avif'], 'mp4'],
  ] as const)('tells %j as %s', ([major, ...compatible], id) => {
    expect(sniff(ftyp(major, ...compatible))?.id).toBe(id);
  });

  it('asks no brand beyond the box', () => {
    expect(sniff(concat(ftyp('mif1', 'heic'), latin1('avif')))?.id).toBe('heif');
  });
});

describe('HEIF and AVIF: items', () => {
  it('gives exact places, in the order of the file', async () => {
    const { blocks, payloads, state } = await walk({
      items: [exifItem(7, TIFF), xmpItem(5, '<x/>')],
      idat: '<y/>',
    });
    expect(blocks.map(({ kind, path, spans }) => [kind, path, spans])).toEqual([
      ['xmp', ['HEIF', 'meta', 'XMP'], [{ offset: 287, length: 4 }]],
      ['exif', ['HEIF', 'meta', 'EXIF'], [{ offset: 303, length: 8 }]],
      ['xmp', ['HEIF', 'meta', 'XMP'], [{ offset: 311, length: 4 }]],
    ]);
    expect([payloads, state]).toEqual([['<y/>', 'II*\0\b\0\0\0', '<x/>'], 'complete']);
  });

  it('names the format it is', async () => {
    const file = picture({ brands: ['avif'], items: [xmpItem(2, '<x/>')] });
    expect((await walkWith(avif, file)).blocks[0]?.path).toEqual(['AVIF', 'meta', 'XMP']);
  });

  it('drops what stands before the TIFF header', async () => {
    const items = [
      exifItem(2, TIFF, latin1('Exif\0\0')),
      { id: 3, type: 'Exif', payload: concat(u32be(0x49492a00), TIFF) },
    ];
    expect((await walk({ items })).payloads).toEqual(['II*\0\b\0\0\0', 'II*\0\b\0\0\0']);
    expect((await walk({ items: [{ id: 2, type: 'Exif', payload: bytes(0, 0, 0) }] })).payloads).toEqual([]);
  });

  it('joins extents, and drops the EXIF offset across them', async () => {
    const file = withTables(
      [
        {
          id: 2,
          type: 'Exif',
          extents: [
            [400, 2],
            [402, 4],
            [410, 6],
          ],
        },
      ],
      (length) => concat(noise(400 - length), u32be(0), latin1('II'), noise(4), latin1('*\0\b\0\0\0')),
    );
    expect((await walkFile(file)).payloads).toEqual(['II*\0\b\0\0\0']);
  });

  it('reads tables of every version, with long offsets and bases', async () => {
    const at = (file: Uint8Array) => file.length;
    const infe3 = fullBox('infe', 3, u32be(70_000), u16be(0), latin1('mime'), latin1(`\0${XMP_TYPE}\0`));
    const names = fullBox('iinf', 1, u32be(1), infe3);
    const places = (offset: number) =>
      fullBox(
        'iloc',
        2,
        bytes(0x88, 0x84),
        u32be(1),
        u32be(70_000),
        u16be(0),
        u16be(0),
        u64be(offset - 10),
        u16be(1),
        u32be(1),
        u64be(10),
        u64be(4),
      );
    const head = (offset: number) => concat(ftyp('heic'), meta(handler('pict'), names, places(offset)));
    const file = concat(head(at(head(0)) + 8), boxOf('mdat', latin1('<x/>')));
    expect((await walkFile(file)).payloads).toEqual(['<x/>']);
  });

  it('passes over pictures, other types, other files and items without a place', async () => {
    const items = [
      { id: 2, type: 'hvc1', payload: noise(20) },
      { id: 3, type: 'mime', mime: 'text/plain', payload: noise(20) },
      { ...xmpItem(4, '<x/>'), method: 2 },
      { ...xmpItem(5, '<x/>'), method: 1 },
    ];
    expect(await walk({ items })).toMatchObject({ names: [], state: 'complete' });
  });
});

describe('HEIF and AVIF: damage and limits', () => {
  const named = (id: number): PictureItem => ({ id, type: 'mime', mime: XMP_TYPE, extents: [[0, 0]] });

  it('keeps the other items where one lies beyond the file', async () => {
    const file = withTables(
      [
        { ...named(2), extents: [[400, 4]] },
        { ...named(3), extents: [[0x7fffffff, 4]] },
      ],
      (length) => concat(noise(400 - length), latin1('<x/>')),
    );
    expect(await walkFile(file)).toMatchObject({ payloads: ['<x/>'], state: 'truncated' });
  });

  it('says unsupported for a compressed packet, with the rest', async () => {
    const items = [{ ...xmpItem(2, noise(20)), encoding: 'deflate' }, xmpItem(3, '<x/>')];
    expect(await walk({ items })).toMatchObject({ payloads: ['<x/>'], state: 'unsupported' });
  });

  it('says malformed for field sizes there are none of, truncated for a table that is cut', async () => {
    const names = iinf(named(2));
    const odd = fullBox('iloc', 1, bytes(0x54, 0), u16be(0));
    expect((await walkFile(concat(ftyp('heic'), meta(handler('pict'), names, odd), mdat()))).state).toBe(
      'malformed',
    );
    const cut = fullBox('iloc', 1, bytes(0x44, 0), u16be(900));
    expect((await walkFile(concat(ftyp('heic'), meta(handler('pict'), names, cut), mdat()))).state).toBe(
      'truncated',
    );
  });

  it(`joins ${MAX_ITEM_EXTENTS} extents and no more`, async () => {
    const scattered = (count: number) => {
      const extents = Array.from({ length: count }, (_, index) => [2000 + index, 1] as const);
      return walkFile(withTables([{ ...named(2), extents }], () => noise(4000)));
    };
    expect((await scattered(MAX_ITEM_EXTENTS)).names).toEqual(['XMP']);
    expect((await scattered(MAX_ITEM_EXTENTS + 1)).state).toBe('over-budget');
  });

  it(`reads tables of ${MAX_META_TABLE_BYTES} bytes and no more`, async () => {
    const table = (length: number) => fullBox('iinf', 0, u16be(0), new Uint8Array(length - 6));
    const file = (length: number) =>
      concat(ftyp('heic'), meta(handler('pict'), table(length), iloc()), mdat());
    expect((await walkFile(file(MAX_META_TABLE_BYTES))).state).not.toBe('over-budget');
    expect((await walkFile(file(MAX_META_TABLE_BYTES + 1))).state).toBe('over-budget');
  });

  it('costs one read without a label', async () => {
    const file = concat(picture({ brands: ['heic'] }), mdat(900_000));
    expect((await walkFile(file)).stats.reads).toBeLessThanOrEqual(2);
    expect((await walkFile(concat(ftyp('heic'), meta(handler('pict')), mdat(900_000)))).stats.reads).toBe(1);
  });
});

/** A picture with exactly these items; `rest` is told how long the file is up to it. */
function withTables(items: readonly PictureItem[], rest: (length: number) => Uint8Array): Uint8Array {
  const head = concat(ftyp('heic'), meta(handler('pict'), iloc(...items), iinf(...items)));
  return concat(head, boxOf('mdat', rest(head.length + 8)));
}
