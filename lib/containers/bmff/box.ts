import { ByteFault } from '../../bytes/fault';
import { MAX_BOX_CHILDREN } from '../../bytes/limits';
import { type Parse, read } from '../../bytes/parse';

/** Size and type (ISO/IEC 14496-12, 4.2). */
export const BOX_HEADER_BYTES = 8;
/** Size value: the size is in the 64 bits behind the type. */
const SIZE_IN_64_BITS = 1;
const LONG_SIZE_BYTES = 8;
/** Size value: the box runs to the end of what holds it. */
const SIZE_TO_END = 0;
/** Version and flags of a FullBox (ISO/IEC 14496-12, 4.2). */
export const FULL_BOX_BYTES = 4;

/** Where one box lies; absolute offsets. `end` is infinite for a last box of a file whose size is not known. */
export type Box = {
  /** Four-character code, Latin-1. */
  readonly type: string;
  readonly start: number;
  /** First byte of the payload. */
  readonly content: number;
  /** First byte behind the box. */
  readonly end: number;
};

/**
 * Reads the header of the box at `at` inside something that ends at `end`. Whether the box lies inside the file
 * is not asked: a cut box may still hold whole ones.
 *
 * @throws ByteFault `truncated` where the file ends before, `malformed` for a size smaller than its header or
 *   larger than what holds the box
 */
export function* readBox(at: number, end: number): Parse<Box> {
  const header = yield* read(at, BOX_HEADER_BYTES, 'box');
  const declared = header.u32be();
  const type = header.latin1(4);
  const content = at + BOX_HEADER_BYTES;
  if (declared === SIZE_TO_END) return { type, start: at, content, end };
  if (declared !== SIZE_IN_64_BITS) return placed({ type, start: at, content, end: at + declared }, end);
  const size = yield* read(content, LONG_SIZE_BYTES, 'box size');
  return placed({ type, start: at, content: content + LONG_SIZE_BYTES, end: at + size.u64be() }, end);
}

function placed(box: Box, end: number): Box {
  if (box.end < box.content || box.end > end)
    throw new ByteFault('malformed', `box at ${box.start} says that it ends at ${box.end}`);
  return box;
}

/**
 * Lists the boxes between two offsets into `found`, headers only, up to the first that cannot be one. Fewer bytes
 * than a header at the end are padding; so is a box without size and type, which ends QuickTime user data.
 *
 * @throws ByteFault as {@link readBox}; `over-budget` for more than MAX_BOX_CHILDREN boxes. `found` stays valid.
 */
export function* listBoxes(start: number, end: number, found: Box[]): Parse<void> {
  for (let at = start; end - at >= BOX_HEADER_BYTES; ) {
    if (found.length >= MAX_BOX_CHILDREN)
      throw new ByteFault('over-budget', `more than ${MAX_BOX_CHILDREN} boxes in one`);
    const box = yield* readBox(at, end);
    if (box.type === '\0\0\0\0') return;
    found.push(box);
    at = box.end;
  }
}
