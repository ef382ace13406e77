import type { Cursor } from '../../bytes/cursor';
import { ByteFault } from '../../bytes/fault';
import {
  MAX_SAMSUNG_DIRECTORY_BYTES,
  MAX_SAMSUNG_ENTRIES,
  MAX_SAMSUNG_NAME_BYTES,
  SAMSUNG_TAIL_BYTES,
} from '../../bytes/limits';
import { type Parse, read, readUpTo } from '../../bytes/parse';
import { type Emit, emitSpan } from '../blocks';

/**
 * Entries in which the gallery's editor keeps what it did, by the types and names that ExifTool lists (Samsung.pm,
 * trailer). All others (motion photos, depth maps, times) stay unread.
 */
const EDITOR_ENTRIES: ReadonlyMap<number, string> = new Map([
  [0x0ba1, 'PhotoEditor_Re_Edit_Data'],
  [0x0d91, 'PEg_Info'],
]);

const HEAD_MAGIC = 'SEFH';
const END_MAGIC = 'SEFT';
/** Length of the directory 4, `SEFT` 4. */
const END_BYTES = 8;
/** `SEFH` 4, version 4, number of entries 4. */
const DIRECTORY_HEADER_BYTES = 12;
/** In front of a value: zero 2, type 2, length of the name 4. */
const ENTRY_HEADER_BYTES = 8;

/** A place in the trailer, told by the directory. */
type Entry = { readonly type: number; readonly offset: number; readonly length: number };

/**
 * Samsung's trailer behind the end of a picture: values, each behind its type and name, then a directory (`SEFH`)
 * that counts backwards from its own beginning, then the directory's length and `SEFT`, the last bytes of the file.
 * Little endian. Undocumented; layout as in ExifTool (Samsung.pm, ProcessSamsung) and a file of a Galaxy S25.
 *
 * @param from where the picture ends at the earliest; no entry may begin before
 * @param size of the file
 * @throws ByteFault `malformed` for a directory that ends in `SEFT` and makes no sense; a file that ends otherwise
 *   has no such trailer and gives nothing
 */
export function* walkSamsungTrailer(emit: Emit, container: string, from: number, size: number): Parse<void> {
  if (size - from < DIRECTORY_HEADER_BYTES + END_BYTES) return;
  const tailFrom = Math.max(from, size - SAMSUNG_TAIL_BYTES);
  const tail = yield* readUpTo(tailFrom, size - tailFrom, 'end of file');
  if (tail.left < END_BYTES) return;
  tail.skip(tail.left - END_BYTES);
  const length = tail.u32le();
  if (tail.latin1(4) !== END_MAGIC) return;
  for (const entry of yield* readDirectory(from, size - END_BYTES, length))
    yield* emitEntry(emit, container, entry);
}

function* readDirectory(from: number, end: number, length: number): Parse<readonly Entry[]> {
  if (length < DIRECTORY_HEADER_BYTES || length > MAX_SAMSUNG_DIRECTORY_BYTES || end - length < from)
    throw new ByteFault('malformed', `a Samsung directory of ${length} bytes`);
  const start = end - length;
  const directory = yield* read(start, length, 'Samsung directory');
  if (directory.latin1(4) !== HEAD_MAGIC)
    throw new ByteFault('malformed', `no Samsung directory at ${start}`);
  directory.skip(4);
  const count = directory.u32le();
  if (count > MAX_SAMSUNG_ENTRIES)
    throw new ByteFault('over-budget', `${count} entries of a Samsung trailer`);
  return Array.from({ length: count }, () => readEntry(directory, from, start));
}

function readEntry(directory: Cursor, from: number, start: number): Entry {
  directory.skip(2);
  const type = directory.u16le();
  const [back, length] = [directory.u32le(), directory.u32le()];
  if (back > start - from || length > back) throw new ByteFault('malformed', `Samsung entry ${back} back`);
  return { type, offset: start - back, length };
}

function* emitEntry(emit: Emit, container: string, { type, offset, length }: Entry): Parse<void> {
  const wanted = EDITOR_ENTRIES.get(type);
  if (wanted === undefined || length < ENTRY_HEADER_BYTES) return;
  const header = yield* readUpTo(offset, ENTRY_HEADER_BYTES + MAX_SAMSUNG_NAME_BYTES, 'Samsung entry');
  header.skip(4);
  const nameBytes = header.u32le();
  if (nameBytes !== wanted.length || nameBytes > length - ENTRY_HEADER_BYTES) return;
  if (header.latin1(nameBytes) !== wanted) return;
  const skipped = ENTRY_HEADER_BYTES + nameBytes;
  const span = { offset: offset + skipped, length: length - skipped };
  emitSpan(emit, 'samsung-entry', [container, 'Samsung', wanted], span, wanted);
}
