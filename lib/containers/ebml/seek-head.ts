import { Cursor } from '../../bytes/cursor';
import { MAX_SEEK_HEAD_BYTES } from '../../bytes/limits';
import { type Parse, readUpTo } from '../../bytes/parse';
import { readElementId, readElementSize } from '../../bytes/vint';
import { type Element, ID } from './element';

/** Bytes of an unsigned integer at most (RFC 8794, 7.2). */
const MAX_UINT_BYTES = 8;

/** An entry of a segment's index: what should stand where. The offset is absolute, and not to be believed. */
export type SeekEntry = { readonly id: number; readonly offset: number };

/**
 * Reads a SeekHead (RFC 9559, 5.1.1). What is cut off or contradicts itself is left out: an index is only a hint.
 *
 * @param segmentStart where the content of the segment begins, from which positions count
 */
export function* readSeekHead({ start, end }: Element, segmentStart: number): Parse<SeekEntry[]> {
  const { bytes } = yield* readUpTo(start, Math.min(end - start, MAX_SEEK_HEAD_BYTES), 'Matroska index');
  return children(bytes)
    .filter(({ id }) => id === ID.seek)
    .flatMap(({ content }) => entryOf(children(content), segmentStart));
}

type Child = { readonly id: number; readonly content: Uint8Array };

function entryOf(parts: readonly Child[], segmentStart: number): SeekEntry[] {
  const id = uint(parts.find((part) => part.id === ID.seekId));
  const position = uint(parts.find((part) => part.id === ID.seekPosition));
  if (id === undefined || position === undefined) return [];
  const offset = segmentStart + position;
  return Number.isSafeInteger(offset) ? [{ id, offset }] : [];
}

function children(bytes: Uint8Array): Child[] {
  const found: Child[] = [];
  const cursor = new Cursor(bytes);
  while (isHeaderAhead(cursor)) {
    const id = readElementId(cursor);
    const size = readElementSize(cursor);
    if (size === undefined || size > cursor.left) break;
    found.push({ id, content: cursor.slice(size) });
  }
  return found;
}

/** Whether a whole header is there that can be one: id of up to four bytes, size of up to eight. */
function isHeaderAhead({ bytes, left }: Cursor): boolean {
  const at = bytes.length - left;
  const idBytes = Math.clz32(bytes[at] ?? 0) - 23;
  const sizeBytes = Math.clz32(bytes[at + idBytes] ?? 0) - 23;
  return idBytes <= 4 && sizeBytes <= 8 && idBytes + sizeBytes <= left;
}

const uint = (part: Child | undefined): number | undefined =>
  part === undefined || part.content.length > MAX_UINT_BYTES
    ? undefined
    : part.content.reduce((value, byte) => value * 0x100 + byte, 0);
