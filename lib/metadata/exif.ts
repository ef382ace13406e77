import { Options } from 'exifr/src/options.mjs';
import { TiffExif, type TiffOutput } from 'exifr/src/segment-parsers/tiff-exif.mjs';
import { decodeText, decodeUtf8OrLatin1 } from '../bytes/decode-text';
import { type MetadataFault, metadataFault } from './block-fault';
import type { ExifEntry, IfdName, TiffScan } from './exif-scan';
import { exifTagName, IPTC_TAG, TIFF_LONG, USER_COMMENT, XMP_TAG, XP_COMMENT, XP_TITLE } from './exif-tags';
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
 * Decodes what {@link TiffScan} found, by exifr. Only entries that the scan has checked are asked of it, in an
 * image of the block that holds nothing else.
 *
 * Two things exifr gives are decoded anew from the bytes: UserComment, whose character code it leaves alone or
 * (as ASCII) decodes with the text, and strings that are not UTF-8, which it fills with U+FFFD. Text ends at its
 * first NUL (TIFF 6.0 §2, ASCII). Never rejects: an error of exifr becomes a fault.
 */
export async function readExif(scan: TiffScan): Promise<ExifResult> {
  const faults = [...scan.faults];
  const decoded = await decodeWithExifr(scan).catch((error: unknown) => {
    faults.push(metadataFault(error));
    return {} as TiffOutput;
  });
  const texts = scan.entries.flatMap((entry) => textOf(entry, decoded[entry.ifd]?.[entry.tag], scan));
  return { texts, embedded: scan.entries.flatMap(embeddedBlock), faults };
}

async function decodeWithExifr(scan: TiffScan): Promise<TiffOutput> {
  const ifd0 = pickable(scan, 'ifd0');
  const exif = pickable(scan, 'exif');
  // exifr takes an empty list of tags for all of them
  if (ifd0.length + exif.length === 0) return {};
  const options = new Options({
    tiff: {},
    ifd0: { pick: ifd0 },
    exif: exif.length > 0 && { pick: exif },
    ifd1: false,
    gps: false,
    interop: false,
    translateKeys: false,
    translateValues: false,
    reviveValues: false,
    sanitize: false,
    mergeOutput: false,
    silentErrors: false,
  });
  return new TiffExif(scan.image, options, scan.image).parse();
}

/** Tags to ask of exifr; numbers are left out, since an embedded block typed as LONG is bytes all the same. */
const pickable = ({ entries }: TiffScan, ifd: IfdName): number[] =>
  entries.filter((entry) => entry.ifd === ifd && entry.type !== TIFF_LONG).map(({ tag }) => tag);

function textOf(entry: ExifEntry, decoded: unknown, { littleEndian }: TiffScan): ExifText[] {
  if (embeddedKind(entry.tag) !== undefined) return [];
  const text =
    entry.tag === USER_COMMENT ? userComment(entry, decoded, littleEndian) : plainText(entry, decoded);
  return text === '' ? [] : [{ name: exifTagName(entry.tag), value: text, offset: entry.offset }];
}

function userComment({ bytes }: ExifEntry, decoded: unknown, littleEndian: boolean): string {
  return decodeUserComment(decoded instanceof Uint8Array ? decoded : bytes, littleEndian);
}

function plainText({ tag, bytes }: ExifEntry, decoded: unknown): string {
  if (tag === XP_TITLE || tag === XP_COMMENT) return upToNul(decodeText(bytes, 'utf-16le'));
  const mangled = typeof decoded !== 'string' || decoded.includes('\uFFFD');
  return upToNul(mangled ? decodeUtf8OrLatin1(bytes) : decoded).trim();
}

function upToNul(text: string): string {
  const end = text.indexOf('\0');
  return end < 0 ? text : text.slice(0, end);
}

function embeddedBlock({ tag, bytes, offset }: ExifEntry): EmbeddedBlock[] {
  const kind = embeddedKind(tag);
  return kind === undefined ? [] : [{ kind, bytes, offset }];
}

const embeddedKind = (tag: number): EmbeddedBlock['kind'] | undefined =>
  tag === XMP_TAG ? 'xmp' : tag === IPTC_TAG ? 'iim' : undefined;
