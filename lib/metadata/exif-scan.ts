import { Cursor } from '../bytes/cursor';
import { ByteFault } from '../bytes/fault';
import { MAX_BLOCK_BYTES, MAX_FIELD_CHARS, MAX_IFD_ENTRIES } from '../bytes/limits';
import type { Parse } from '../bytes/parse';
import { absoluteOffset, readJoined, type SpanView } from '../bytes/span-view';
import { type MetadataFault, metadataFault } from './block-fault';
import {
  EXIF_IFD_POINTER,
  exifTagName,
  isKnownTag,
  isWantedEntry,
  TIFF_ASCII,
  TIFF_IFD,
  TIFF_LONG,
  TIFF_TYPE_BYTES,
} from './exif-tags';

/** TIFF 6.0 §2: byte order, 42, offset of IFD0. */
const TIFF_HEADER_BYTES = 8;
const LITTLE_ENDIAN_MAGIC = 'II*\0';
const BIG_ENDIAN_MAGIC = 'MM\0*';

/** What JPEG puts before the TIFF header, and some writers of WebP and PNG with it. */
const EXIF_PREFIX = 'Exif\0\0';

/** TIFF 6.0 §2: tag, type, count, value or its offset. */
const ENTRY_BYTES = 12;
const TAG_BYTES = 2;
const COUNT_BYTES = 2;

/** Values of up to this length stand in the entry itself. */
const INLINE_BYTES = 4;
const INLINE_AT = 8;

/** The directories we read; the thumbnail's (IFD1), GPS and Interop hold no text of ours. */
export type IfdName = 'ifd0' | 'exif';

/** One value found: its type, its bytes, and where they begin in the file. */
export type ExifEntry = {
  readonly ifd: IfdName;
  readonly tag: number;
  readonly type: number;
  readonly bytes: Uint8Array;
  /** Absolute file offset of the value's first byte. */
  readonly offset: number;
};

/** What the scan of a TIFF block gives. */
export type TiffScan = {
  readonly littleEndian: boolean;
  readonly entries: readonly ExifEntry[];
  readonly faults: readonly MetadataFault[];
};

type Scan = {
  /** The block, without a prefix before the TIFF header: position 0 is the header. */
  readonly view: SpanView;
  readonly base: number;
  readonly littleEndian: boolean;
  readonly entries: ExifEntry[];
  readonly faults: MetadataFault[];
};

/** A directory entry as it stands. `at` is its position from the TIFF header. */
type RawEntry = { at: number; tag: number; type: number; count: number; value: number };

/**
 * Finds the text of a TIFF block (EXIF) and reads nothing else: IFD0, the Exif IFD, and the values of the tags
 * in `exif-tags.ts` (TIFF 6.0 §2, Exif 3.0 §4.6). Thumbnail and maker notes stay unread.
 *
 * Only these two directories are visited, each once, so no chain can loop. A malformed entry is a fault of its
 * own; the others are read. Of a tag that occurs twice in a directory the first counts.
 *
 * @param view the block: from the TIFF header on, or from `Exif\0\0` before it
 * @throws ByteFault `malformed` without a TIFF header, `truncated` where even that is cut off
 */
export function* scanTiff(view: SpanView): Parse<TiffScan> {
  const base = yield* prefixLength(view);
  const header = new Cursor(yield* readJoined(view, base, TIFF_HEADER_BYTES, 'TIFF header'));
  const magic = header.latin1(LITTLE_ENDIAN_MAGIC.length);
  if (magic !== LITTLE_ENDIAN_MAGIC && magic !== BIG_ENDIAN_MAGIC)
    throw new ByteFault('malformed', 'no TIFF header in the EXIF block');
  const littleEndian = magic === LITTLE_ENDIAN_MAGIC;
  const scan: Scan = { view, base, littleEndian, entries: [], faults: [] };
  yield* scanDirectories(scan, littleEndian ? header.u32le() : header.u32be());
  return { littleEndian, entries: scan.entries, faults: scan.faults };
}

function* prefixLength(view: SpanView): Parse<number> {
  const length = EXIF_PREFIX.length;
  if (view.length < length) return 0;
  const head = new Cursor(yield* readJoined(view, 0, length, 'EXIF block'));
  return head.latin1(length) === EXIF_PREFIX ? length : 0;
}

function* scanDirectories(scan: Scan, ifd0: number): Parse<void> {
  const pointer = yield* scanDirectory(scan, 'ifd0', ifd0);
  if (pointer === undefined) return;
  const valid = (pointer.type === TIFF_LONG || pointer.type === TIFF_IFD) && pointer.count === 1;
  if (!valid) blame(scan, new ByteFault('malformed', 'pointer to the Exif IFD is no offset'));
  else if (pointer.value === ifd0) blame(scan, new ByteFault('malformed', 'Exif IFD points to IFD0'));
  else yield* scanDirectory(scan, 'exif', pointer.value);
}

/** Reads one directory and its wanted values; gives the pointer to the Exif IFD where there is one. */
function* scanDirectory(scan: Scan, ifd: IfdName, at: number): Parse<RawEntry | undefined> {
  const entries = yield* readEntries(scan, at);
  for (const [index, entry] of entries.entries()) {
    const isFirst = entries.findIndex(({ tag }) => tag === entry.tag) === index;
    if (isFirst && isWantedEntry(entry.tag, entry.type)) yield* readValue(scan, ifd, entry);
  }
  return entries.find(({ tag }) => tag === EXIF_IFD_POINTER);
}

function* readEntries(scan: Scan, at: number): Parse<RawEntry[]> {
  try {
    if (at < TIFF_HEADER_BYTES) throw new ByteFault('malformed', `TIFF directory at ${at}`);
    const counter = new Cursor(yield* readPiece(scan, at, COUNT_BYTES, 'TIFF directory'));
    const count = scan.littleEndian ? counter.u16le() : counter.u16be();
    const there = Math.floor((scan.view.length - scan.base - at - COUNT_BYTES) / ENTRY_BYTES);
    if (count > there)
      blame(scan, new ByteFault('truncated', `TIFF directory of ${count} entries is cut off`));
    if (count > MAX_IFD_ENTRIES)
      blame(scan, new ByteFault('over-budget', `TIFF directory of ${count} entries`));
    const length = Math.min(count, there, MAX_IFD_ENTRIES) * ENTRY_BYTES;
    const bytes = yield* readPiece(scan, at + COUNT_BYTES, length, 'TIFF directory');
    return parseEntries(scan, new Cursor(bytes, at + COUNT_BYTES));
  } catch (error) {
    blame(scan, error);
    return [];
  }
}

function parseEntries({ littleEndian }: Scan, cursor: Cursor): RawEntry[] {
  const u16 = () => (littleEndian ? cursor.u16le() : cursor.u16be());
  const u32 = () => (littleEndian ? cursor.u32le() : cursor.u32be());
  const entries: RawEntry[] = [];
  while (cursor.left >= ENTRY_BYTES) {
    const at = cursor.offset;
    const tag = u16();
    if (isKnownTag(tag)) entries.push({ at, tag, type: u16(), count: u32(), value: u32() });
    else cursor.skip(ENTRY_BYTES - TAG_BYTES);
  }
  return entries;
}

function* readValue(scan: Scan, ifd: IfdName, { at, tag, type, count, value }: RawEntry): Parse<void> {
  try {
    const length = (TIFF_TYPE_BYTES.get(type) ?? 0) * count;
    const place = length <= INLINE_BYTES ? at + INLINE_AT : value;
    if (place + length > scan.view.length - scan.base)
      throw new ByteFault('truncated', `${exifTagName(tag)} of ${length} bytes is cut off`);
    if (length > (type === TIFF_ASCII ? MAX_FIELD_CHARS : MAX_BLOCK_BYTES))
      throw new ByteFault('over-budget', `${exifTagName(tag)} of ${length} bytes`);
    if (length === 0) return;
    const bytes = yield* readPiece(scan, place, length, exifTagName(tag));
    scan.entries.push({ ifd, tag, type, bytes, offset: absoluteOffset(scan.view, scan.base + place) });
  } catch (error) {
    blame(scan, error);
  }
}

/** Reads bytes at a position from the TIFF header. */
function* readPiece(scan: Scan, at: number, length: number, what: string): Parse<Uint8Array> {
  if (at + length > MAX_BLOCK_BYTES)
    throw new ByteFault('over-budget', `${what} lies ${at} bytes into the block`);
  return yield* readJoined(scan.view, scan.base + at, length, what);
}

/** Faults of the file are noted; anything else is our own bug (or the driver's closing) and goes on up. */
function blame(scan: Scan, error: unknown): void {
  if (!(error instanceof ByteFault)) throw error;
  scan.faults.push(metadataFault(error));
}
