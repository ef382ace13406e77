import { decodeText, decodeUtf8OrLatin1, type TextEncodingLabel } from '../bytes/decode-text';

/** Exif 3.0 §4.6.5, UserComment: the character code stands in the first eight bytes. */
const CODE_BYTES = 8;
const ASCII_CODE = 'ASCII\0\0\0';
const JIS_CODE = 'JIS\0\0\0\0\0';
const UNICODE_CODE = 'UNICODE\0';
/** No code of the standard; some writers put it before UTF-8. */
const UTF8_CODE = 'UTF-8\0\0\0';
const UNDEFINED_CODE = '\0\0\0\0\0\0\0\0';

/** From this share of printable ASCII bytes on, text declared as UTF-16 is 8-bit text after all. */
const ASCII_SHARE = 0.9;

/** Shorter text is not taken for 8-bit text on these grounds: few ideographs may well be all ASCII bytes. */
const MIN_ASCII_BYTES = 16;

/** Weight of an ASCII character against another plausible one when byte orders are compared. */
const ASCII_WEIGHT = 3;

/** How many bytes are looked at to tell UTF-16 from 8-bit text, and one byte order from the other. */
const SAMPLE_BYTES = 4096;

/** Code points ordinary text consists of besides ASCII: Latin, Cyrillic, punctuation, kana, CJK, Hangul, full-width forms. */
const PLAUSIBLE_RANGES: readonly (readonly [number, number])[] = [
  [0xa0, 0x24f],
  [0x400, 0x4ff],
  [0x2000, 0x206f],
  [0x3000, 0x30ff],
  [0x4e00, 0x9fff],
  [0xac00, 0xd7af],
  [0xff00, 0xffef],
];

/**
 * Decodes the value of UserComment (Exif 3.0 §4.6.5) as it is found in the wild. Never throws.
 *
 * `UNICODE` is taken as UTF-16 in the byte order the text itself shows: many writers use big-endian whatever
 * the order of the block, and some write UTF-8. `ASCII`, an undefined code and no code at all are UTF-8 where
 * valid, else Latin-1; UTF-16 is recognised there too. Padding at the end is dropped.
 *
 * @param bytes the whole value, character code included
 * @param littleEndian byte order of the TIFF block, for texts that show none of their own
 */
export function decodeUserComment(bytes: Uint8Array, littleEndian: boolean): string {
  // the standard has capitals; some writers have `Unicode`
  const code = decodeText(bytes.subarray(0, CODE_BYTES), 'latin1').toUpperCase();
  const text = bytes.subarray(CODE_BYTES);
  if (code === UNICODE_CODE) return withoutPadding(decodeText(text, utf16Order(text, littleEndian)));
  if (code === JIS_CODE) return withoutPadding(decodeText(text, 'iso-2022-jp'));
  const coded = code === ASCII_CODE || code === UTF8_CODE || code === UNDEFINED_CODE;
  return decodeUncoded(coded ? text : bytes, littleEndian);
}

function decodeUncoded(bytes: Uint8Array, littleEndian: boolean): string {
  const nuls = nulShares(withoutNulPadding(bytes.subarray(0, SAMPLE_BYTES)));
  const utf16 = Math.max(nuls.even, nuls.odd) > ASCII_SHARE / 2 && Math.min(nuls.even, nuls.odd) === 0;
  return withoutPadding(
    utf16 ? decodeText(bytes, utf16Order(bytes, littleEndian)) : decodeUtf8OrLatin1(bytes),
  );
}

/** The encoding of text declared as Unicode: by mark, by what gives text. */
function utf16Order(text: Uint8Array, littleEndian: boolean): TextEncodingLabel {
  const [first, second] = text;
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  const sample = withoutNulPadding(text.subarray(0, SAMPLE_BYTES));
  if (sample.length >= MIN_ASCII_BYTES && asciiShare(sample) >= ASCII_SHARE) return 'utf-8';
  const big = plausibility(decodeText(sample, 'utf-16be'));
  const little = plausibility(decodeText(sample, 'utf-16le'));
  if (big !== little) return big > little ? 'utf-16be' : 'utf-16le';
  return littleEndian ? 'utf-16le' : 'utf-16be';
}

/** NUL bytes at even and odd positions, as shares of all bytes. */
function nulShares(bytes: Uint8Array): { even: number; odd: number } {
  const counts = [0, 0];
  bytes.forEach((byte, at) => {
    if (byte === 0) counts[at % 2] = (counts[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = counts.map((count) => count / Math.max(1, bytes.length));
  return { even, odd };
}

function asciiShare(bytes: Uint8Array): number {
  const printable = bytes.filter((byte) => byte >= 0x20 && byte <= 0x7e).length;
  return printable / Math.max(1, bytes.length);
}

/**
 * How much text looks like text. ASCII weighs more: swapped, much of it falls among CJK ideographs, while
 * swapped ideographs seldom become ASCII.
 */
function plausibility(text: string): number {
  let sum = 0;
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    if (code >= 0x20 && code <= 0x7e) sum += ASCII_WEIGHT;
    else if (PLAUSIBLE_RANGES.some(([low, high]) => code >= low && code <= high)) sum += 1;
  }
  return sum;
}

/** Without pairs of NULs at the end: one NUL may be half of a UTF-16 character. */
function withoutNulPadding(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end >= 2 && bytes[end - 1] === 0 && bytes[end - 2] === 0) end -= 2;
  return bytes.subarray(0, end);
}

function withoutPadding(text: string): string {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) <= 0x20) end -= 1;
  return text.slice(0, end);
}
