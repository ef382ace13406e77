import { decodeText, decodeUtf8OrLatin1 } from '../bytes/decode-text';
import { exifTagName, isExplorerTag, USER_COMMENT } from './exif-tags';
import { decodeUserComment } from './exif-user-comment';

/** Byte order and number of a tag, as the container states them: `II:270`, `MM:37510`. */
const TAG = /^(II|MM):(\d{1,5})$/;

/**
 * Decodes the text of a TIFF tag that stands in the file by itself, as `exif.ts` does for EXIF blocks: up to the
 * first NUL (TIFF 6.0 §2, ASCII), UTF-8 where valid, else Latin-1; UserComment by its character code.
 *
 * @param tag byte order of the file and the tag's number: `II:270`
 * @param bytes the value, whole
 * @returns the tag's name (as fields carry it) and its text; `undefined` for no such tag
 */
export function readTiffText(
  tag: string,
  bytes: Uint8Array,
): { readonly name: string; readonly text: string } | undefined {
  const [, order, digits] = TAG.exec(tag) ?? [];
  if (digits === undefined) return undefined;
  const number = Number(digits);
  return { name: exifTagName(number), text: decode(number, bytes, order === 'II') };
}

function decode(tag: number, bytes: Uint8Array, littleEndian: boolean): string {
  if (tag === USER_COMMENT) return decodeUserComment(bytes, littleEndian);
  if (isExplorerTag(tag)) return upToNul(decodeText(bytes, 'utf-16le'));
  return upToNul(decodeUtf8OrLatin1(bytes)).trim();
}

function upToNul(text: string): string {
  const end = text.indexOf('\0');
  return end < 0 ? text : text.slice(0, end);
}
