import { Cursor } from '../bytes/cursor';
import { decodeText, decodeUtf8OrLatin1, withoutTrailingNuls } from '../bytes/decode-text';
import { ByteFault } from '../bytes/fault';
import { inflateZlib } from '../bytes/inflate';
import { MAX_INFLATED_BYTES } from '../bytes/limits';

/** PNG (3rd edition) §11.3.3: keywords have 1 to 79 characters and end in NUL. */
const MAX_KEYWORD_CHARS = 79;

/** PNG §11.3.3.3 and §11.3.3.4: the only compression method. */
const ZLIB_METHOD = 0;
const METHOD_BYTES = 1;

/** PNG §11.3.3.4: compression flag of iTXt. */
const COMPRESSED = 1;

/** How much of a chunk holds its keyword for certain. */
export const PNG_KEYWORD_BYTES = MAX_KEYWORD_CHARS + 1;

/** Chunk types that carry text. */
export type PngTextType = 'tEXt' | 'zTXt' | 'iTXt';

/** A keyword and its text. */
export type PngText = { readonly keyword: string; readonly text: string };

/** The type a chunk's name stands for; `undefined` where it is no text chunk. */
export function pngTextType(name: string | undefined): PngTextType | undefined {
  return name === 'tEXt' || name === 'zTXt' || name === 'iTXt' ? name : undefined;
}

/**
 * The keyword of a text chunk (PNG §11.3.3).
 *
 * @param data the chunk's data, at least {@link PNG_KEYWORD_BYTES} of it or all
 * @throws ByteFault `malformed` for a keyword that is empty, too long or unterminated
 */
export function readPngKeyword(data: Uint8Array): string {
  const end = data.subarray(0, PNG_KEYWORD_BYTES).indexOf(0);
  if (end < 1) throw new ByteFault('malformed', 'PNG text chunk without a keyword');
  return decodeUtf8OrLatin1(data.subarray(0, end));
}

/**
 * Reads the data of a text chunk (PNG §11.3.3): tEXt, zTXt or iTXt.
 *
 * Text of tEXt and zTXt is Latin-1 by specification; where it is valid UTF-8 it is read as such, since that is
 * what many tools write. NULs at the end are dropped. Language tag and translated keyword of iTXt are passed over.
 *
 * @param type the chunk's type
 * @param data the chunk's data, whole
 * @throws ByteFault `malformed` against the format, `truncated` or `over-budget` from inflating
 */
export function readPngText(type: PngTextType, data: Uint8Array): PngText {
  const keyword = readPngKeyword(data);
  const cursor = new Cursor(data);
  skipTerminated(cursor);
  return { keyword, text: withoutTrailingNuls(readText(type, cursor)) };
}

function readText(type: PngTextType, cursor: Cursor): string {
  if (type === 'tEXt') return decodeUtf8OrLatin1(restOf(cursor));
  if (type === 'zTXt') return decodeUtf8OrLatin1(inflateAfterMethod(cursor)(cursor));
  const compressed = cursor.u8() === COMPRESSED;
  if (!compressed) cursor.skip(METHOD_BYTES);
  const takeText = compressed ? inflateAfterMethod(cursor) : restOf;
  skipTerminated(cursor);
  skipTerminated(cursor);
  return decodeText(takeText(cursor), 'utf-8');
}

const restOf = (cursor: Cursor): Uint8Array => cursor.slice(cursor.left);

/** Takes the compression method; gives what inflates the rest, which in iTXt begins later. */
function inflateAfterMethod(cursor: Cursor): (cursor: Cursor) => Uint8Array {
  const method = cursor.u8();
  if (method !== ZLIB_METHOD) throw new ByteFault('malformed', `PNG compression method ${method}`);
  return (from) => inflateZlib(restOf(from), MAX_INFLATED_BYTES);
}

/** Skips a string and the NUL that ends it. */
function skipTerminated(cursor: Cursor): void {
  const at = cursor.bytes.length - cursor.left;
  const length = cursor.bytes.subarray(at).indexOf(0);
  if (length < 0) throw new ByteFault('malformed', 'PNG text chunk without its separators');
  cursor.skip(length + 1);
}
