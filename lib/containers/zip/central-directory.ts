import { Cursor } from '../../bytes/cursor';
import { ByteFault } from '../../bytes/fault';
import { MAX_ZIP_DIRECTORY_BYTES } from '../../bytes/limits';
import { type Parse, read } from '../../bytes/parse';
import { IN_ZIP64, type ZipDirectory } from './end-record';

/** An entry of a ZIP file, as its directory describes it. `offset` is of its local header; sizes are bytes. */
export type ZipEntry = {
  readonly name: string;
  readonly isEncrypted: boolean;
  readonly method: number;
  readonly packed: number;
  readonly offset: number;
};

/** APPNOTE.TXT 4.3.12: central directory header. */
const SIGNATURE = 0x02014b50;
const HEADER_BYTES = 46;
/** APPNOTE.TXT 4.4.4: bit 0, encrypted; bit 13, the directory is masked. */
const ENCRYPTED = 0x2001;
/** APPNOTE.TXT 4.5.3: the extra field that holds what does not fit into 32 bits. */
const ZIP64_EXTRA = 0x0001;
/** Longest name decoded. Names asked for are below a hundred characters. */
const MAX_NAME_BYTES = 512;

/**
 * Reads the central directory of a ZIP file and gives each entry to `visit`, in order. Names longer than 512 bytes are
 * passed over; names are Latin-1, since those asked for are ASCII.
 *
 * @throws ByteFault `malformed` where a header is none, `over-budget` for what lies behind MAX_ZIP_DIRECTORY_BYTES;
 *   entries before that were visited
 */
export function* readDirectory(
  { offset, length }: ZipDirectory,
  visit: (entry: ZipEntry) => void,
): Parse<void> {
  const cursor = yield* read(offset, Math.min(length, MAX_ZIP_DIRECTORY_BYTES), 'ZIP directory');
  while (cursor.left >= HEADER_BYTES) {
    const entry = readEntry(cursor);
    if (entry === undefined) break;
    if (entry.name !== '') visit(entry);
  }
  if (length > MAX_ZIP_DIRECTORY_BYTES)
    throw new ByteFault('over-budget', `a ZIP directory of more than ${MAX_ZIP_DIRECTORY_BYTES} bytes`);
  if (cursor.left > 0) throw new ByteFault('malformed', `ZIP directory broken at ${cursor.offset}`);
}

/** @returns `undefined` for an entry that reaches beyond what was read */
function readEntry(cursor: Cursor): ZipEntry | undefined {
  const header = new Cursor(cursor.bytes.subarray(cursor.offset - cursor.base), cursor.offset);
  if (header.u32le() !== SIGNATURE)
    throw new ByteFault('malformed', `no ZIP directory header at ${cursor.offset}`);
  header.skip(4);
  const [flags, method] = [header.u16le(), header.u16le()];
  header.skip(8);
  const [packed, unpacked] = [header.u32le(), header.u32le()];
  const [nameBytes, extraBytes, commentBytes] = [header.u16le(), header.u16le(), header.u16le()];
  header.skip(8);
  const offset = header.u32le();
  if (header.left < nameBytes + extraBytes + commentBytes) return undefined;
  const name = nameBytes > MAX_NAME_BYTES ? '' : header.latin1(nameBytes);
  if (nameBytes > MAX_NAME_BYTES) header.skip(nameBytes);
  const places = in64({ packed, unpacked, offset }, header.slice(extraBytes));
  cursor.skip(HEADER_BYTES + nameBytes + extraBytes + commentBytes);
  return { name, isEncrypted: (flags & ENCRYPTED) !== 0, method, ...places };
}

type Places = { readonly packed: number; readonly unpacked: number; readonly offset: number };

/** APPNOTE.TXT 4.5.3: the values that are all ones in the header, in this order and no others. */
function in64(places: Places, extra: Uint8Array): Pick<ZipEntry, 'packed' | 'offset'> {
  const { packed, unpacked, offset } = places;
  if (packed !== IN_ZIP64 && offset !== IN_ZIP64) return { packed, offset };
  const values = zip64Field(extra);
  const next = (value: number) => (value === IN_ZIP64 && values.left >= 8 ? values.u64le() : value);
  next(unpacked);
  return { packed: next(packed), offset: next(offset) };
}

/** The content of the ZIP64 field among extra fields: id, length, content. */
function zip64Field(extra: Uint8Array): Cursor {
  const fields = new Cursor(extra);
  while (fields.left >= 4) {
    const [id, length] = [fields.u16le(), fields.u16le()];
    const content = fields.slice(Math.min(length, fields.left));
    if (id === ZIP64_EXTRA) return new Cursor(content);
  }
  return new Cursor(extra.subarray(0, 0));
}
