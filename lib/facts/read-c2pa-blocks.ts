import { drive, driveOver, type Outcome } from '../bytes/drive';
import { fileText } from '../bytes/file-text';
import type { Parse } from '../bytes/parse';
import type { RangeReader } from '../bytes/range-reader';
import type { C2paStore } from '../c2pa/manifest-store';
import { readManifestStore } from '../c2pa/read-store';
import type { Block } from '../containers/container';
import { decodeBase64 } from '../metadata/base64';
import { failedReading } from './block-reading';
import type { BlockFault } from './media-facts';
import { blockPayload, type Payload, readWhole } from './payload';

/** The manifest store of a file, if one is readable, and what stood in the way. */
export type C2paReading = { readonly store?: C2paStore; readonly faults: readonly BlockFault[] };

/** The key of a block whose store adds to another one of the file (C2PA 2.5 A.5.2). */
const UPDATE = 'update';

/**
 * Reads the C2PA manifest store among a file's JUMBF boxes; boxes of other kinds are passed over. The first
 * store is given, with the number of them: more than one means that none counts (C2PA 2.5 §A). A store of updates is
 * none by itself: its manifests follow those of the first, and its active one is that of the file.
 *
 * @throws SourceFault when the bytes cannot be had
 */
export async function readC2paBlocks(blocks: readonly Block[], reader: RangeReader): Promise<C2paReading> {
  const jumbf = blocks.filter(({ kind }) => kind === 'jumbf');
  const whole = await readStores(
    jumbf.filter(({ key }) => key !== UPDATE),
    reader,
  );
  const updates = await readStores(
    jumbf.filter(({ key }) => key === UPDATE),
    reader,
  );
  const faults = [...whole.faults, ...updates.faults];
  const isDamaged = updates.faults.length > 0;
  const all = isDamaged ? whole.stores.map(withoutActive) : whole.stores;
  const [first] = all;
  if (first === undefined) return counted(updates.stores, faults);
  return { store: { ...updates.stores.reduce(updated, first), stores: all.length }, faults };
}

type Stores = { readonly stores: readonly C2paStore[]; readonly faults: readonly BlockFault[] };

function counted(stores: readonly C2paStore[], faults: readonly BlockFault[]): C2paReading {
  const [first] = stores;
  return first === undefined ? { faults } : { store: { ...first, stores: stores.length }, faults };
}

/** What an update that cannot be read would have made of the store is not known. */
const withoutActive = (store: C2paStore): C2paStore => ({ ...store, active: fileText('') });

const updated = (store: C2paStore, update: C2paStore): C2paStore => ({
  ...store,
  manifests: [...store.manifests, ...update.manifests],
  active: update.active,
  faults: [...store.faults, ...update.faults],
});

async function readStores(blocks: readonly Block[], reader: RangeReader): Promise<Stores> {
  const stores: C2paStore[] = [];
  const faults: BlockFault[] = [];
  for (const block of blocks) {
    const outcome = await readStore(block, reader);
    if (outcome.state === 'complete') stores.push(outcome.value);
    else if (outcome.state !== 'unsupported')
      faults.push(...failedReading({ path: block.path, offset: block.spans[0].offset }, outcome).faults);
  }
  return { stores, faults };
}

async function readStore(block: Block, reader: RangeReader): Promise<Outcome<C2paStore>> {
  const payload = blockPayload(block, reader);
  if (block.content !== undefined) return readStoreFrom(block.content, block.path, () => payload.offset);
  if (block.encoding !== 'base64') return drive(readManifestStore(block), reader);
  const decoded = await payload.run(readDecoded(payload));
  if (decoded.state !== 'complete') return decoded;
  return readStoreFrom(decoded.value, block.path, (at) => payload.offset + textIndex(at));
}

/** A store decoded into memory; `place` gives the place in the file of an index into it. */
function readStoreFrom(
  bytes: Uint8Array,
  path: readonly string[],
  place: (at: number) => number,
): Outcome<C2paStore> {
  const spans = [{ offset: 0, length: bytes.length }];
  const outcome = driveOver(readManifestStore({ path, spans }), bytes);
  if (outcome.state !== 'complete') return outcome;
  return { state: 'complete', value: moveOffsets(outcome.value, place) };
}

/** RFC 4648 §4: three bytes are four characters. Exact as long as no white space stands in the text. */
const textIndex = (byteIndex: number): number => Math.floor(byteIndex / 3) * 4;

/** The same store with every `offset` in it moved. */
function moveOffsets<T>(value: T, move: (offset: number) => number): T {
  if (Array.isArray(value)) return value.map((item) => moveOffsets(item, move)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const moved = Object.entries(value).map(([name, member]): [string, unknown] => [
    name,
    name === 'offset' && typeof member === 'number' ? move(member) : moveOffsets(member, move),
  ]);
  return Object.fromEntries(moved) as T;
}

function* readDecoded({ view }: Payload): Parse<Uint8Array> {
  return decodeBase64(yield* readWhole(view, 'C2PA manifest store'));
}
