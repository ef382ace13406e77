import { describe, expect, it } from 'vitest';
import c2pa from '../../../../lib/containers/documents/c2pa';
import { concat, latin1, noise, u32be } from '../../../support/samples/bytes';
import { box, superbox } from '../../../support/samples/jumbf';
import { walkDocument } from '../../../support/samples/sources';

const STORE = superbox('c2pa', 'c2pa', noise(200));

const walk = async (file: Uint8Array) => {
  const { blocks, outcome } = await walkDocument(c2pa, file);
  return { spans: blocks.flatMap(({ spans }) => spans), state: outcome.state };
};

describe('a C2PA manifest store in a file of its own', () => {
  it('is told by its outermost box and the type of it', () => {
    expect(c2pa.sniff(STORE)).toBe(true);
    for (const other of [
      superbox('c2ma', 'c2pa'),
      box('jumb', box('cbor', noise(20))),
      latin1('\0\0\0\0jumb'),
    ])
      expect(c2pa.sniff(other)).toBe(false);
  });

  it('is one block, and what stands behind is none of it', async () => {
    const { length } = STORE;
    expect(await walk(STORE)).toEqual({ spans: [{ offset: 0, length }], state: 'complete' });
    expect(await walk(concat(STORE, noise(30)))).toEqual({
      spans: [{ offset: 0, length }],
      state: 'complete',
    });
  });

  it('is read up to where it is cut off', async () => {
    expect(await walk(STORE.subarray(0, 100))).toEqual({
      spans: [{ offset: 0, length: 100 }],
      state: 'truncated',
    });
  });

  it('may run to the end of the file', async () => {
    const open = concat(u32be(0), STORE.subarray(4));
    expect(await walk(open)).toEqual({ spans: [{ offset: 0, length: STORE.length }], state: 'complete' });
  });
});
