import { decodeText, decodeUtf8OrLatin1 } from '../bytes/decode-text';
import type { MetadataFault } from './block-fault';
import type { ExifEntry, TiffScan } from './exif-scan';
import { exifTagName, IPTC_TAG, isExplorerTag, USER_COMMENT, XMP_TAG } from './exif-tags';
import { decodeUserComment } from './exif-user-comment';

/** One text of the block, under the name of its tag. `offset`: absolute file offset of the value. */
export type ExifText = { readonly name: string; readonly value: string; readonly offset: number };

/** A block of another language that a tag holds. */
export type EmbeddedBlock = {
  readonly kind: 'xmp' | 'iim';
  readonly bytes: Uint8Array;
  readonly offset: number;
};

/** What a TIFF block states as text. */
export type ExifResult = {
  readonly texts: readonly ExifText[];
  readonly embedded: readonly EmbeddedBlock[];
  readonly faults: readonly MetadataFault[];
};

/**
 * Decodes what {@link TiffScan} found: text of the tags' own encodings, and blocks of other languages.
 *
 * Text is UTF-8 where it is valid, else Latin-1, and ends at its first NUL (TIFF 6.0 §2, ASCII, which no writer
 * keeps to); Windows' own tags are UTF-16. Never throws.
 */
export function readExif(scan: TiffScan): ExifResult {
  const texts: ExifText[] = [];
  const embedded: EmbeddedBlock[] = [];
  for (const entry of scan.entries) {
    const kind = embeddedKind(entry.tag);
    if (kind !== undefined) embedded.push({ kind, bytes: entry.bytes, offset: entry.offset });
    else texts.push(...textOf(entry, scan));
  }
  return { texts, embedded, faults: scan.faults };
}

function textOf({ tag, bytes, offset }: ExifEntry, { littleEndian }: TiffScan): readonly ExifText[] {
  const value = decodeValue(tag, bytes, littleEndian);
  return value === '' ? [] : [{ name: exifTagName(tag), value, offset }];
}

function decodeValue(tag: number, bytes: Uint8Array, littleEndian: boolean): string {
  if (tag === USER_COMMENT) return decodeUserComment(bytes, littleEndian);
  if (isExplorerTag(tag)) return upToNul(decodeText(bytes, 'utf-16le'));
  return upToNul(decodeUtf8OrLatin1(bytes)).trim();
}

function upToNul(text: string): string {
  const end = text.indexOf('\0');
  return end < 0 ? text : text.slice(0, end);
}

const embeddedKind = (tag: number): EmbeddedBlock['kind'] | undefined =>
  tag === XMP_TAG ? 'xmp' : tag === IPTC_TAG ? 'iim' : undefined;
