import { Cursor } from '../../bytes/cursor';
import { ByteFault } from '../../bytes/fault';
import { type Parse, read } from '../../bytes/parse';

/** Byte order and version (TIFF 6.0 §2; BigTIFF has version 43 and the sizes of offsets behind it). */
const ORDER_BYTES = 4;
const LITTLE = 'II';
const BIG = 'MM';
const CLASSIC = 42;
const BIGTIFF = 43;
/** BigTIFF: size of offsets, which is 8, and two bytes of 0. */
const BIGTIFF_OFFSET_SIZE = 0x0008;

/** How numbers stand in one file. */
export type TiffLayout = {
  readonly littleEndian: boolean;
  /** Bytes of an offset, of a value's count, and of a value that stands in its entry: 4, in BigTIFF 8. */
  readonly wordBytes: 4 | 8;
  /** Bytes of the number of entries a directory begins with. */
  readonly countBytes: 2 | 8;
};

/** Bytes of one directory entry: tag, type, count, value or its offset (TIFF 6.0 §2). */
export const entryBytes = ({ wordBytes }: TiffLayout): number => 4 + 2 * wordBytes;

/** Whether a file begins as a TIFF or BigTIFF file does. */
export function isTiffHead(head: Uint8Array): boolean {
  const [first, second, ...version] = head.subarray(0, ORDER_BYTES);
  if (first !== second || version.length < 2) return false;
  const [low, high] = first === 0x49 ? version : version.toReversed();
  return (first === 0x49 || first === 0x4d) && high === 0 && (low === CLASSIC || low === BIGTIFF);
}

/**
 * Reads the header of a TIFF or BigTIFF file.
 *
 * @returns the layout and the offset of the first directory
 * @throws ByteFault `truncated`, `malformed` for another file
 */
export function* readTiffHeader(): Parse<{ readonly layout: TiffLayout; readonly first: number }> {
  const head = yield* read(0, ORDER_BYTES, 'TIFF header');
  const order = head.latin1(2);
  if (order !== LITTLE && order !== BIG) throw new ByteFault('malformed', 'no TIFF header');
  const littleEndian = order === LITTLE;
  const version = littleEndian ? head.u16le() : head.u16be();
  const layout: TiffLayout =
    version === BIGTIFF
      ? { littleEndian, wordBytes: 8, countBytes: 8 }
      : { littleEndian, wordBytes: 4, countBytes: 2 };
  const rest = new TiffCursor(yield* read(ORDER_BYTES, version === BIGTIFF ? 12 : 4, 'TIFF header'), layout);
  if (version === BIGTIFF && (rest.u16() !== BIGTIFF_OFFSET_SIZE || rest.u16() !== 0))
    throw new ByteFault('malformed', 'BigTIFF with offsets of another size');
  return { layout, first: rest.word() };
}

/** Numbers of a file in its byte order. */
export class TiffCursor {
  constructor(
    readonly cursor: Cursor,
    private readonly layout: TiffLayout,
  ) {}

  u16(): number {
    return this.layout.littleEndian ? this.cursor.u16le() : this.cursor.u16be();
  }

  u32(): number {
    return this.layout.littleEndian ? this.cursor.u32le() : this.cursor.u32be();
  }

  /** An offset or count: 4 bytes, in BigTIFF 8. @throws ByteFault `malformed` beyond 2^53 */
  word(): number {
    return this.layout.wordBytes === 4 ? this.u32() : this.u64();
  }

  /** The number of entries a directory begins with. */
  entryCount(): number {
    return this.layout.countBytes === 2 ? this.u16() : this.u64();
  }

  private u64(): number {
    if (!this.layout.littleEndian) return this.cursor.u64be();
    const at = this.cursor.offset;
    return new Cursor(this.cursor.slice(8).toReversed(), at).u64be();
  }
}
