import { describe, expect, it } from 'vitest';
import { MAX_IFD_ENTRIES, MAX_TIFF_DIRECTORIES } from '../../../../lib/bytes/limits';
import tiff from '../../../../lib/containers/formats/tiff';
import { bytes, concat, latin1, noise, u16le, u32le } from '../../../support/samples/bytes';
import { payloadOf, walkWith } from '../../../support/samples/sources';
import { field, tiff as makeTiff, type TiffParts, text } from '../../../support/samples/tiff';

const PACKET = latin1('<x:xmpmeta xmlns:x="adobe:ns:meta/"/>');

const walkFile = async (file: Uint8Array) => {
  const { blocks, outcome, stats } = await walkWith(tiff, file);
  const payloads = blocks.map((block) => payloadOf(file, block));
  return { blocks, kinds: blocks.map(({ kind }) => kind), payloads, state: outcome.state, stats };
};
const walk = (parts: TiffParts) => walkFile(makeTiff(parts));

describe('TIFF: blocks', () => {
  it('gives exact places, values in their entries too', async () => {
    const ifd0 = [text(0x010e, 'abc'), field(0x02bc, 7, PACKET), text(0x0131, 'a tool')];
    expect((await walk({ ifd0 })).blocks).toEqual([
      { kind: 'tiff-text', path: ['TIFF'], key: 'II:270', spans: [{ offset: 118, length: 4 }] },
      { kind: 'xmp', path: ['TIFF', 'XMP'], spans: [{ offset: 150, length: 37 }] },
      { kind: 'tiff-text', path: ['TIFF'], key: 'II:305', spans: [{ offset: 187, length: 7 }] },
    ]);
  });

  for (const order of ['II', 'MM'] as const)
    for (const big of [false, true])
      it(`reads ${big ? 'BigTIFF' : 'TIFF'} in byte order ${order}, the Exif directory too`, async () => {
        const parts: TiffParts = {
          order,
          big,
          ifd0: [
            field(0x02bc, 1, PACKET),
            field(0x83bb, 7, noise(9)),
            field(0x8649, 7, noise(12)),
            field(0xcd41, 7, noise(20)),
          ],
          exif: [field(0x9286, 7, 'ASCII\0\0\0text')],
        };
        expect(tiff.sniff(makeTiff(parts))).toBe(true);
        const { kinds, payloads, state, blocks } = await walk(parts);
        expect([kinds, state]).toEqual([['xmp', 'iim', 'iptc', 'jumbf', 'tiff-text'], 'complete']);
        expect(payloads[4]).toEqual(latin1('ASCII\0\0\0text'));
        expect(blocks[4]?.key).toBe(`${order}:37510`);
      });

  it('takes a manifest store in the last directory, and of pages nothing else', async () => {
    const pages = [[field(0x02bc, 1, PACKET)], [text(0x010e, 'page'), field(0xcd41, 7, noise(20))]];
    expect(await walk({ pages })).toMatchObject({
      kinds: ['jumbf'],
      payloads: [noise(20)],
      state: 'complete',
    });
  });

  it('passes over numbers, other tags, empty values and types there are none of', async () => {
    const ifd0 = [
      field(0x0100, 4, bytes()),
      text(0x010d, ''),
      field(0x010e, 3, noise(8)),
      field(0x0131, 99, noise(8)),
      field(0x02bc, 7, ''),
    ];
    expect((await walk({ ifd0 })).kinds).toEqual(['tiff-text']);
  });
});

describe('TIFF: damage', () => {
  it('goes on behind a value that lies beyond the file, and says truncated', async () => {
    const file = makeTiff({ ifd0: [text(0x010e, 'description'), text(0x0131, 'software')] });
    file.set(u32le(0x7fffffff), 108 + 2 + 8);
    expect(await walkFile(file)).toMatchObject({ payloads: [latin1('software\0')], state: 'truncated' });
  });

  it('says malformed for a chain that comes back, and for none', async () => {
    const pages = [[text(0x010e, 'x')]];
    const file = makeTiff({ ifd0: [], pages });
    file.set(u32le(108), file.length - 4);
    expect((await walkFile(file)).state).toBe('malformed');
    expect((await walkFile(concat(latin1('II*\0'), u32le(0)))).state).toBe('malformed');
  });

  it('says truncated where a directory is cut off or lies beyond the file', async () => {
    const file = makeTiff({ ifd0: [text(0x010e, 'x')] });
    expect((await walkFile(file.subarray(0, 115))).state).toBe('truncated');
    expect((await walkFile(concat(latin1('II*\0'), u32le(5000)))).state).toBe('truncated');
  });

  it('keeps the rest where the Exif directory is none', async () => {
    const exif = field(0x8769, 4, u32le(0x7fffffff));
    expect(await walk({ ifd0: [field(0x02bc, 1, PACKET), exif] })).toMatchObject({
      kinds: ['xmp'],
      state: 'truncated',
    });
  });

  it('refuses BigTIFF with offsets of another size', async () => {
    const file = makeTiff({ big: true });
    file.set(u16le(4), 4);
    expect((await walkFile(file)).state).toBe('malformed');
  });
});

describe('TIFF: limits and cost', () => {
  it('costs two reads with the directory behind the pixels, one before them', async () => {
    expect((await walk({ pixels: noise(900_000) })).stats.reads).toBe(2);
    expect((await walkFile(concat(makeTiff(), noise(900_000)))).stats.reads).toBe(1);
  });

  it(`looks at ${MAX_TIFF_DIRECTORIES} directories and no more`, async () => {
    const pages = (count: number) => Array.from({ length: count }, () => [text(0x010e, 'page')]);
    expect((await walk({ pages: pages(MAX_TIFF_DIRECTORIES - 1) })).state).toBe('complete');
    expect((await walk({ pages: pages(MAX_TIFF_DIRECTORIES) })).state).toBe('over-budget');
  });

  it(`reads ${MAX_IFD_ENTRIES} entries and no more`, async () => {
    const fields = (count: number) => Array.from({ length: count }, () => field(0x0100, 1, 'x'));
    expect((await walk({ ifd0: fields(MAX_IFD_ENTRIES) })).state).toBe('complete');
    expect((await walk({ ifd0: fields(MAX_IFD_ENTRIES + 1) })).state).toBe('over-budget');
  });
});
