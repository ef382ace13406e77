import { ByteFault } from '../../bytes/fault';
import { MAX_BLOCK_BYTES, MAX_ID3_RANGES } from '../../bytes/limits';
import { type Parse, readUpTo } from '../../bytes/parse';
import { joinSpans, partIndex, type SpanView } from '../../bytes/span-view';
import type { Span } from '../container';

/** The ranges of the file that a stretch of a view lies in; none for an empty one. */
export function spansOf(view: SpanView, at: number, length: number): Span[] {
  const spans: Span[] = [];
  const end = at + length;
  for (let index = partIndex(view, at); index < view.parts.length; index++) {
    const part = view.parts[index];
    if (part === undefined || part.start >= end) break;
    const from = Math.max(at, part.start);
    const to = Math.min(end, part.start + part.length);
    if (from < to) spans.push({ offset: part.offset + from - part.start, length: to - from });
  }
  return spans;
}

/**
 * A stretch without the zero bytes that unsynchronisation put behind 0xFF (ID3v2.4 structure, 5): the ranges
 * that are left. Where the file ends before, what there is.
 *
 * @param budget shared by all stretches of a file
 * @throws ByteFault `over-budget` for a stretch too long to look through, or where all are stuffed too often
 */
export function* withoutStuffing({ offset, length }: Span, budget: RangeBudget): Parse<SpanView> {
  if (length > MAX_BLOCK_BYTES)
    throw new ByteFault('over-budget', `${length} unsynchronised bytes at ${offset} are not read`);
  const { bytes } = yield* readUpTo(offset, length, 'unsynchronised ID3v2 bytes');
  const ranges: Span[] = [];
  let from = 0;
  for (let at = stuffedFrom(bytes, 0); at > 0; at = stuffedFrom(bytes, from)) {
    ranges.push({ offset: offset + from, length: at - from });
    budget.spend();
    from = at + 1;
  }
  return joinSpans([...ranges, { offset: offset + from, length: bytes.length - from }]);
}

/** Bounds the ranges that removing stuffed bytes leaves in one file. */
export class RangeBudget {
  private left = MAX_ID3_RANGES;

  /** @throws ByteFault `over-budget` once more than {@link MAX_ID3_RANGES} were spent */
  spend(): void {
    this.left -= 1;
    if (this.left < 0)
      throw new ByteFault('over-budget', `more than ${MAX_ID3_RANGES} stuffed bytes in ID3v2 tags`);
  }
}

/** Index of the next stuffed zero; 0 where there is none. */
function stuffedFrom(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1))
    if (bytes[at + 1] === 0) return at + 1;
  return 0;
}
