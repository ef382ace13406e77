import type { Parse } from '../bytes/parse';
import type { RangeReader } from '../bytes/range-reader';
import type { SpanView } from '../bytes/span-view';
import type { Block } from '../containers/container';
import { decodeBase64 } from '../metadata/base64';
import { blockPayload, readWhole } from './payload';

/**
 * The bytes of a file's manifest store, out of its container and its notation.
 *
 * @param blocks as a walk of the file emitted them
 * @returns `undefined` where there is none, more than one (then none counts, C2PA 2.5 §A), or where it cannot be read
 * @throws SourceFault when the bytes cannot be had
 */
export async function takeStore(
  blocks: readonly Block[],
  reader: RangeReader,
): Promise<Uint8Array | undefined> {
  const [block, ...others] = blocks.filter(({ kind }) => kind === 'jumbf');
  if (block === undefined || others.length > 0) return undefined;
  const { view, run } = blockPayload(block, reader);
  const outcome = await run(readPlain(view, block.encoding === 'base64'));
  return outcome.state === 'complete' ? outcome.value : undefined;
}

function* readPlain(view: SpanView, isBase64: boolean): Parse<Uint8Array> {
  const bytes = yield* readWhole(view, 'C2PA manifest store');
  return isBase64 ? decodeBase64(bytes) : bytes;
}
