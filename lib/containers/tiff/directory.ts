import { ByteFault } from '../../bytes/fault';
import { MAX_IFD_ENTRIES } from '../../bytes/limits';
import { type Parse, read } from '../../bytes/parse';
import type { Span } from '../container';
import { entryBytes, TiffCursor, type TiffLayout } from './layout';

/** Bytes per value by type (TIFF 6.0 §2; 13 is TIFF Tech Note 1, 16 to 18 are BigTIFF). */
const TYPE_BYTES: ReadonlyMap<number, number> = new Map([
  [1, 1],
  [2, 1],
  [3, 2],
  [4, 4],
  [5, 8],
  [6, 1],
  [7, 1],
  [8, 2],
  [9, 4],
  [10, 8],
  [11, 4],
  [12, 8],
  [13, 4],
  [16, 8],
  [17, 8],
  [18, 8],
]);

/** One entry of a directory: where its value lies, and what it would be as an offset. */
export type TiffEntry = {
  readonly tag: number;
  readonly type: number;
  readonly value: Span;
  readonly pointer: number;
};

export type TiffDirectory = {
  readonly entries: readonly TiffEntry[] /** 0: the last one. */;
  readonly next: number;
};

/**
 * Reads a directory (TIFF 6.0 §2). Entries of types there are none of are left out.
 *
 * @throws ByteFault `truncated` where the file ends before, `over-budget` for more than MAX_IFD_ENTRIES entries
 */
export function* readDirectory(at: number, layout: TiffLayout): Parse<TiffDirectory> {
  const counter = new TiffCursor(yield* read(at, layout.countBytes, 'TIFF directory'), layout);
  const count = counter.entryCount();
  if (count > MAX_IFD_ENTRIES) throw new ByteFault('over-budget', `TIFF directory of ${count} entries`);
  const length = count * entryBytes(layout) + layout.wordBytes;
  const table = new TiffCursor(yield* read(at + layout.countBytes, length, 'TIFF directory'), layout);
  const entries: TiffEntry[] = [];
  for (let index = 0; index < count; index++) {
    const entry = readEntry(table, layout);
    if (entry !== undefined) entries.push(entry);
  }
  return { entries, next: table.word() };
}

function readEntry(table: TiffCursor, { wordBytes }: TiffLayout): TiffEntry | undefined {
  const [tag, type, count] = [table.u16(), table.u16(), table.word()];
  const inlineAt = table.cursor.offset;
  const pointer = table.word();
  const length = (TYPE_BYTES.get(type) ?? 0) * count;
  if (length === 0) return undefined;
  return { tag, type, value: { offset: length <= wordBytes ? inlineAt : pointer, length }, pointer };
}
