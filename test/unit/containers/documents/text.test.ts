import { describe, expect, it } from 'vitest';
import { MAX_TEXT_FILE_BYTES, MAX_TEXT_LABELS } from '../../../../lib/bytes/limits';
import { RangeReader } from '../../../../lib/bytes/range-reader';
import { memorySource } from '../../../../lib/bytes/source';
import { ALL_FORMATS } from '../../../../lib/containers/document-registry';
import text from '../../../../lib/containers/documents/text';
import { FORMATS } from '../../../../lib/containers/registry';
import { walkContainer } from '../../../../lib/containers/walk';
import { concat, noise, utf8 } from '../../../support/samples/bytes';
import { payloadOf, walkDocument } from '../../../support/samples/sources';
import { wrapped } from '../../../support/samples/text';

const walkBytes = async (file: Uint8Array) => {
  const { blocks, outcome, stats } = await walkDocument(text, file);
  const labels = blocks
    .filter(({ kind }) => kind === 'document-property')
    .map((block) => [block.path[1], block.spans[0].offset, new TextDecoder().decode(block.content)]);
  return { blocks, labels, state: outcome.state, stats };
};
const walk = (content: string) => walkBytes(utf8(content));
const unwrapped = (json: string): unknown => {
  const value = JSON.parse(json);
  return value.AIGC ?? value;
};
const JSON_LABEL = '{"Label":"1","ProduceID":"x"}';

describe('text: sniffing', () => {
  it('accepts text in UTF-8, also cut inside a character', () => {
    for (const content of ['# 标题', '---\nAIGC:', '\ufeffabcd', 'tab\there'])
      expect(text.sniff(utf8(content))).toBe(true);
    expect(text.sniff(utf8('文字文字').subarray(0, 7))).toBe(true);
  });

  it('refuses other bytes and what is too short to be told', () => {
    for (const other of [utf8('abc'), utf8('ab\0cd'), noise(64), utf8('\x01\x02\x03\x04')])
      expect(text.sniff(other)).toBe(false);
  });
});

describe('text: files that begin with a comment', () => {
  const told = async (content: string, formats = ALL_FORMATS) =>
    (await walkContainer(new RangeReader(memorySource(utf8(content))), formats)).container;
  const long = `<!-- ${'c'.repeat(200)} -->`;

  it('are told by what stands behind it', async () => {
    expect(await told(`${long}\n# Title\n`)).toBe('text');
    expect(await told(`${long}\n<!-- two -->\n<!doctype html><p>x`)).toBe('html');
    expect(await told(`${long}<svg xmlns="http://www.w3.org/2000/svg"/>`)).toBe('svg');
    expect(await told(`${long}<s:svg xmlns:s="http://www.w3.org/2000/svg"/>`)).toBe('svg');
    expect(await told('<!-- never closed')).toBe('text');
  });

  it('are SVG or nothing where documents are not read', async () => {
    expect(await told(`${long}\n# Title\n`, FORMATS)).toBe('svg');
  });
});

describe('text: labels in Markdown', () => {
  it.each([
    ['JSON', `---\nAIGC: ${JSON_LABEL}\n---\n`, 'front matter', 4],
    ['quoted JSON', `---\nAIGC: '${JSON_LABEL}'\n---\n`, 'front matter', 4],
    [
      'four columns, unquoted',
      '---\nAIGC:\n    Label: "1"\n    ProduceID: x # note\n---\n',
      'front matter',
      4,
    ],
    ['two columns, single quotes', "---\nAIGC:\n  Label: '1'\n  ProduceID: 'x'\n---\n", 'front matter', 4],
    ['line ends of two bytes', '---\r\nAIGC:\r\n  Label: 1\r\n  ProduceID: x\r\n---\r\n', 'front matter', 5],
    [
      'merged into another',
      '---\ntitle: t\nAIGC:\n  Label: 1\n  ProduceID: x\ntags: [a]\n---\n',
      'front matter',
      13,
    ],
    [
      'a second front matter',
      '---\ntitle: t\n---\n\n---\nAIGC:\n  Label: 1\n  ProduceID: x\n---\n',
      'front matter',
      22,
    ],
    ['a code block', '```yaml\nAIGC:\n  Label: 1\n  ProduceID: x\n```\ntext', 'YAML block', 8],
    ['the end, without fences', '# t\n\ntext\n\nAIGC:\n  Label: 1\n  ProduceID: x\n\n> AI生成\n', 'end', 11],
    [
      'a code block at the end',
      '# t\ntext\n```yaml\nAIGC:\n  Label: 1\n  ProduceID: x\n```\n',
      'YAML block',
      17,
    ],
    ['values on several lines', '---\nAIGC:\n  Label: 1\n  ProduceID: >-\n    x\n---\n', 'front matter', 4],
    [
      'JSON on lines of its own',
      '---\nAIGC: {\n  "Label": "1",\n  "ProduceID": "x"\n}\n---\n',
      'front matter',
      4,
    ],
    ['JSON in a block', `---\nAIGC: |\n  ${JSON_LABEL}\n---\n`, 'front matter', 4],
    ['JSON in its wrapper', `---\n{"AIGC": ${JSON_LABEL}}\n---\n`, 'front matter', 4],
    ['JSON in its wrapper on several lines', `text\n\n{\n  "AIGC": ${JSON_LABEL}\n}\n`, 'end', 6],
    ['JSON in its wrapper at the end', `text\n{"AIGC":${JSON_LABEL}}\n`, 'end', 5],
    ['a flow map', '---\nAIGC: {Label: 1, ProduceID: "x"}\n---\n', 'front matter', 4],
    [
      'a flow map on several lines',
      "---\nAIGC: {\n  Label: '1',\n  ProduceID: x,\n}\n---\n",
      'front matter',
      4,
    ],
    ['a mark of byte order', '\ufeff---\nAIGC:\n  Label: "1"\n  "ProduceID": x\n---\n', 'front matter', 7],
  ])('reads %s', async (_, content, place, offset) => {
    const { labels, state } = await walk(content);
    const found = labels.map(([where, at, json = '']) => [
      where,
      at,
      JSON.stringify(unwrapped(String(json))),
    ]);
    expect([found, state]).toEqual([[[place, offset, JSON_LABEL]], 'complete']);
  });

  it('unescapes quoted values, and keeps the language of the file', async () => {
    const { labels } = await walk(`---\nAIGC:\n  Label: '1'\n  A: '{"b":"it''s"}'\n  B: "\\u6807\\"注"\n---`);
    expect(labels).toEqual([['front matter', 4, '{"Label":"1","A":"{\\"b\\":\\"it\'s\\"}","B":"标\\"注"}']]);
  });

  it.each([
    ['words about labels', 'AIGC: what it is\n\ntext'],
    ['a label in the middle', `AIGC:\n  Label: 1\n${'text\n'.repeat(20)}`],
    ['a map that is none', '---\nAIGC:\n- a\n---\n'],
    ['JSON in its wrapper in the middle', `{"AIGC":${JSON_LABEL}}\n${'text\n'.repeat(20)}`],
    ['a key of another name', '---\nMYAIGC:\n  Label: 1\n---\n'],
    ['a flow of YAML', '---\nAIGC: [a, b]\n---\n'],
    ['a block of prose', '---\nAIGC: |\n  what it is\n---\n'],
    ['a code block of another language', '```json\nAIGC:\n  Label: 1\n```\n' + 'text\n'.repeat(60)],
  ])('passes over %s', async (_, content) => {
    expect(await walk(content)).toMatchObject({ blocks: [], state: 'complete' });
  });

  it('ends JSON that goes on below where its braces do, those in quotes aside', async () => {
    const json = '{"Label":"1",\n"ReservedCode1":{"a":"}"},\n"ProduceID":"}x"}';
    const { labels } = await walk(`---\nAIGC: ${json}\nother: {}\n---\n`);
    expect(labels).toEqual([['front matter', 4, json]]);
  });

  it('takes JSON that is never closed as far as its line goes', async () => {
    const { labels } = await walk('---\nAIGC: {"Label":"1"\ntitle: t\n---\n');
    expect(labels).toEqual([['front matter', 4, '{"Label":"1"']]);
  });

  it(`takes ${MAX_TEXT_LABELS} labels and no more`, async () => {
    const { labels } = await walk(`---\n${`AIGC: ${JSON_LABEL}\n`.repeat(1000)}---\n`);
    expect(labels).toHaveLength(MAX_TEXT_LABELS);
  });
});

describe('text: manifest stores', () => {
  const STORE = noise(300);

  it('decodes one from variation selectors', async () => {
    const file = utf8(`标 text${wrapped(STORE)}`);
    const { blocks, state } = await walkBytes(file);
    expect(blocks).toEqual([
      {
        kind: 'jumbf',
        path: ['Text', 'variation selectors', 'C2PA'],
        spans: [{ offset: 8, length: file.length - 8 }],
        content: STORE,
      },
    ]);
    expect(state).toBe('complete');
  });

  it('passes over ordinary selectors', async () => {
    expect(await walk('☀️ \ufeff葛󠄀 \ufeff️️')).toMatchObject({ blocks: [], state: 'complete' });
  });

  it('never takes part of a store, nor breaks on one', async () => {
    const file = utf8(`text${wrapped(noise(20))}`);
    for (let length = 0; length < file.length; length++) {
      const { blocks, state } = await walkBytes(file.subarray(0, length));
      expect([blocks, /complete|truncated/.test(state)]).toEqual([[], true]);
    }
  });

  it('believes no declared length and no other version', async () => {
    expect((await walk(wrapped(STORE, { length: 0xffffffff }))).state).toBe('truncated');
    expect((await walk(wrapped(STORE, { version: 2 }))).state).toBe('unsupported');
  });

  it('gives the exact place of one between BEGIN and END', async () => {
    const begin = '-----BEGIN C2PA MANIFEST-----';
    const file = utf8(`// ${begin} data:application/c2pa;base64,QUJD -----END C2PA MANIFEST-----\n`);
    const { blocks } = await walkBytes(file);
    expect(blocks).toEqual([
      {
        kind: 'jumbf',
        path: ['Text', 'C2PA MANIFEST'],
        spans: [{ offset: 62, length: 4 }],
        encoding: 'base64',
      },
    ]);
    expect(blocks.map((block) => new TextDecoder().decode(payloadOf(file, block)))).toEqual(['QUJD']);
  });

  it('gives the address of one elsewhere, and nothing else that stands there', async () => {
    const between = (content: string) =>
      walk(`-----BEGIN C2PA MANIFEST----- ${content} -----END C2PA MANIFEST-----`);
    expect((await between('https://example.org/x')).blocks).toEqual([
      {
        kind: 'document-property',
        path: ['Text', 'C2PA MANIFEST'],
        key: 'c2pa-manifest',
        spans: [{ offset: 30, length: 21 }],
      },
    ]);
    for (const other of ['ftp://a', 'see https://example.org/x', `https://${'a'.repeat(2048)}`, ''])
      expect((await between(other)).blocks).toEqual([]);
  });

  it(`reads ${MAX_TEXT_FILE_BYTES} bytes and no more, keeping what it found`, async () => {
    const head = utf8(`---\nAIGC: ${JSON_LABEL}\n---\n`);
    const file = concat(head, new Uint8Array(MAX_TEXT_FILE_BYTES - head.length + 1).fill(0x20));
    expect(await walkBytes(file)).toMatchObject({
      labels: [{}],
      state: 'over-budget',
      stats: { bytes: MAX_TEXT_FILE_BYTES },
    });
    expect((await walkBytes(file.subarray(0, MAX_TEXT_FILE_BYTES))).state).toBe('complete');
  });
});
