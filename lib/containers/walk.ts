import { drive, type Outcome } from '../bytes/drive';
import { type Parse, readUpTo } from '../bytes/parse';
import type { RangeReader } from '../bytes/range-reader';
import type { Block, ContainerFormat, ContainerId } from './container';
import { parseId3Header, readBehindId3 } from './id3/tag-header';
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
  const told = await drive(tellFormat(), reader);
  if (told.state !== 'complete') return { container: 'unknown', blocks: [], outcome: told };
  const format = told.value;
  if (format === undefined) return { container: 'unknown', blocks: [], outcome: UNSUPPORTED };
  const blocks: Block[] = [];
  const outcome = await drive(
    format.walk((block) => blocks.push(block), reader.size),
    reader,
  );
  return { container: format.id, blocks, outcome };
}

/** Several audio formats may begin with ID3v2 tags: what they are stands behind. */
function* tellFormat(): Parse<ContainerFormat | undefined> {
  const { bytes } = yield* readUpTo(0, SNIFF_BYTES, 'head');
  if (parseId3Header(bytes, 0) === undefined) return sniff(bytes);
  return sniff(bytes, yield* readBehindId3(SNIFF_BYTES));
}

const UNSUPPORTED: Outcome<void> = { state: 'unsupported', why: 'no known container' };
