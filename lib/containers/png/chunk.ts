import { ByteFault } from '../../bytes/fault';
import { type Parse, read } from '../../bytes/parse';
import type { ChunkStep } from '../tail-chain';

/** Length 4, type 4 (PNG third edition, 5.3). */
export const CHUNK_HEADER_BYTES = 8;
/** Length, type and CRC: what a chunk without data takes. */
export const CHUNK_FRAME_BYTES = 12;
/** PNG third edition, 5.3: lengths do not exceed 2^31 − 1. */
const MAX_CHUNK_LENGTH = 2 ** 31 - 1;
const LETTERS = /^[A-Za-z]{4}$/;

export type Chunk = {
  readonly type: string;
  /** Absolute offset of the chunk's header. */
  readonly offset: number;
  /** Length of its data. */
  readonly length: number;
};

/** Absolute offset behind a chunk and its CRC. */
export const endOf = ({ offset, length }: Chunk): number => offset + CHUNK_FRAME_BYTES + length;

/** Reads a chunk header. @throws ByteFault `truncated`, or `malformed` for what no chunk can begin with */
export function* readChunk(offset: number): Parse<Chunk> {
  const cursor = yield* read(offset, CHUNK_HEADER_BYTES, 'PNG chunk');
  const length = cursor.u32be();
  const type = cursor.latin1(4);
  if (length > MAX_CHUNK_LENGTH || !LETTERS.test(type))
    throw new ByteFault('malformed', `no PNG chunk at ${offset}`);
  return { type, offset, length };
}

const IEND = 0x49454e44;

/** Chunk boundaries for a search from the tail. IEND is empty; bytes behind it are none of PNG's. */
export const pngStep: ChunkStep = (window, index) => {
  if (index + CHUNK_FRAME_BYTES > window.byteLength) return undefined;
  const length = window.getUint32(index);
  if (window.getUint32(index + 4) === IEND) return length === 0 ? 'end' : undefined;
  const next = index + CHUNK_FRAME_BYTES + length;
  return next < window.byteLength && isType(window, index + 4) ? next : undefined;
};

const isType = (window: DataView, index: number): boolean =>
  [0, 1, 2, 3].every((step) => isLetter(window.getUint8(index + step)));

const isLetter = (byte: number): boolean => (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
