import type { Parse } from '../../bytes/parse';
import { requireInside } from '../blocks';
import { readBox } from '../bmff/box';
import type { ContainerFormat } from '../container';

/** Type of the outermost box, then of the description inside, then the first four bytes of its identifier. */
const MARKS: readonly (readonly [at: number, mark: string])[] = [
  [4, 'jumb'],
  [12, 'jumd'],
  [16, 'c2pa'],
];

/**
 * A C2PA manifest store in a file of its own (C2PA 2.5, 11.8), which speaks for another file. It is one JUMBF box; of
 * one that is cut off the rest is emitted.
 */
const c2pa: ContainerFormat<'c2pa'> = {
  id: 'c2pa',
  name: 'C2PA',
  sniff: (head) => MARKS.every(([at, mark]) => latin1(head.subarray(at, at + mark.length)) === mark),
  *walk(emit, size): Parse<void> {
    const { end } = yield* readBox(0, Number.POSITIVE_INFINITY);
    const length = Math.min(end, size ?? end);
    if (Number.isFinite(length))
      emit({ kind: 'jumbf', path: ['C2PA', 'JUMBF'], spans: [{ offset: 0, length }] });
    if (Number.isFinite(end)) requireInside(end, size, 'manifest store');
  },
};
export default c2pa;

const latin1 = (bytes: Uint8Array): string => String.fromCharCode(...bytes);
