import { describe, expect, it } from 'vitest';
import { RangeReader } from '../../../lib/bytes/range-reader';
import { memorySource } from '../../../lib/bytes/source';
import { walkContainer } from '../../../lib/containers/walk';
import { collectFacts } from '../../../lib/facts/collect-facts';
import { tiffBlock } from '../../support/metadata-blocks';
import {
  data,
  exifItem,
  freeform,
  ftyp,
  mdat,
  mdirMeta,
  mdtaMeta,
  moov,
  picture,
  tag,
  udta,
  userText,
  xmpItem,
} from '../../support/samples/bmff';
import { asBytes, bytes, concat, latin1, noise } from '../../support/samples/bytes';
import { c2paGif, comment, gif, xmpGif } from '../../support/samples/gif';
import { iimDataset } from '../../support/samples/jpeg';
import { actionsBox, storeBox } from '../../support/samples/jumbf';
import { c2paSvg, rdf, svg, svgText } from '../../support/samples/svg';
import { field, text, tiff } from '../../support/samples/tiff';

const LABEL = '{"Label":"1","ContentProducer":"picwish"}';
const PACKET = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:T="http://www.tc260.org.cn/ns/AIGC/1.0/" T:AIGC='${LABEL}'/></rdf:RDF></x:xmpmeta>`;
const XMP_FIELD = ['xmp', '{http://www.tc260.org.cn/ns/AIGC/1.0/}AIGC', LABEL];
const STORE = storeBox({ label: 'urn:c2pa:1', assertions: [actionsBox([{ action: 'c2pa.created' }])] });

async function factsOf(file: Uint8Array) {
  const reader = new RangeReader(memorySource(file));
  const { container, blocks } = await walkContainer(reader);
  if (container === 'unknown') throw new Error('not a sample');
  const facts = await collectFacts(container, blocks, reader);
  return { ...facts, stated: facts.fields.map(({ language, name, value }) => [language, name, value]) };
}

describe('facts of MP4 and QuickTime files', () => {
  const movie = (...parts: readonly Uint8Array[]) => concat(ftyp('isom'), mdat(), moov(udta(...parts)));

  it('are tags under the names their keys give, placed at their values', async () => {
    const file = movie(mdtaMeta({ AIGC: LABEL, comment: '图像' }));
    const { stated, fields } = await factsOf(file);
    expect(stated).toEqual([
      ['mp4-tag', 'AIGC', LABEL],
      ['mp4-tag', 'comment', '图像'],
    ]);
    expect(fields[0]?.place).toEqual({
      path: ['MP4', 'moov', 'udta', 'meta', 'ilst', 'AIGC'],
      offset: Buffer.from(file).indexOf(LABEL),
    });
  });

  it('are texts in UTF-8, Latin-1 and UTF-16, without the NULs behind them', async () => {
    const list = mdirMeta(
      tag('desc', data('a\0\0')),
      freeform('latin', latin1('caf\xe9')),
      freeform('wide', latin1('\x56\xfe\x50\xcf'), 2),
      freeform('nothing', latin1('\0\0')),
    );
    expect((await factsOf(movie(userText('\xa9cmt', 'a text'), list))).stated).toEqual([
      ['mp4-tag', '\xa9cmt', 'a text'],
      ['mp4-tag', 'desc', 'a'],
      ['mp4-tag', 'latin', 'café'],
      ['mp4-tag', 'wide', '图像'],
    ]);
  });
});

describe('facts of HEIF and AVIF files', () => {
  it('are those of their XMP and EXIF items', async () => {
    const exif = tiffBlock([{ tag: 0x0131, type: 2, value: 'a tool\0' }]);
    const file = picture({ brands: ['avif'], items: [exifItem(2, exif), xmpItem(3, PACKET)] });
    expect((await factsOf(file)).stated).toEqual([['exif', 'Software', 'a tool'], XMP_FIELD]);
  });
});

describe('facts of GIF files', () => {
  it('are the packet, the comment and the store, sub-blocks joined', async () => {
    const long = 'long '.repeat(100).trim();
    const file = gif({ before: [c2paGif(STORE), comment(long)], after: [xmpGif(PACKET)] });
    const { stated, c2pa, faults } = await factsOf(file);
    expect(stated).toEqual([['comment', 'Comment', long], XMP_FIELD]);
    expect(c2pa?.manifests[0]?.actions.map(({ action }) => action)).toEqual(['c2pa.created']);
    expect(faults).toEqual([]);
  });
});

describe('facts of TIFF files', () => {
  for (const order of ['II', 'MM'] as const)
    it(`are its own texts, XMP, IIM and the store (${order})`, async () => {
      const file = tiff({
        order,
        ifd0: [
          text(0x010e, 'caf\u00e9'),
          field(0x02bc, 1, PACKET),
          field(0x83bb, 7, iimDataset(2, 110, 'credit')),
          field(0x9c9c, 1, latin1('\x56\x4e\0\0')),
          field(0xcd41, 7, STORE),
        ],
        exif: [field(0x9286, 7, asBytes('ASCII\0\0\0a comment'))],
        pixels: noise(6_000_000),
      });
      const { stated, c2pa, fields, faults } = await factsOf(file);
      expect(stated).toEqual([
        ['exif', 'ImageDescription', 'café'],
        XMP_FIELD,
        ['iim', '2:110', 'credit'],
        ['exif', 'XPComment', '乖'],
        ['exif', 'UserComment', 'a comment'],
      ]);
      expect(fields[0]?.place.path).toEqual(['TIFF', 'ImageDescription']);
      expect([c2pa?.manifests.length, faults]).toEqual([1, []]);
    });
});

describe('facts of SVG files', () => {
  it('are the store, its places in the text, and the RDF', async () => {
    const { stated, c2pa, faults } = await factsOf(svg({ metadata: [c2paSvg(STORE), rdf('a title')] }));
    expect(stated).toEqual([['xmp', '{http://purl.org/dc/elements/1.1/}title', 'a title']]);
    expect([c2pa?.stores, c2pa?.offset, c2pa?.path]).toEqual([1, 104, ['SVG', 'metadata', 'C2PA']]);
    const manifest = c2pa?.manifests[0]?.offset ?? 0;
    const box = Buffer.from(STORE).indexOf('c2ma') - 16;
    expect([manifest, faults]).toEqual([104 + Math.floor(box / 3) * 4, []]);
  });

  it('count namespaces that the root declares', async () => {
    const attributes =
      'xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:T="http://www.tc260.org.cn/ns/AIGC/1.0/"';
    const metadata = [`<r:RDF><r:Description T:AIGC='${LABEL}'/></r:RDF>`];
    expect((await factsOf(svg({ attributes, metadata }))).stated).toEqual([XMP_FIELD]);
  });

  it('report a store that is no base64, and one that is none', async () => {
    const manifest = (content: string) =>
      asBytes(
        svgText({ metadata: [`<c:manifest xmlns:c="http://c2pa.org/manifest">${content}</c:manifest>`] }),
      );
    for (const content of ['*** no base64 ***', 'c29tZSBtb3JlIHRlc3QgZGF0YQ==']) {
      const { c2pa, faults } = await factsOf(manifest(content));
      expect([c2pa, faults.map(({ state }) => state)]).toEqual([undefined, ['malformed']]);
    }
  });

  it('keep markup in a title as text', async () => {
    const { stated } = await factsOf(svg({ metadata: [rdf('&lt;script&gt;alert(1)&lt;/script&gt;')] }));
    expect(stated[0]?.[2]).toBe('<script>alert(1)</script>');
  });
});

it('a block of nothing says nothing', async () => {
  const file = gif({ before: [comment('')], trailer: bytes(0x3b) });
  expect((await factsOf(file)).fields).toEqual([]);
});
