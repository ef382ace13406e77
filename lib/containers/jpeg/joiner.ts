import type { Block } from '../container';
import type { Segment } from './segments';

/** Joins what JPEG splits over segments of at most 65,533 bytes. Knows how a block is split, not what it says. */
export type Joiner = {
  /** Takes the next segment of the joiner's kind; gives a block as soon as one is whole. */
  take(segment: Segment): Block | undefined;
  /** After the last segment: what stood in the way of a whole block, if anything did. */
  fault(): string | undefined;
};
