import type { Cursor } from './cursor';
import { ByteFault } from './fault';

/** Bytes of an element id at most (RFC 8794, 5); of a size (6). */
const MAX_ID_BYTES = 4;
const MAX_SIZE_BYTES = 8;

/** Most bytes that an element id and its size take together. */
export const MAX_VINT_PAIR_BYTES = MAX_ID_BYTES + MAX_SIZE_BYTES;

/**
 * Reads an EBML element id (RFC 8794, 5): a variable-size integer with its length marker kept.
 *
 * @throws ByteFault `truncated`, or `malformed` for more than four bytes
 */
export function readElementId(cursor: Cursor): number {
  const first = cursor.u8();
  const length = Math.clz32(first) - 23;
  if (length > MAX_ID_BYTES) throw new ByteFault('malformed', `no element id at ${cursor.offset - 1}`);
  return cursor.slice(length - 1).reduce((value, byte) => value * 0x100 + byte, first);
}

/**
 * Reads an EBML element size (RFC 8794, 6).
 *
 * @returns `undefined` for the size that says "unknown" (all ones, 6.2)
 * @throws ByteFault `truncated`, or `malformed` for what is no size of anything in a file
 */
export function readElementSize(cursor: Cursor): number | undefined {
  const first = cursor.u8();
  const length = Math.clz32(first) - 23;
  if (length > MAX_SIZE_BYTES) throw new ByteFault('malformed', `no element size at ${cursor.offset - 1}`);
  const ones = 2 ** (7 * length);
  const marker = 2 ** (8 - length);
  const value = cursor.slice(length - 1).reduce((sum, byte) => sum * 0x100 + byte, first - marker);
  // beyond 2^53 the sum is rounded, and all ones come out as the power itself
  if (value >= ones - 1) return undefined;
  if (!Number.isSafeInteger(value)) throw new ByteFault('malformed', `element size at ${cursor.offset}`);
  return value;
}
