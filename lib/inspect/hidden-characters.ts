import { type FileText, fileText } from '../bytes/file-text';

/** Characters that are not seen, by what the Unicode Standard (17.0) has them for. */
export const HIDDEN_KINDS = [
  'zero-width',
  'operator',
  'bidi',
  'soft-hyphen',
  'variation-selector',
  'tag',
  'filler',
  'other',
] as const;
export type HiddenKind = (typeof HIDDEN_KINDS)[number];

/**
 * Characters of one kind in a text. What they are and where; they have many uses, and none of them shows that a text was
 * made by AI.
 */
export type HiddenCharacters = {
  readonly kind: HiddenKind;
  readonly count: number;
  /** How many of them belong to emoji, ideographs or scripts that are written with them. */
  readonly usual: number;
  /** Code points, most frequent first, MAX_CODES at most. */
  readonly codes: readonly { readonly code: number; readonly count: number }[];
  /** Where the first of them stand: characters from the start of the text, the first is 1; MAX_PLACES at most. */
  readonly at: readonly number[];
  /** What tag characters say in ASCII, as which they are written. */
  readonly spells?: FileText;
};

/** Longest text looked through, in UTF-16 units. */
export const MAX_HIDDEN_CHARS = 1024 * 1024;

/** Most code points named of one kind, and places. */
export const MAX_CODES = 12;
export const MAX_PLACES = 8;

/** Longest text told from tag characters. */
const MAX_SPELLED_CHARS = 512;

/** First and last code points of each kind (Unicode 23.2, 23.3, 23.4, 23.9, 7.9 and UAX #9, 2). */
const RANGES: readonly (readonly [number, number, HiddenKind])[] = [
  [0x00ad, 0x00ad, 'soft-hyphen'],
  [0x034f, 0x034f, 'filler'],
  [0x061c, 0x061c, 'bidi'],
  [0x115f, 0x1160, 'filler'],
  [0x17b4, 0x17b5, 'filler'],
  [0x180b, 0x180d, 'variation-selector'],
  [0x180e, 0x180e, 'zero-width'],
  [0x180f, 0x180f, 'variation-selector'],
  [0x200b, 0x200d, 'zero-width'],
  [0x200e, 0x200f, 'bidi'],
  [0x202a, 0x202e, 'bidi'],
  [0x2060, 0x2060, 'zero-width'],
  [0x2061, 0x2064, 'operator'],
  [0x2066, 0x2069, 'bidi'],
  [0x206a, 0x206f, 'other'],
  [0x3164, 0x3164, 'filler'],
  [0xfe00, 0xfe0f, 'variation-selector'],
  [0xfeff, 0xfeff, 'zero-width'],
  [0xffa0, 0xffa0, 'filler'],
  [0xfff9, 0xfffb, 'other'],
  [0x1d173, 0x1d17a, 'other'],
  [0xe0000, 0xe007f, 'tag'],
  [0xe0100, 0xe01ef, 'variation-selector'],
];

/** Everything below is seen, but for one; most characters of most texts are told by the first comparison. */
const LOWEST = 0x00ad;

const kindOf = (code: number): HiddenKind | undefined =>
  code < LOWEST ? undefined : RANGES.find(([first, last]) => code >= first && code <= last)?.[2];

type Tally = {
  count: number;
  usual: number;
  readonly codes: Map<number, number>;
  readonly at: number[];
  spells: string;
};

/**
 * Finds the characters of a text that are not seen, one entry for each kind present.
 *
 * @param text at most MAX_HIDDEN_CHARS of it are looked through
 */
export function findHiddenCharacters(text: string): readonly HiddenCharacters[] {
  const tallies = new Map<HiddenKind, Tally>();
  let before = '';
  let at = 0;
  for (const char of text.slice(0, MAX_HIDDEN_CHARS)) {
    at += 1;
    const code = char.codePointAt(0) ?? 0;
    const kind = kindOf(code);
    if (kind === undefined) before = char;
    else count(tallyOf(tallies, kind), code, at, isUsual(kind, code, before));
  }
  return HIDDEN_KINDS.flatMap((kind) => summaryOf(kind, tallies.get(kind)));
}

function tallyOf(tallies: Map<HiddenKind, Tally>, kind: HiddenKind): Tally {
  const tally = tallies.get(kind) ?? { count: 0, usual: 0, codes: new Map(), at: [], spells: '' };
  tallies.set(kind, tally);
  return tally;
}

function count(tally: Tally, code: number, at: number, usual: boolean): void {
  tally.count += 1;
  if (usual) tally.usual += 1;
  tally.codes.set(code, (tally.codes.get(code) ?? 0) + 1);
  if (tally.at.length < MAX_PLACES) tally.at.push(at);
  if (isTagLetter(code) && !usual && tally.spells.length <= MAX_SPELLED_CHARS)
    tally.spells += String.fromCharCode(code - TAG_BASE);
}

const TAG_BASE = 0xe0000;
/** Tag characters mirror ASCII from the blank to the tilde (Unicode 23.9). */
const isTagLetter = (code: number): boolean => code >= TAG_BASE + 0x20 && code <= TAG_BASE + 0x7e;

/** Scripts that join or separate letters by unseen characters (Unicode 23.2). */
const JOINING =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const EMOJI = /\p{Emoji}|\p{Extended_Pictographic}/u;
const BLACK_FLAG = '\u{1F3F4}';
const ZWNJ = 0x200c;
const ZWJ = 0x200d;

/** @param before the last character that is seen */
function isUsual(kind: HiddenKind, code: number, before: string): boolean {
  if (kind === 'variation-selector')
    return EMOJI.test(before) || /\p{Script=Han}|\p{Script=Mongolian}/u.test(before);
  if (kind === 'tag') return before === BLACK_FLAG;
  if (code === ZWJ) return JOINING.test(before) || /\p{Extended_Pictographic}|\p{EMod}/u.test(before);
  return code === ZWNJ && JOINING.test(before);
}

function summaryOf(kind: HiddenKind, tally: Tally | undefined): readonly HiddenCharacters[] {
  if (tally === undefined) return [];
  const codes = [...tally.codes]
    .map(([code, times]) => ({ code, count: times }))
    .sort((one, other) => other.count - one.count || one.code - other.code)
    .slice(0, MAX_CODES);
  const spells = fileText(tally.spells, MAX_SPELLED_CHARS);
  return [
    {
      kind,
      count: tally.count,
      usual: tally.usual,
      codes,
      at: tally.at,
      ...(spells === '' ? {} : { spells }),
    },
  ];
}
