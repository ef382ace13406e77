import { drive } from '../bytes/drive';
import type { RangeReader } from '../bytes/range-reader';
import type { C2paStore } from '../c2pa/manifest-store';
import { readManifestStore } from '../c2pa/read-store';
import type { Block } from '../containers/container';
import { failedReading } from './block-reading';
import type { BlockFault } from './media-facts';

/** The manifest store of a file, if one is readable, and what stood in the way. */
export type C2paReading = { readonly store?: C2paStore; readonly faults: readonly BlockFault[] };

/**
 * Reads the C2PA manifest store among a file's JUMBF boxes; boxes of other kinds are passed over. The first
 * store is given, with the number of them: more than one means that none counts (C2PA 2.5 §A).
 *
 * @throws SourceFault when the bytes cannot be had
 */
export async function readC2paBlocks(blocks: readonly Block[], reader: RangeReader): Promise<C2paReading> {
  const stores: C2paStore[] = [];
  const faults: BlockFault[] = [];
  for (const block of blocks.filter(({ kind }) => kind === 'jumbf')) {
    const outcome = await drive(readManifestStore(block), reader);
    if (outcome.state === 'complete') stores.push(outcome.value);
    else if (outcome.state !== 'unsupported')
      faults.push(...failedReading({ path: block.path, offset: block.spans[0].offset }, outcome).faults);
  }
  const [first] = stores;
  return first === undefined ? { faults } : { store: { ...first, stores: stores.length }, faults };
}
