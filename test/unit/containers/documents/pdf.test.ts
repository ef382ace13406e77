import { describe, expect, it } from 'vitest';
import { MAX_PDF_OBJECT_BYTES, MAX_PDF_SECTIONS, MAX_PDF_VALUES } from '../../../../lib/bytes/limits';
import pdf from '../../../../lib/containers/documents/pdf';
import { concat, utf8 } from '../../../support/samples/bytes';
import {
  addSection,
  deflated,
  pdf as makePdf,
  type PdfPart,
  packedPdf,
  stream,
} from '../../../support/samples/pdf';
import { payloadOf, walkDocument } from '../../../support/samples/sources';

const LABEL = '{"Label":"1","ProduceID":"p(1)"}';
const LITERAL = '({"Label":"1","ProduceID":"p(1)"})';
const CATALOG: PdfPart = [1, '<</Type/Catalog>>'];
const walk = async (file: Uint8Array) => {
  const { blocks, outcome, stats } = await walkDocument(pdf, file);
  const payloads = blocks.map((block) => new TextDecoder().decode(block.content ?? payloadOf(file, block)));
  return { blocks, payloads, state: outcome.state, stats };
};
const withInfo = (value: string) => makePdf([CATALOG, [2, `<</AIGC ${value}>>`]], '/Root 1 0 R/Info 2 0 R');

describe('PDF behind other bytes', () => {
  it.each(['\ufeff', '\n', '\ufeff\r\n'])(
    'is read with its offsets counted from its header: %j',
    async (before) => {
      const start = utf8(before);
      const file = concat(start, withInfo(LITERAL));
      expect(pdf.sniff(file.subarray(0, 64))).toBe(true);
      const [moved, plain] = [await walk(file), await walk(withInfo(LITERAL))];
      expect([moved.payloads, moved.state]).toEqual([plain.payloads, 'complete']);
      const at = (blocks: typeof plain.blocks) => blocks.map(({ spans }) => spans[0].offset);
      expect(at(moved.blocks)).toEqual(at(plain.blocks).map((offset) => offset + start.length));
    },
  );

  it('is text where more stands before it', () => {
    expect(pdf.sniff(utf8('the mark %PDF-1.7'))).toBe(false);
  });
});

describe('PDF: the label in the Info dictionary', () => {
  it('gives the property with the place of its object', async () => {
    const { blocks, payloads, state } = await walk(withInfo(LITERAL));
    expect(blocks).toMatchObject([
      {
        kind: 'document-property',
        path: ['PDF', 'Info', 'AIGC'],
        key: 'AIGC',
        spans: [{ offset: 42, length: 32 }],
      },
    ]);
    expect([payloads, state]).toEqual([[LABEL], 'complete']);
  });

  it.each([
    ['escapes, octal digits and a line that goes on', '({"a":\\"\\050\\)\\n\\\r\nx})', '{"a":"()\nx}'],
    ['hexadecimal digits', '<7b 22 41 22 7d>', '{"A"}'],
    ['UTF-16 with its mark', '<FEFF 007B 6807 007D>', '{标}'],
    ['UTF-16 with the mark of the other order', '<FFFE 7B00 0768 7D00>', '{标}'],
    ['UTF-8 with its mark', '<EFBBBF E6A087>', '标'],
    ['UTF-8 without a mark', '<E6A087>', '标'],
    ['Latin-1', '<7B E9 7D>', '{é}'],
    ['an odd number of digits', '<414>', 'A@'],
  ])('reads %s', async (_, written, text) => {
    expect((await walk(withInfo(written))).payloads).toEqual([text]);
  });

  it('follows references and passes over other values', async () => {
    const parts: PdfPart[] = [CATALOG, [2, '<</AIGC 3 0 R/Title(AIGC)>>'], [3, LITERAL]];
    expect((await walk(makePdf(parts, '/Root 1 0 R/Info 2 0 R'))).payloads).toEqual([LABEL]);
    expect((await walk(withInfo('17'))).payloads).toEqual([]);
    expect((await walk(withInfo('()'))).payloads).toEqual([]);
  });

  it('reads it out of a compressed object stream', async () => {
    const file = packedPdf([], [CATALOG, [2, `<</Title(a)/AIGC${LITERAL}>>`]], '/Root 1 0 R/Info 2 0 R');
    expect(await walk(file)).toMatchObject({ payloads: [LABEL], state: 'complete' });
  });

  it('takes the newest of what was saved on top', async () => {
    const first = withInfo('(old)');
    const at = new TextDecoder().decode(first).lastIndexOf('xref\n0 1');
    const file = addSection(first, [[2, `<</AIGC${LITERAL}>>`]], `/Root 1 0 R/Info 2 0 R/Prev ${at}`);
    expect(await walk(file)).toMatchObject({ payloads: [LABEL], state: 'complete' });
  });
});

describe('PDF: XMP and manifest stores', () => {
  it('gives an XMP packet in place, or inflated', async () => {
    for (const body of [stream('/Type/Metadata', '<x/>'), deflated('/Type/Metadata', '<x/>')]) {
      const file = makePdf([
        [1, '<</Metadata 2 0 R>>'],
        [2, body],
      ]);
      const { blocks, payloads } = await walk(file);
      expect(blocks.map(({ kind, path }) => [kind, path])).toEqual([['xmp', ['PDF', 'Metadata', 'XMP']]]);
      expect(payloads).toEqual(['<x/>']);
    }
  });

  it('finds an embedded store by AF and by the name tree, once', async () => {
    const parts: PdfPart[] = [
      [1, '<</AF[2 0 R 4 0 R]/Names<</EmbeddedFiles<</Kids[5 0 R]>>>>>>'],
      [2, '<</AFRelationship/C2PA_Manifest/EF<</F 3 0 R>>>>'],
      [3, stream('/Subtype/application#2Fc2pa', 'store')],
      [4, '<</AFRelationship/Source/EF<</F 3 0 R>>>>'],
      [5, '<</Names[(content_credential.c2pa) 2 0 R]>>'],
    ];
    const { blocks, payloads } = await walk(makePdf(parts));
    expect(blocks.map(({ kind, path }) => [kind, path])).toEqual([
      ['jumbf', ['PDF', 'embedded file', 'C2PA']],
    ]);
    expect(payloads).toEqual(['store']);
  });
});

describe('PDF: damage and limits', () => {
  it('finds nothing in the smallest, in one read', async () => {
    expect(await walk(makePdf())).toMatchObject({ blocks: [], state: 'complete', stats: { reads: 1 } });
  });

  it('calls an encrypted file unsupported', async () => {
    const file = makePdf([CATALOG, [2, '<</Filter/Standard>>']], '/Root 1 0 R/Encrypt 2 0 R');
    expect(await walk(file)).toMatchObject({ blocks: [], state: 'unsupported' });
  });

  it('never takes a prefix for the whole, nor breaks on one', async () => {
    const file = packedPdf([CATALOG], [[2, `<</AIGC${LITERAL}>>`]], '/Root 1 0 R/Info 2 0 R');
    for (let length = 0; length < file.length - 7; length++)
      expect((await walk(file.subarray(0, length))).state).not.toMatch(/complete|internal/);
  });

  it('keeps what a damaged part does not spoil', async () => {
    const parts: PdfPart[] = [
      [1, '<</Metadata 3 0 R>>'],
      [2, `<</AIGC${LITERAL}>>`],
      [3, stream('/Filter/FlateDecode', 'no zlib')],
    ];
    expect(await walk(makePdf(parts, '/Root 1 0 R/Info 2 0 R'))).toMatchObject({
      payloads: [LABEL],
      state: 'malformed',
    });
  });

  it('leaves circles of references and of sections', async () => {
    expect((await walk(makePdf([[1, '1 0 R']]))).state).toBe('malformed');
    const file = makePdf([CATALOG]);
    const at = new TextDecoder().decode(file).lastIndexOf('xref\n0 1');
    expect((await walk(makePdf([CATALOG], `/Root 1 0 R/Prev ${at}`))).state).toBe('malformed');
  });

  it(`follows ${MAX_PDF_SECTIONS} sections and no more`, async () => {
    const saved = (times: number) => {
      let file = makePdf();
      for (let time = 1; time < times; time++) {
        const at = new TextDecoder().decode(file).lastIndexOf('xref\n0 1');
        file = addSection(file, [], `/Prev ${at}`);
      }
      return file;
    };
    expect((await walk(saved(MAX_PDF_SECTIONS))).state).toBe('complete');
    expect((await walk(saved(MAX_PDF_SECTIONS + 1))).state).toBe('over-budget');
  });

  it('bounds the size, the depth and the values of an object', async () => {
    const catalog = (body: string) => walk(makePdf([[1, body]]));
    expect((await catalog(`<</A(${'x'.repeat(70_000)})>>`)).state).toBe('complete');
    expect((await catalog(`<</A(${'x'.repeat(MAX_PDF_OBJECT_BYTES)})>>`)).state).toBe('over-budget');
    expect((await catalog(`${'['.repeat(40)}${']'.repeat(40)}`)).state).toBe('over-budget');
    expect((await catalog(`<</A[${'1 '.repeat(MAX_PDF_VALUES)}]>>`)).state).toBe('over-budget');
  });

  it('bounds what a stream inflates to', async () => {
    const bomb = deflated('', new Uint8Array(5 * 1024 * 1024));
    expect(
      await walk(
        makePdf([
          [1, '<</Metadata 2 0 R>>'],
          [2, bomb],
        ]),
      ),
    ).toMatchObject({ blocks: [], state: 'over-budget' });
  });
});
