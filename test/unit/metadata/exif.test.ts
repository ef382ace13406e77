import { describe, expect, it } from 'vitest';
import { driveOver, type Outcome } from '../../../lib/bytes/drive';
import { MAX_FIELD_CHARS, MAX_IFD_ENTRIES } from '../../../lib/bytes/limits';
import { joinSpans } from '../../../lib/bytes/span-view';
import { type ExifResult, readExif } from '../../../lib/metadata/exif';
import { scanTiff, type TiffScan } from '../../../lib/metadata/exif-scan';
import { bytesOf, type TiffField, tiffBlock, u16, u32, utf16 } from '../../support/metadata-blocks';

const ASCII = 2;
const BYTE = 1;
const UNDEFINED = 7;
const ascii = (tag: number, value: string): TiffField => ({ tag, type: ASCII, value: `${value}\0` });
const LABEL = '{"AIGC":{"Label":"1","ContentProducer":"001191440300708461136T1WFUO"}}';

const scan = (block: Uint8Array): Outcome<TiffScan> =>
  driveOver(scanTiff(joinSpans([{ offset: 0, length: block.length }])), block);

async function read(block: Uint8Array): Promise<ExifResult> {
  const outcome = scan(block);
  if (outcome.state !== 'complete') throw new Error(outcome.why);
  return readExif(outcome.value);
}

const named = ({ texts }: ExifResult) => texts.map(({ name, value }) => [name, value]);

describe('scanTiff and readExif', () => {
  it.each(['le', 'be'] as const)('reads the texts of IFD0 and the Exif IFD (%s)', async (order) => {
    const block = tiffBlock(
      [ascii(0x010d, 'title'), ascii(0x010e, LABEL), ascii(0x0131, 'NovelAI'), ascii(0x013b, 'ai')],
      [{ tag: 0x9286, type: UNDEFINED, value: `ASCII\0\0\0${LABEL}` }],
      order,
    );
    const result = await read(block);
    expect(result.faults).toEqual([]);
    expect(named(result)).toEqual([
      ['DocumentName', 'title'],
      ['ImageDescription', LABEL],
      ['Software', 'NovelAI'],
      ['Artist', 'ai'],
      ['UserComment', LABEL],
    ]);
  });

  it('tells where each value stands in the file', async () => {
    const block = tiffBlock([ascii(0x010e, 'a description'), ascii(0x013b, 'ai')]);
    const outcome = driveOver(scanTiff(joinSpans([{ offset: 1000, length: block.length }])), block, 1000);
    const entries = outcome.state === 'complete' ? outcome.value.entries : [];
    const at = Buffer.from(block).indexOf('a description');
    expect(entries.map(({ offset }) => offset)).toEqual([1000 + at, 1000 + 8 + 2 + 12 + 8]);
  });

  it('accepts the JPEG prefix before the TIFF header', async () => {
    const block = bytesOf('Exif\0\0', tiffBlock([ascii(0x0131, 'some software')]));
    expect(named(await read(block))).toEqual([['Software', 'some software']]);
  });

  it('reads the tags ComfyUI counts down through, where they are text', async () => {
    const block = tiffBlock([
      { tag: 0x0100, type: 3, value: bytesOf([1, 0]), count: 1 },
      ascii(0x010c, 'extra:{"c":3}'),
      ascii(0x010e, 'other:{"b":2}'),
      ascii(0x010f, 'workflow:{"a":1}'),
      ascii(0x0110, 'prompt:{"3":{}}'),
    ]);
    expect(named(await read(block))).toEqual([
      ['0x010C', 'extra:{"c":3}'],
      ['ImageDescription', 'other:{"b":2}'],
      ['Make', 'workflow:{"a":1}'],
      ['Model', 'prompt:{"3":{}}'],
    ]);
  });

  it('reads UserComment in IFD0 and typed as ASCII', async () => {
    const block = tiffBlock([
      { tag: 0x9286, type: ASCII, value: bytesOf('UNICODE\0', utf16('你好 label', 'be')) },
    ]);
    expect(named(await read(block))).toEqual([['UserComment', '你好 label']]);
  });

  it('decodes UTF-8, Latin-1 and Windows text', async () => {
    const block = tiffBlock([
      ascii(0x010e, '生成 description'),
      { tag: 0x013b, type: ASCII, value: new Uint8Array([0x4a, 0xfc, 0x72, 0x67, 0x65, 0x6e, 0]) },
      { tag: 0x9c9b, type: BYTE, value: utf16('标题\0', 'le') },
      { tag: 0x9c9c, type: BYTE, value: utf16('comment\0', 'le') },
      { tag: 0x9c9d, type: BYTE, value: utf16('author', 'le') },
      { tag: 0x9c9e, type: BYTE, value: utf16('关键词\0', 'le') },
      { tag: 0x9c9f, type: BYTE, value: utf16('subject\0', 'le') },
    ]);
    expect(named(await read(block))).toEqual([
      ['ImageDescription', '生成 description'],
      ['Artist', 'Jürgen'],
      ['XPTitle', '标题'],
      ['XPComment', 'comment'],
      ['XPAuthor', 'author'],
      ['XPKeywords', '关键词'],
      ['XPSubject', 'subject'],
    ]);
  });

  it('ends text at its first NUL and leaves out empty values', async () => {
    const block = tiffBlock([
      ascii(0x010e, 'text\0rest of a buffer'),
      ascii(0x010f, '     '),
      ascii(0x0131, ''),
    ]);
    expect(named(await read(block))).toEqual([['ImageDescription', 'text']]);
  });

  it('hands out embedded XMP and IIM, whatever their type', async () => {
    const block = tiffBlock([
      { tag: 0x02bc, type: BYTE, value: '<x:xmpmeta/>' },
      { tag: 0x83bb, type: 4, value: bytesOf([0x1c, 2, 110, 0, 3], 'abc'), count: 2 },
    ]);
    const { embedded, texts, faults } = await read(block);
    expect(embedded.map(({ kind, bytes }) => [kind, Buffer.from(bytes).toString('latin1')])).toEqual([
      ['xmp', '<x:xmpmeta/>'],
      ['iim', '\x1c\x02\x6e\0\x03abc'],
    ]);
    expect([texts, faults]).toEqual([[], []]);
  });

  it('reads no maker note and no thumbnail', () => {
    const block = tiffBlock(
      [ascii(0x010f, 'Camera maker')],
      [
        { tag: 0x927c, type: UNDEFINED, value: new Uint8Array(40_000) },
        { tag: 0x9286, type: UNDEFINED, value: 'ASCII\0\0\0a comment' },
      ],
    );
    const asked: number[] = [];
    const parse = scanTiff(joinSpans([{ offset: 0, length: block.length }]));
    let step = parse.next();
    while (!step.done) {
      asked.push(step.value.length);
      step = parse.next(block.subarray(step.value.offset, step.value.offset + step.value.length));
    }
    expect(asked.reduce((sum, length) => sum + length, 0)).toBeLessThan(150);
    expect(step.value.entries.map(({ tag }) => tag)).toEqual([0x010f, 0x9286]);
  });

  it('takes the first of a tag that occurs twice', async () => {
    const block = tiffBlock([ascii(0x0131, 'first software'), ascii(0x0131, 'second software')]);
    expect(named(await read(block))).toEqual([['Software', 'first software']]);
  });
});

describe('scanTiff: malformed and hostile blocks', () => {
  it('ends a directory that points to itself', async () => {
    const block = bytesOf('II*\0', u32(8, 'le'), u16(1, 'le'), u16(0x8769, 'le'), u16(4, 'le'));
    const circular = bytesOf(block, u32(1, 'le'), u32(8, 'le'), u32(8, 'le'));
    expect(await read(circular)).toEqual({
      texts: [],
      embedded: [],
      faults: [{ state: 'malformed', why: 'Exif IFD points to IFD0' }],
    });
  });

  it('reads the others where one value lies outside the block', async () => {
    const block = tiffBlock([
      { tag: 0x010e, type: ASCII, value: 'lost value', offset: 0x10000 },
      { tag: 0x010f, type: ASCII, value: 'huge value', count: 0xffffffff },
      ascii(0x0131, 'kept software'),
    ]);
    const result = await read(block);
    expect(named(result)).toEqual([['Software', 'kept software']]);
    expect(result.faults.map(({ state }) => state)).toEqual(['truncated', 'truncated']);
  });

  it('reads a value at the length limit and none past it', async () => {
    const long = (length: number) =>
      tiffBlock([{ tag: 0x010e, type: ASCII, value: new Uint8Array(length).fill(0x61) }]);
    expect((await read(long(MAX_FIELD_CHARS))).texts[0]?.value.length).toBe(MAX_FIELD_CHARS);
    const past = await read(long(MAX_FIELD_CHARS + 1));
    expect([past.texts, past.faults[0]?.state]).toEqual([[], 'over-budget']);
  }, 30_000);

  it('looks at no more entries than the limit', async () => {
    const filler = (count: number) => Array.from({ length: count }, () => ({ tag: 1, type: 3, value: 'x' }));
    const at = await read(tiffBlock([...filler(MAX_IFD_ENTRIES - 1), ascii(0x0131, 'within')]));
    const past = await read(tiffBlock([...filler(MAX_IFD_ENTRIES), ascii(0x0131, 'beyond')]));
    expect([named(at), at.faults]).toEqual([[['Software', 'within']], []]);
    expect([named(past), past.faults[0]?.state]).toEqual([[], 'over-budget']);
  });

  it('refuses what is no TIFF block', () => {
    expect(scan(bytesOf('PNG', new Array(20).fill(0)))).toMatchObject({ state: 'malformed' });
    expect(scan(bytesOf('II*\0'))).toMatchObject({ state: 'truncated' });
    expect(scan(new Uint8Array(0))).toMatchObject({ state: 'truncated' });
  });

  it('calls a pointer of the wrong type malformed', async () => {
    const block = tiffBlock([{ tag: 0x8769, type: 2, value: 'abcd' }]);
    expect((await read(block)).faults[0]?.state).toBe('malformed');
  });

  it('ends every prefix and every changed byte without an exception', async () => {
    const block = tiffBlock(
      [ascii(0x010e, LABEL), ascii(0x0131, 'software')],
      [{ tag: 0x9286, type: UNDEFINED, value: bytesOf('UNICODE\0', utf16(LABEL, 'be')) }],
    );
    for (let length = 8; length < block.length; length++) {
      const prefix = await read(block.subarray(0, length));
      expect(prefix.faults[0]?.state ?? 'none').toBe('truncated');
    }
    for (let at = 8; at < 70; at++) {
      for (const value of [0, 1, 0x7f, 0xff]) {
        const changed = block.slice();
        changed[at] = value;
        const { faults } = await read(changed);
        expect(faults.filter(({ why }) => /TypeError|RangeError|undefined/.test(why))).toEqual([]);
      }
    }
  });
});
