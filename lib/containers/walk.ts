import { drive, type Outcome } from '../bytes/drive';
import { readUpTo } from '../bytes/parse';
import type { RangeReader } from '../bytes/range-reader';
import type { Block, ContainerId } from './container';
import { SNIFF_BYTES, sniff } from './sniff';

/** What a walk found: the container, the blocks emitted before it ended, and how it ended. */
export type Walked = {
  readonly container: ContainerId | 'unknown';
  readonly blocks: readonly Block[];
  readonly outcome: Outcome<void>;
};

/**
 * Tells a file's container and walks it. Blocks emitted before a fault are kept.
 *
 * @throws SourceFault when the bytes cannot be had
 */
export async function walkContainer(reader: RangeReader): Promise<Walked> {
  const head = await drive(readUpTo(0, SNIFF_BYTES, 'head'), reader);
  if (head.state !== 'complete') return { container: 'unknown', blocks: [], outcome: head };
  const format = sniff(head.value.bytes);
  if (format === undefined) return { container: 'unknown', blocks: [], outcome: UNSUPPORTED };
  const blocks: Block[] = [];
  const outcome = await drive(
    format.walk((block) => blocks.push(block), reader.size),
    reader,
  );
  return { container: format.id, blocks, outcome };
}

const UNSUPPORTED: Outcome<void> = { state: 'unsupported', why: 'no known container' };
