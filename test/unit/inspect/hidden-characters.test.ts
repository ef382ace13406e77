import { describe, expect, it } from 'vitest';
import { findHiddenCharacters, MAX_CODES, MAX_HIDDEN_CHARS } from '../../../lib/inspect/hidden-characters';

const counts = (text: string) =>
  findHiddenCharacters(text).map(({ kind, count, usual }) => [kind, count, usual]);

describe('findHiddenCharacters', () => {
  it('finds none in ordinary text, spaces of any kind among it', () => {
    expect(findHiddenCharacters('内容由AI生成，仅供参考。\tA\u00a0B\u202fC\u3000D\n')).toEqual([]);
    expect(findHiddenCharacters('')).toEqual([]);
  });

  it('says what they are, how many and where', () => {
    expect(findHiddenCharacters('a\u200bb\u200bc\u2060')).toEqual([
      {
        kind: 'zero-width',
        count: 3,
        usual: 0,
        codes: [
          { code: 0x200b, count: 2 },
          { code: 0x2060, count: 1 },
        ],
        at: [2, 4, 6],
      },
    ]);
  });

  it('tells the kinds apart', () => {
    expect(counts('x\u00ad\u2062\u202e\u3164\uFE01\u{E0101}\uFFF9')).toEqual([
      ['operator', 1, 0],
      ['bidi', 1, 0],
      ['soft-hyphen', 1, 0],
      ['variation-selector', 2, 0],
      ['filler', 1, 0],
      ['other', 1, 0],
    ]);
  });

  it('knows those that emoji, ideographs and scripts are written with', () => {
    expect(counts('❤️ 👩‍💻')).toEqual([
      ['zero-width', 1, 1],
      ['variation-selector', 1, 1],
    ]);
    expect(counts('葛\u{E0100}')).toEqual([['variation-selector', 1, 1]]);
    expect(counts('می\u200cخواهم')).toEqual([['zero-width', 1, 1]]);
    expect(counts('\u{1F3F4}\u{E0067}\u{E0062}\u{E007F}')).toEqual([['tag', 3, 3]]);
  });

  it('spells what tag characters write', () => {
    const hidden = [...'hi there'].map((char) => String.fromCodePoint(0xe0000 + char.charCodeAt(0))).join('');
    const [tags] = findHiddenCharacters(`x${hidden}`);
    expect(tags).toMatchObject({ kind: 'tag', count: 8, usual: 0, spells: 'hi there' });
  });

  it('is bounded by length, codes and places', () => {
    const all = Array.from({ length: 240 }, (_, at) => String.fromCodePoint(0xe0100 + at)).join('');
    const [selectors] = findHiddenCharacters(`x${all.repeat(5000)}`);
    expect(selectors?.count).toBe((MAX_HIDDEN_CHARS - 2) / 2);
    expect(selectors?.codes).toHaveLength(MAX_CODES);
    expect(selectors?.at).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
  });
});
