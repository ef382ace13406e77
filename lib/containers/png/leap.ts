import { READ_AHEAD_BYTES } from '../../bytes/limits';
import { type Parse, readUpTo } from '../../bytes/parse';
import { CHUNK_FRAME_BYTES, CHUNK_HEADER_BYTES, type Chunk, endOf } from './chunk';

/** Where IDAT headers stand if every IDAT has one length: place `k` at `start + k × stride`. */
type Grid = { readonly start: number; readonly stride: number; readonly length: number };

/**
 * Leaps over a run of IDAT chunks without reading a header of each.
 *
 * IDAT chunks are consecutive (PNG third edition, 5.6), and writers give all of them but the last one length
 * (their buffer: 4, 8, 32 or 64 KB), so their headers stand on a grid. This looks where the last header should
 * be and goes on from there only when an IDAT header of no more than the common length stands exactly there.
 * Where it does not (metadata or foreign bytes fill the tail), the last header on the grid is found by halving.
 *
 * Cost: one read where the guess is right; it is placed so that, with chunks of up to {@link READ_AHEAD_BYTES},
 * the same read holds the rest of the file. Otherwise about log2 of the number of chunks.
 *
 * @param seen an IDAT chunk
 * @returns where to go on: the last IDAT header found on the grid, or the end of `seen`
 */
export function* leapOverPixels(seen: Chunk, size: number | undefined): Parse<number> {
  const grid = { start: endOf(seen), stride: seen.length + CHUNK_FRAME_BYTES, length: seen.length };
  if (size === undefined || !isWorthwhile(grid, size)) return grid.start;
  const guess = guessLast(grid, size);
  if (yield* isPixels(grid, guess)) return placeOf(grid, guess);
  if (!(yield* isPixels(grid, 0))) return grid.start;
  return placeOf(grid, yield* lastBetween(grid, 0, guess));
}

const placeOf = ({ start, stride }: Grid, index: number): number => start + index * stride;

/** The least a file still has at its last IDAT header: that chunk's frame and IEND. */
const LAST_BYTES = 2 * CHUNK_FRAME_BYTES;

/** Not where less than one more whole chunk is left, nor where one read shows all that is left. */
const isWorthwhile = ({ start, stride }: Grid, size: number): boolean =>
  start + stride + LAST_BYTES <= size && size - start > READ_AHEAD_BYTES;

/** The first place in the last read-ahead window; where chunks are larger than that, the last place of all. */
function guessLast({ start, stride }: Grid, size: number): number {
  const last = Math.floor((size - LAST_BYTES - start) / stride);
  const firstInTail = Math.ceil((size - READ_AHEAD_BYTES - start) / stride);
  return Math.min(firstInTail, last);
}

/** The largest index with an IDAT header, given one below it (`known`) and one that has none (`failed`). */
function* lastBetween(grid: Grid, known: number, failed: number): Parse<number> {
  let [low, high] = [known, failed];
  while (high - low > 1) {
    const middle = low + Math.floor((high - low) / 2);
    if (yield* isPixels(grid, middle)) low = middle;
    else high = middle;
  }
  return low;
}

function* isPixels(grid: Grid, index: number): Parse<boolean> {
  const cursor = yield* readUpTo(placeOf(grid, index), CHUNK_HEADER_BYTES, 'PNG IDAT');
  if (cursor.left < CHUNK_HEADER_BYTES) return false;
  return cursor.u32be() <= grid.length && cursor.latin1(4) === 'IDAT';
}
