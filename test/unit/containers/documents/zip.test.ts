import { describe, expect, it } from 'vitest';
import { MAX_DOCUMENT_XML_BYTES, MAX_ZIP_DIRECTORY_BYTES, MAX_ZIP_PARTS } from '../../../../lib/bytes/limits';
import zipFormat from '../../../../lib/containers/documents/zip';
import { concat, latin1, noise, u32le } from '../../../support/samples/bytes';
import { payloadOf, walkDocument, walkWith } from '../../../support/samples/sources';
import { CONTENT_TYPES, customXml, docx, type ZipPart, zip } from '../../../support/samples/zip';

const LABEL = '{&quot;Label&quot;:&quot;1&quot;}';
const CUSTOM = customXml({ AIGC: LABEL });
const STORE: ZipPart = { name: 'META-INF/content_credential.c2pa', data: noise(300), stored: true };

const walk = async (file: Uint8Array) => {
  const { blocks, outcome } = await walkDocument(zipFormat, file);
  const found = blocks.map((block) => [
    block.path.join(' › '),
    new TextDecoder('latin1').decode(block.content ?? payloadOf(file, block)),
  ]);
  return { blocks, found, state: outcome.state };
};

const mimetype = (type: string): ZipPart => ({ name: 'mimetype', data: type, stored: true });

describe('ZIP documents', () => {
  it('are told by the first local header', () => {
    expect(zipFormat.sniff(docx({}))).toBe(true);
    for (const other of ['', 'PK', 'PK\x05\x06', 'PK\x03', 'text'])
      expect(zipFormat.sniff(latin1(other))).toBe(false);
  });

  it('give the custom properties of an OOXML file, inflated, and where they lie', async () => {
    const file = docx({ AIGC: LABEL });
    const { blocks, found, state } = await walk(file);
    expect([found, state]).toEqual([[['ZIP › docProps/custom.xml', CUSTOM]], 'complete']);
    expect(blocks).toMatchObject([{ kind: 'document-xml', key: 'ooxml-custom' }]);
    const [{ offset } = { offset: 0 }] = blocks[0]?.spans ?? [];
    expect(new TextDecoder().decode(file.subarray(offset - 19, offset))).toBe('docProps/custom.xml');
  });

  it('give stored parts as places, not bytes', async () => {
    const { blocks, found } = await walk(
      zip([CONTENT_TYPES, { name: 'DOCPROPS/Custom.xml', data: CUSTOM, stored: true }, STORE]),
    );
    expect(found.map(([path]) => path)).toEqual([
      'ZIP › docProps/custom.xml',
      'ZIP › META-INF/content_credential.c2pa › C2PA',
    ]);
    expect(blocks.map(({ content }) => content)).toEqual([undefined, undefined]);
    expect(blocks[1]).toMatchObject({ kind: 'jumbf', spans: [{ length: 300 }] });
  });

  it('give the parts of EPUB and ODF', async () => {
    const epub = zip([
      mimetype('application/epub+zip'),
      { name: 'META-INF/container.xml', data: '<container/>' },
      { name: 'OEBPS/book.opf', data: '<package/>' },
    ]);
    expect((await walk(epub)).found).toEqual([['ZIP › package document', '<package/>']]);
    const odt = zip([
      mimetype('application/vnd.oasis.opendocument.text'),
      { name: 'meta.xml', data: '<meta/>' },
    ]);
    expect((await walk(odt)).found).toEqual([['ZIP › meta.xml', '<meta/>']]);
  });

  it('are unsupported where they are no document', async () => {
    for (const parts of [[], [{ name: 'a.txt', data: 'a' }], [{ name: 'docProps/custom.xml', data: CUSTOM }]])
      expect(await walk(zip(parts))).toMatchObject({ found: [], state: 'unsupported' });
  });

  it('are read with ZIP64 records and comments', async () => {
    const parts: ZipPart[] = [CONTENT_TYPES, { name: 'docProps/custom.xml', data: CUSTOM, in64: true }];
    for (const options of [
      { is64: true },
      { comment: 'a comment' },
      { comment: noise(0xffff) },
      { comment: concat(latin1('PK\x05\x06'), new Uint8Array(40)) },
    ])
      expect(await walk(zip(parts, options))).toMatchObject({
        found: [['ZIP › docProps/custom.xml', CUSTOM]],
      });
  });

  it('are read with a few bytes behind their end', async () => {
    expect((await walk(concat(docx({ AIGC: LABEL }), new Uint8Array(10)))).found).toHaveLength(1);
  });

  it('say what cannot be read, and read the rest', async () => {
    const cases: readonly [ZipPart, string][] = [
      [{ name: 'docProps/custom.xml', data: CUSTOM, flags: 1 }, 'unsupported'],
      [{ name: 'docProps/custom.xml', data: CUSTOM, method: 14 }, 'unsupported'],
      [{ name: 'docProps/custom.xml', data: noise(50), stored: true, method: 8 }, 'malformed'],
    ];
    for (const [part, state] of cases) {
      const walked = await walk(zip([CONTENT_TYPES, part, STORE]));
      expect(walked.state).toBe(state);
      expect(walked.found.map(([path]) => path)).toEqual(['ZIP › META-INF/content_credential.c2pa › C2PA']);
    }
  });

  it(`read ${MAX_DOCUMENT_XML_BYTES} bytes of XML and no more`, async () => {
    const part = (bytes: number): ZipPart => ({ name: 'docProps/custom.xml', data: ' '.repeat(bytes) });
    expect((await walk(zip([CONTENT_TYPES, part(MAX_DOCUMENT_XML_BYTES)]))).state).toBe('complete');
    expect((await walk(zip([CONTENT_TYPES, part(MAX_DOCUMENT_XML_BYTES + 1)]))).state).toBe('over-budget');
    const halves = [part(MAX_DOCUMENT_XML_BYTES / 2), part(MAX_DOCUMENT_XML_BYTES / 2 + 1)];
    const walked = await walk(zip([CONTENT_TYPES, ...halves]));
    expect([walked.blocks.length, walked.state]).toEqual([1, 'over-budget']);
  });

  it(`read ${MAX_ZIP_PARTS} parts and no more`, async () => {
    const parts = Array.from({ length: MAX_ZIP_PARTS + 1 }, (_, index) => ({
      name: `${index}.opf`,
      data: '<p/>',
    }));
    expect((await walk(zip([mimetype('x'), ...parts]))).blocks).toHaveLength(MAX_ZIP_PARTS);
  });

  it('read the beginning of a directory that is too long', async () => {
    const file = docx({ AIGC: LABEL });
    const end = file.length - 22;
    const at = new DataView(file.buffer).getUint32(end + 16, true);
    const other = zip([{ name: 'x'.repeat(60_000), data: '' }]);
    const header = other.subarray(
      new DataView(other.buffer).getUint32(other.length - 6, true),
      other.length - 22,
    );
    const filler = concat(...Array.from({ length: MAX_ZIP_DIRECTORY_BYTES / 60_000 + 1 }, () => header));
    const sizes = [u32le(end - at + filler.length), u32le(at), new Uint8Array(2)];
    const grown = concat(file.subarray(0, end), filler, file.subarray(end, end + 12), ...sizes);
    expect(await walk(grown)).toMatchObject({
      found: [['ZIP › docProps/custom.xml', CUSTOM]],
      state: 'over-budget',
    });
  });

  it('are unsupported where the size is not known', async () => {
    const { outcome } = await walkWith(zipFormat, docx({}), { knowsSize: false });
    expect(outcome.state).toBe('unsupported');
  });

  it('cost two reads, whatever lies in them', async () => {
    const big = { name: 'word/media/a.png', data: noise(300_000), stored: true };
    const { stats } = await walkWith(
      zipFormat,
      zip([CONTENT_TYPES, big, { name: 'docProps/custom.xml', data: CUSTOM }, { ...big, name: 'b' }]),
    );
    expect(stats.reads).toBe(2);
    expect(stats.bytes).toBeLessThan(40_000);
  });
});
