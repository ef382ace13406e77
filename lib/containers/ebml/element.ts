import { Cursor } from '../../bytes/cursor';
import { type Parse, readUpTo } from '../../bytes/parse';
import { MAX_VINT_PAIR_BYTES, readElementId, readElementSize } from '../../bytes/vint';
import type { ChunkStep } from '../tail-chain';

/** Ids of the elements a walk knows (RFC 8794, 11.2; RFC 9559, 5.1). */
export const ID = {
  ebml: 0x1a45dfa3,
  segment: 0x18538067,
  seekHead: 0x114d9b74,
  seek: 0x4dbb,
  seekId: 0x53ab,
  seekPosition: 0x53ac,
  info: 0x1549a966,
  tracks: 0x1654ae6b,
  cluster: 0x1f43b675,
  cues: 0x1c53bb6b,
  attachments: 0x1941a469,
  chapters: 0x1043a770,
  tags: 0x1254c367,
} as const;

/** What may stand behind the clusters of a segment. */
const CLOSING: readonly number[] = [ID.cues, ID.attachments, ID.chapters, ID.tags, ID.seekHead, ID.info];

/** An element of an EBML document; offsets are absolute. */
export type Element = {
  readonly id: number;
  /** Where its content begins. */
  readonly start: number;
  /** Where it ends; infinite where its size is not known (RFC 8794, 6.2). */
  readonly end: number;
};

/** Reads an element's header; `undefined` at the end of the file. @throws ByteFault `truncated` or `malformed` */
export function* readElement(offset: number): Parse<Element | undefined> {
  const cursor = yield* readUpTo(offset, MAX_VINT_PAIR_BYTES, 'EBML element');
  return cursor.left === 0 ? undefined : elementAt(cursor);
}

function elementAt(cursor: Cursor): Element {
  const id = readElementId(cursor);
  const size = readElementSize(cursor);
  const start = cursor.offset;
  return { id, start, end: size === undefined ? Number.POSITIVE_INFINITY : start + size };
}

/** Element boundaries for a search from the tail: what may close a segment, up to the end of the file. */
export const ebmlStep: ChunkStep = (window, index) => {
  if (index + MAX_VINT_PAIR_BYTES > window.byteLength) return undefined;
  if (!CLOSING.includes(window.getUint32(index)) || window.getUint8(index + 4) === 0) return undefined;
  const { buffer, byteOffset } = window;
  const { end } = elementAt(
    new Cursor(new Uint8Array(buffer, byteOffset + index, MAX_VINT_PAIR_BYTES), index),
  );
  if (end > window.byteLength) return undefined;
  return end === window.byteLength ? 'end' : end;
};
