import { describe, expect, it } from 'vitest';
import { MAX_TEXT_FILE_BYTES } from '../../lib/bytes/limits';
import { checkInput } from '../support/fuzz/check-input';
import { utf8 } from '../support/samples/bytes';

/**
 * Text has no directory and is read whole, up to four megabytes: the worst of every loop over it. Each of these once took
 * up to two seconds, or would without its bound. Alone on an idle machine they take up to 80 ms; collecting megabytes of garbage
 * beside other work has cost twice that in processor time.
 */
const MAX_LARGE_INPUT_MS = 300;

const HTML = '<!doctype html>';
const LD = '<script type=application/ld+json>';
const C2PATXT = '\u{E0133}\u{E0122}\u{E0140}\u{E0131}\u{E0144}\u{E0148}\u{E0144}\uFE00';
const BEGIN = '-----BEGIN C2PA MANIFEST-----';
const INLINE = `${BEGIN}data:application/c2pa;base64,`;

/** What stands before, what is repeated to the limit, what stands behind. */
const FILES: Readonly<Record<string, readonly [head: string, unit: string, tail?: string]>> = {
  'one line': ['', 'a'],
  'empty lines': ['AIGC', '\n'],
  'fences that never close': ['---\nAIGC:', '\n---'],
  'fences of code': ['AIGC', '\n```yaml'],
  'broken labels in front matter': ['---\n', 'AIGC: {\n', '---\n'],
  'labels whose quotes never close': ['---\n', `AIGC: {a: "${'\\"'.repeat(30_000)}\n`, '---\n'],
  'flow maps that go on below': ['---\n', `AIGC: {a: ${"'{' ".repeat(60)}\n`, '---\n'],
  'labels in front matter': ['---\n', 'AIGC:\n a: b\n', '---\n'],
  'one endless label': ['---\nAIGC: {"a":"', 'x', '"}\n---\n'],
  'byte-order marks': ['', '\ufeff'],
  'half a magic number': ['', `\ufeff${C2PATXT.slice(0, 10)}`],
  'one wrapped store': [`\ufeff${C2PATXT}\uFE01\uFE00\u{E0120}\uFE00\uFE00`, '\ufe00'],
  'blocks that begin': ['', BEGIN],
  'blocks that begin and one that ends': ['', INLINE, '-----END C2PA MANIFEST-----'],
  'a block of blanks': [INLINE, ' ', '-----END C2PA MANIFEST-----'],
  'a block without end': [INLINE, `A${' '.repeat(64)}`],
  'open angle brackets': [HTML, '<'],
  tags: [HTML, '<b>'],
  'tags with an open quote': [HTML, '<b "'],
  'one endless tag': [`${HTML}<b `, 'a'],
  'tags of attributes': [HTML, `<meta ${'a '.repeat(130_000)}>`],
  'tags of blanks': [HTML, `<meta a${' '.repeat(250_000)}>`],
  scripts: [HTML, '<script></script>'],
  'a script that nearly ends': [`${HTML}<script>`, '</scrip'],
  'a store in a script': [`${HTML}<script type=application/c2pa>`, 'A', '</script>'],
  'labels in elements': [HTML, '<meta name=AIGC content={}>'],
  'nested labels': [HTML, `<meta name=AIGC content='{"AIGC":${'[1,'.repeat(20_000)}'>`],
  comments: [HTML, '<!---->'],
  'nested JSON-LD': [`${HTML}${LD}{"digitalSourceType":`, '[', '</script>'],
  'scripts of JSON-LD': [HTML, `${LD}{"digitalSourceType":"x"}</script>`],
  disclosures: [HTML, '<p ai-disclosure=none>'],
  properties: [HTML, '<p itemprop=digitalSourceType>'],
};

const filled = ([head, unit, tail = '']: (typeof FILES)[string]): Uint8Array => {
  const room = MAX_TEXT_FILE_BYTES - utf8(head).length - utf8(tail).length;
  return utf8(head + unit.repeat(Math.floor(room / utf8(unit).length)) + tail);
};

describe('documents of the largest size', () => {
  it.each(Object.entries(FILES))('are taken well: %s', async (_, parts) => {
    const bytes = filled(parts);
    expect(bytes.length).toBeGreaterThan(MAX_TEXT_FILE_BYTES * 0.9);
    expect(await checkInput(bytes, MAX_LARGE_INPUT_MS)).toBe(undefined);
  });
});
