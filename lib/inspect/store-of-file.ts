import { RangeReader } from '../bytes/range-reader';
import { memorySource } from '../bytes/source';
import { type Formats, walkContainer } from '../containers/walk';
import { takeStore } from '../facts/take-store';

/** The bytes are at hand: walking them and taking out a large store may read them more than once. */
const WALKS = 4;

/**
 * The manifest store of a file in memory, for containers the credential library cannot open by itself.
 *
 * @param bytes the whole file
 * @param formats what the file may be
 * @returns `undefined` where it has none, or more than one
 */
export async function storeOfFile(bytes: Uint8Array, formats: Formats): Promise<Uint8Array | undefined> {
  const reader = new RangeReader(memorySource(bytes), { maxBytes: WALKS * bytes.length });
  const { blocks } = await walkContainer(reader, formats);
  return await takeStore(blocks, reader);
}
