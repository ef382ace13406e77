import { ByteFault } from '../bytes/fault';

/** Keyword that ImageMagick, and tools after it, give to a metadata block written as hexadecimal text. */
const KEYWORD_START = 'Raw profile type ';

/** What may be in such a block that is of use here, by the rest of the keyword. */
const PROFILE_KINDS: ReadonlyMap<string, 'exif' | 'iptc' | 'xmp'> = new Map([
  ['exif', 'exif'],
  ['APP1', 'exif'],
  ['iptc', 'iptc'],
  ['8bim', 'iptc'],
  ['xmp', 'xmp'],
]);

/** Header of the hexadecimal text: a line with the profile's name (`exif`, `IPTC profile`), its length in bytes. */
const PROFILE_HEADER = /^\n?[^\n]{1,64}\n[ \t]*(\d{1,9})\s/;

const HEX_DIGITS_PER_BYTE = 2;

/** What APP1 puts before an XMP packet (XMP Specification Part 3 §1.1.3); `APP1` profiles keep it. */
const XMP_SIGNATURE = 'http://ns.adobe.com/xap/1.0/\0';

/** A metadata block found in a text chunk. */
export type PngProfile = { readonly kind: 'exif' | 'iptc' | 'xmp'; readonly bytes: Uint8Array };

/** Whether the keyword names a metadata block written as text (of a use here or not). */
export function isPngProfile(keyword: string): boolean {
  return keyword.startsWith(KEYWORD_START);
}

/** Whether that block can hold anything this project reads; `false` for colour profiles and the like. */
export function isReadablePngProfile(keyword: string): boolean {
  return PROFILE_KINDS.has(keyword.slice(KEYWORD_START.length));
}

/**
 * Decodes a metadata block written as hexadecimal text (`Raw profile type exif`, `APP1`, `iptc`, `xmp`), the
 * form ImageMagick used before PNG had chunks for it. No specification exists; ExifTool documents the layout.
 *
 * @param keyword the chunk's keyword, for which {@link isReadablePngProfile} holds
 * @throws ByteFault `malformed` where the text is no such block, `truncated` where digits are missing
 */
export function readPngProfile(keyword: string, text: string): PngProfile {
  const kind = PROFILE_KINDS.get(keyword.slice(KEYWORD_START.length));
  const header = PROFILE_HEADER.exec(text);
  if (kind === undefined || header === null) throw new ByteFault('malformed', 'no profile in the PNG text');
  const bytes = decodeHex(text.slice(header[0].length), Number(header[1]));
  const xmp = startsWith(bytes, XMP_SIGNATURE);
  return xmp ? { kind: 'xmp', bytes: bytes.subarray(XMP_SIGNATURE.length) } : { kind, bytes };
}

function decodeHex(text: string, length: number): Uint8Array {
  const digits = text.replaceAll(/\s/g, '');
  if (length * HEX_DIGITS_PER_BYTE > digits.length)
    throw new ByteFault('truncated', 'PNG profile is cut off');
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; at++) {
    const value = Number.parseInt(digits.slice(at * HEX_DIGITS_PER_BYTE, (at + 1) * HEX_DIGITS_PER_BYTE), 16);
    if (Number.isNaN(value)) throw new ByteFault('malformed', 'PNG profile is not hexadecimal');
    bytes[at] = value;
  }
  return bytes;
}

const startsWith = (bytes: Uint8Array, text: string): boolean =>
  bytes.length >= text.length && [...text].every((char, at) => bytes[at] === char.charCodeAt(0));
