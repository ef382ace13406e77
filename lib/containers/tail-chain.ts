import { TAIL_BYTES } from '../bytes/limits';
import { type Parse, readUpTo } from '../bytes/parse';

/**
 * What the bytes at an index of a window are: the index behind a well-formed chunk, `'end'` for a well-formed
 * last chunk, or `undefined` where no chunk can begin.
 */
export type ChunkStep = (window: DataView, index: number) => number | 'end' | undefined;

/**
 * Finds chunk boundaries again near the end of a file without walking there: the first place in the last
 * {@link TAIL_BYTES} before `end`, not before `from`, from which well-formed chunks follow one another
 * exactly to the end. A chance match would have to guess a whole chain of lengths.
 *
 * @returns the absolute offset of the first chunk of the chain; `undefined` where there is none
 */
export function* findTailChain(from: number, end: number, step: ChunkStep): Parse<number | undefined> {
  const start = Math.max(from, end - TAIL_BYTES);
  const { bytes } = yield* readUpTo(start, Math.max(0, end - start), 'tail');
  const window = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const leads = new Set<number>();
  let first: number | undefined;
  for (let index = window.byteLength - 1; index >= 0; index--) {
    const next = step(window, index);
    if (next !== 'end' && (next === undefined || !leads.has(next))) continue;
    leads.add(index);
    first = index;
  }
  return first === undefined ? undefined : start + first;
}
