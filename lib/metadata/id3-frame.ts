import { decodeText, decodeUtf8OrLatin1, withoutTrailingNuls } from '../bytes/decode-text';

/** ID3v2.4 structure, 4: how the texts of a frame are encoded, by its first byte. */
type Encoding = 'latin1' | 'utf-16' | 'utf-16be' | 'utf-8';
const ENCODINGS: readonly Encoding[] = ['latin1', 'utf-16', 'utf-16be', 'utf-8'];
/** COMM has a language code behind the encoding (ID3v2.4 frames, 4.10). */
const LANGUAGE_BYTES = 3;

/** A name and its text. */
export type Id3Text = { readonly name: string; readonly value: string };

/**
 * Reads the text of an ID3v2 frame (ID3v2.4 frames, 4.2, 4.3, 4.10; the same in 2.3 and 2.2).
 *
 * Described frames are named `TXXX:description`, `WXXX:…`, `COMM:…`, by their id alone where the description is
 * empty. A comment that is nothing but a description is taken for its text. Text declared as Latin-1 is read as
 * UTF-8 where it is valid as such, since that is what many writers put there. Never throws.
 *
 * @param id the frame's id, as in ID3v2.3 and 2.4
 * @param bytes the frame behind its header
 * @returns `undefined` for a frame without text
 */
export function readId3Text(id: string, bytes: Uint8Array): Id3Text | undefined {
  if (id.startsWith('W') && id !== 'WXXX') return named(id, decodeUtf8OrLatin1(untilNul(bytes)));
  const encoding = ENCODINGS[bytes[0] ?? -1];
  if (encoding === undefined) return named(id, decodeUtf8OrLatin1(bytes));
  const content = bytes.subarray(id === 'COMM' ? 1 + LANGUAGE_BYTES : 1);
  if (id !== 'TXXX' && id !== 'WXXX' && id !== 'COMM') return named(id, decoded(content, encoding));
  const end = terminatorAt(content, encoding);
  const description = decoded(content.subarray(0, end), encoding);
  const rest = content.subarray(end + widthOf(encoding));
  const value = id === 'WXXX' ? decodeUtf8OrLatin1(untilNul(rest)) : decoded(rest, encoding);
  if (id === 'COMM' && value === '') return named(id, description);
  return named(description === '' ? id : `${id}:${description}`, value);
}

const named = (name: string, value: string): Id3Text | undefined => {
  const text = withoutTrailingNuls(value);
  return text === '' ? undefined : { name, value: text };
};

const widthOf = (encoding: Encoding): number => (encoding.startsWith('utf-16') ? 2 : 1);

/** Index of the terminator of a text; the length where there is none. */
function terminatorAt(bytes: Uint8Array, encoding: Encoding): number {
  const end = widthOf(encoding) === 1 ? bytes.indexOf(0) : wideTerminatorAt(bytes);
  return end < 0 ? bytes.length : end;
}

function wideTerminatorAt(bytes: Uint8Array): number {
  for (let at = 0; at + 1 < bytes.length; at += 2) if (bytes[at] === 0 && bytes[at + 1] === 0) return at;
  return -1;
}

const untilNul = (bytes: Uint8Array): Uint8Array => {
  const end = bytes.indexOf(0);
  return end < 0 ? bytes : bytes.subarray(0, end);
};

/** Every text of UTF-16 has a byte-order mark of its own; without one the little-endian order of most writers. */
function decoded(bytes: Uint8Array, encoding: Encoding): string {
  if (encoding === 'latin1') return withoutTrailingNuls(decodeUtf8OrLatin1(bytes));
  if (encoding !== 'utf-16') return withoutTrailingNuls(decodeText(bytes, encoding));
  const isBigEndian = bytes[0] === 0xfe && bytes[1] === 0xff;
  return withoutTrailingNuls(decodeText(bytes, isBigEndian ? 'utf-16be' : 'utf-16le'));
}
