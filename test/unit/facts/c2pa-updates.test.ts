import { describe, expect, it } from 'vitest';
import { RangeReader } from '../../../lib/bytes/range-reader';
import { memorySource } from '../../../lib/bytes/source';
import type { Block } from '../../../lib/containers/container';
import { readC2paBlocks } from '../../../lib/facts/read-c2pa-blocks';
import { concat } from '../../support/samples/bytes';
import { manifestBox, superbox } from '../../support/samples/jumbf';

const store = (label: string, kind = 'c2ma') => superbox('c2pa', 'c2pa', manifestBox({ label, kind }));

/** Stores one behind another, those with a key of `update`. */
async function read(...stores: readonly (readonly [Uint8Array, 'update'?])[]) {
  let offset = 0;
  const blocks: Block[] = stores.map(([bytes, key]) => {
    const block: Block = {
      kind: 'jumbf',
      path: ['MP4', 'uuid', 'C2PA'],
      spans: [{ offset, length: bytes.length }],
    };
    offset += bytes.length;
    return key === undefined ? block : { ...block, key };
  });
  const source = memorySource(concat(...stores.map(([bytes]) => bytes)));
  const { store: found, faults } = await readC2paBlocks(blocks, new RangeReader(source));
  const { manifests = [], active, stores: count } = found ?? {};
  return { labels: manifests.map(({ label }) => label), active, count, faults: faults.length };
}

describe('a store of updates (C2PA 2.5 A.5.2)', () => {
  it('adds its manifests to the original, and its active one is that of the file', async () => {
    expect(await read([store('first')], [store('second', 'c2um'), 'update'])).toEqual({
      labels: ['first', 'second'],
      active: 'second',
      count: 1,
      faults: 0,
    });
  });

  it('stands before the original, too', async () => {
    expect(await read([store('second', 'c2um'), 'update'], [store('first')])).toMatchObject({
      labels: ['first', 'second'],
      active: 'second',
    });
  });

  it('leaves the file without an active manifest where it cannot be read', async () => {
    const cut = store('second', 'c2um').subarray(0, 40);
    expect(await read([store('first')], [cut, 'update'])).toEqual({
      labels: ['first'],
      active: '',
      count: 1,
      faults: 1,
    });
  });

  it('is read by itself where there is no original', async () => {
    expect(await read([store('second', 'c2um'), 'update'])).toMatchObject({ active: 'second', count: 1 });
  });

  it('does not make one store of two', async () => {
    expect(await read([store('a')], [store('b')], [store('c', 'c2um'), 'update'])).toMatchObject({
      count: 2,
    });
  });
});
