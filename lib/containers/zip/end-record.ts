import type { Cursor } from '../../bytes/cursor';
import { ByteFault } from '../../bytes/fault';
import { type Parse, read } from '../../bytes/parse';

/** Where the central directory of a ZIP file lies. */
export type ZipDirectory = { readonly offset: number; readonly length: number };

/** APPNOTE.TXT 6.3.10, 4.3.16: end of central directory record, and the longest comment behind it. */
const END_SIGNATURE = [0x50, 0x4b, 0x05, 0x06];
const END_BYTES = 22;
const MAX_COMMENT_BYTES = 0xffff;
const COMMENT_LENGTH_AT = 20;

/** APPNOTE.TXT 4.3.15, 4.3.14: locator and record of ZIP64. */
const LOCATOR_SIGNATURE = 0x07064b50;
const LOCATOR_BYTES = 20;
const RECORD64_SIGNATURE = 0x06064b50;
const RECORD64_BYTES = 56;
/** A 32-bit field whose value stands in ZIP64 records instead (APPNOTE.TXT 4.4.1.4). */
export const IN_ZIP64 = 0xffffffff;
const MOST_DISKS = 0xffff;

/** Enough of the end for a file without comment: most documents. */
const SHORT_TAIL_BYTES = 1024;

/**
 * Finds the central directory of a ZIP file from its end.
 *
 * @param size of the file in bytes
 * @throws ByteFault `truncated` where no end record is found in the last 64 KB, `malformed` where it names a place that
 *   is none, `unsupported` for an archive split over several files
 */
export function* findDirectory(size: number): Parse<ZipDirectory> {
  const at =
    (yield* findEnd(size, SHORT_TAIL_BYTES)) ?? (yield* findEnd(size, END_BYTES + MAX_COMMENT_BYTES));
  if (at === undefined) throw new ByteFault('truncated', 'no end record of a ZIP file');
  const record = yield* read(at, END_BYTES, 'ZIP end record');
  const directory = yield* readRecord(record, at);
  if (directory.length > at || directory.offset > at - directory.length)
    throw new ByteFault('malformed', `a ZIP directory of ${directory.length} bytes at ${directory.offset}`);
  return directory;
}

/** The last end record whose comment ends where the file does, else the last whose comment fits in. */
function* findEnd(size: number, tailBytes: number): Parse<number | undefined> {
  const start = Math.max(0, size - tailBytes);
  const { bytes } = yield* read(start, size - start, 'end of a ZIP file');
  let fitting: number | undefined;
  for (let at = bytes.length - END_BYTES; at >= 0; at--) {
    if (!END_SIGNATURE.every((byte, index) => bytes[at + index] === byte)) continue;
    const rest = bytes.length - at - END_BYTES - commentLength(bytes, at);
    if (rest === 0) return start + at;
    if (rest > 0) fitting ??= start + at;
  }
  return fitting;
}

const commentLength = (bytes: Uint8Array, at: number): number =>
  (bytes[at + COMMENT_LENGTH_AT] ?? 0) + 256 * (bytes[at + COMMENT_LENGTH_AT + 1] ?? 0);

function* readRecord(record: Cursor, at: number): Parse<ZipDirectory> {
  record.skip(4);
  const disks = [record.u16le(), record.u16le()];
  record.skip(4);
  const [length, offset] = [record.u32le(), record.u32le()];
  const isIn64 = length === IN_ZIP64 || offset === IN_ZIP64 || disks.includes(MOST_DISKS);
  if (isIn64 && at >= LOCATOR_BYTES) {
    const locator = yield* read(at - LOCATOR_BYTES, LOCATOR_BYTES, 'ZIP64 locator');
    if (locator.u32le() === LOCATOR_SIGNATURE) return yield* readRecord64(locator);
  }
  refuseSplit(disks);
  return { offset, length };
}

function* readRecord64(locator: Cursor): Parse<ZipDirectory> {
  locator.skip(4);
  const record = yield* read(locator.u64le(), RECORD64_BYTES, 'ZIP64 end record');
  if (record.u32le() !== RECORD64_SIGNATURE)
    throw new ByteFault('malformed', 'no ZIP64 end record where named');
  record.skip(12);
  refuseSplit([record.u32le(), record.u32le()]);
  record.skip(16);
  const length = record.u64le();
  return { offset: record.u64le(), length };
}

function refuseSplit(disks: readonly number[]): void {
  if (disks.some((disk) => disk !== 0)) throw new ByteFault('unsupported', 'a ZIP file split over several');
}
