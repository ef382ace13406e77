import { ByteFault } from './fault';
import type { Parse } from './parse';

/** A range of the file: absolute offset and length in bytes. */
type Range = { readonly offset: number; readonly length: number };

/** Ranges of a file seen as one run of bytes; positions in it are *logical*, 0 is the first byte of the first. */
export type SpanView = {
  readonly length: number;
  /** Ranges with the logical position each begins at, ascending. */
  readonly parts: readonly (Range & { readonly start: number })[];
};

/** Joins ranges of a file, in order, to one view. Empty ranges are dropped. */
export function joinSpans(spans: readonly Range[]): SpanView {
  const parts: (Range & { start: number })[] = [];
  let start = 0;
  for (const { offset, length } of spans) {
    if (length > 0) parts.push({ offset, length, start });
    start += Math.max(0, length);
  }
  return { length: start, parts };
}

/**
 * Absolute file offset of a logical position; the end of the last range for a position behind it.
 */
export function absoluteOffset(view: SpanView, at: number): number {
  const part = view.parts[partIndex(view, at)];
  return part === undefined ? 0 : part.offset + Math.min(at - part.start, part.length);
}

/**
 * Reads `length` bytes at a logical position, with one ask for each range they touch.
 *
 * @param what what the bytes are, for messages
 * @throws ByteFault `truncated` when the view or the file ends before
 */
export function* readJoined(view: SpanView, at: number, length: number, what: string): Parse<Uint8Array> {
  if (length > view.length - at) throw new ByteFault('truncated', `${what} is cut off`);
  // nearly every block is one range, and each generator in between costs as much as a short read
  if (view.parts.length === 1 && length > 0) {
    const offset = absoluteOffset(view, at);
    const bytes = yield { offset, length, what };
    if (bytes.length < length) throw new ByteFault('truncated', `${what} at ${offset} is cut off`);
    return bytes;
  }
  const pieces: Uint8Array[] = [];
  let done = 0;
  for (let index = partIndex(view, at); done < length; index += 1) {
    const piece = yield* readPart(view, index, at + done, length - done, what);
    pieces.push(piece);
    done += piece.length;
  }
  return pieces.length === 1 && pieces[0] !== undefined ? pieces[0] : concat(pieces, length);
}

function* readPart(view: SpanView, index: number, at: number, most: number, what: string): Parse<Uint8Array> {
  const part = view.parts[index];
  if (part === undefined) throw new ByteFault('truncated', `${what} is cut off`);
  const offset = part.offset + at - part.start;
  const length = Math.min(most, part.start + part.length - at);
  const bytes = yield { offset, length, what };
  if (bytes.length < length) throw new ByteFault('truncated', `${what} at ${offset} is cut off`);
  return bytes;
}

/** Index of the last range that begins at or before a logical position. */
export function partIndex(view: SpanView, at: number): number {
  let low = 0;
  let high = view.parts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((view.parts[middle]?.start ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

function concat(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const joined = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}
