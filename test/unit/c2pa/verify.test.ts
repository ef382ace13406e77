import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { verifyCredential } from '../../../lib/c2pa/verify';
import { nodeLibrary } from '../../support/c2pa/library';
import { ROOT } from '../../support/source/modules';

const own = (name: string) => new Uint8Array(readFileSync(join(ROOT, 'test/media', name)));
const verifyOwn = async (name: string) =>
  await verifyCredential(await nodeLibrary(), { bytes: own(name), mime: 'image/jpeg' }, {});

describe('verifyCredential', () => {
  it('says of an untouched file that it is intact, and of its signer that no list covers it', async () => {
    const { check, graph } = await verifyOwn('c2pa/ai-in-parent.jpg');
    expect(check).toMatchObject({ kind: 'checked', integrity: 'intact', signer: 'unlisted', failed: [] });
    expect(graph?.nodes.map(({ title }) => title)).toEqual(['Dunes, cropped', 'Dunes']);
  });

  it('says of a changed file that its content changed after signing', async () => {
    const { check } = await verifyOwn('c2pa/tampered.jpg');
    expect(check).toMatchObject({ kind: 'checked', integrity: 'content-changed' });
  });
});
