import { ByteFault } from '../../bytes/fault';
import { type Parse, readUpTo } from '../../bytes/parse';
import { requireInside } from '../blocks';
import type { Span } from '../container';
import type { ChunkStep } from '../tail-chain';

/** FourCC and size in front of every chunk (Multimedia Programming Interface 1.0, RIFF; RFC 9649, 2.3). */
export const CHUNK_HEADER_BYTES = 8;
/** A form's header: `RIFF`, size, the form's type. */
export const FORM_HEADER_BYTES = 12;
/** Written by encoders that cannot seek back; both mean that a size is not known. */
const UNKNOWN_SIZES = [0, 0xffffffff];

export type Chunk = {
  readonly type: string;
  /** Absolute offset of the chunk's header. */
  readonly offset: number;
  readonly payload: Span;
};

/** The header of a form: a file begins with one, an OpenDML AVI has several. */
export type FormHeader = {
  /** `RIFF`; `RF64` and `BW64` are its variants with 64-bit sizes (EBU Tech 3306, ITU-R BS.2088). */
  readonly magic: string;
  readonly type: string;
  /** Absolute offset of its first chunk. */
  readonly start: number;
  /** Absolute offset at which it ends by its own account; `undefined` where it does not say. */
  readonly end: number | undefined;
};

/** Reads the header of a form; `undefined` where the file ends before. */
export function* readForm(offset: number): Parse<FormHeader | undefined> {
  const cursor = yield* readUpTo(offset, FORM_HEADER_BYTES, 'RIFF header');
  if (cursor.left < FORM_HEADER_BYTES) return undefined;
  const magic = cursor.latin1(4);
  const stated = cursor.u32le();
  const end = isUnknown(stated) ? undefined : offset + CHUNK_HEADER_BYTES + stated;
  return { magic, type: cursor.latin1(4), start: offset + FORM_HEADER_BYTES, end };
}

/** Whether the size in a header says that it is not known. */
export const isUnknown = (stated: number): boolean => UNKNOWN_SIZES.includes(stated);

/** Whether a file begins with a form of this type. */
export const beginsForm = (head: Uint8Array, magics: readonly string[], type: string): boolean =>
  magics.includes(latin1(head.subarray(0, 4))) && latin1(head.subarray(8, FORM_HEADER_BYTES)) === type;

/** Reads a chunk header. @returns `undefined` at the end of the file */
export function* readChunk(offset: number): Parse<Chunk | undefined> {
  const cursor = yield* readUpTo(offset, CHUNK_HEADER_BYTES, 'RIFF chunk');
  if (cursor.left === 0) return undefined;
  const type = cursor.latin1(4);
  return { type, offset, payload: { length: cursor.u32le(), offset: offset + CHUNK_HEADER_BYTES } };
}

/** Behind the payload and its padding to an even length (RFC 9649, 2.3). */
export const endOf = ({ payload }: Chunk): number => payload.offset + payload.length + (payload.length % 2);

/** @throws ByteFault `truncated` for a chunk that reaches beyond the file, `malformed` beyond its form */
export function requireRoom({ type, payload }: Chunk, end: number, size: number | undefined): void {
  const chunkEnd = payload.offset + payload.length;
  requireInside(chunkEnd, size, `RIFF chunk ${JSON.stringify(type)}`);
  if (chunkEnd > end) throw new ByteFault('malformed', `RIFF chunk ends at ${chunkEnd}, its form at ${end}`);
}

/** Chunk boundaries for a search from the tail: a printable FourCC, and chunks that end where the file does. */
export const riffStep: ChunkStep = (window, index) => {
  if (index + CHUNK_HEADER_BYTES > window.byteLength) return undefined;
  const length = window.getUint32(index + 4, true);
  const next = index + CHUNK_HEADER_BYTES + length + (length % 2);
  if (next > window.byteLength || !isFourCc(window, index)) return undefined;
  return next === window.byteLength ? 'end' : next;
};

const isFourCc = (window: DataView, index: number): boolean =>
  [0, 1, 2, 3].every((step) => isPrintable(window.getUint8(index + step)));

const isPrintable = (byte: number): boolean => byte >= 0x20 && byte <= 0x7e;

const latin1 = (bytes: Uint8Array): string => String.fromCharCode(...bytes);
