import { ByteFault } from '../../bytes/fault';
import { GIF_STRIDE_BYTES, HEAD_BYTES, MAX_GIF_SUB_BLOCKS } from '../../bytes/limits';
import { type Parse, read, readUpTo } from '../../bytes/parse';
import type { Span } from '../container';

/** Data sub-blocks (GIF89a, 15): each a size and up to 255 bytes, ended by one of size 0. */
export type SubBlocks = {
  /** The data of each, without its size. */
  readonly spans: readonly Span[];
  /** Behind the terminator. */
  readonly end: number;
};

/**
 * Follows data sub-blocks through one file. Nothing says how long a run of them is, so every size has to be
 * seen; beyond the head they are asked for in long strides, of which the reader answers the single sizes.
 */
export class SubBlockWalk {
  private openedTo = HEAD_BYTES;
  private count = 0;

  /** @param limit the offset from which on no sub-block is looked at */
  constructor(private readonly limit: number) {}

  /**
   * @param start the size of the first sub-block
   * @returns all of the run; `undefined` where it goes on beyond the limit
   * @throws ByteFault `truncated` where the file ends before, `over-budget` for more than MAX_GIF_SUB_BLOCKS
   */
  *follow(start: number): Parse<SubBlocks | undefined> {
    const spans: Span[] = [];
    for (let at = start; at < this.limit; ) {
      if (++this.count > MAX_GIF_SUB_BLOCKS)
        throw new ByteFault('over-budget', `more than ${MAX_GIF_SUB_BLOCKS} GIF sub-blocks`);
      const length = yield* this.sizeAt(at);
      if (length === 0) return { spans, end: at + 1 };
      spans.push({ offset: at + 1, length });
      at += 1 + length;
    }
    return undefined;
  }

  private *sizeAt(at: number): Parse<number> {
    if (at >= this.openedTo) {
      this.openedTo = Math.min(at + GIF_STRIDE_BYTES, this.limit);
      yield* readUpTo(at, this.openedTo - at, 'GIF sub-blocks');
    }
    return (yield* read(at, 1, 'GIF sub-block')).u8();
  }
}
