import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { verifyCredential } from '../../../lib/c2pa/verify';
import { presentationOf, STORE_TYPE } from '../../../lib/checker/media-type';
import type { ContainerId } from '../../../lib/containers/container';
import { ALL_FORMATS } from '../../../lib/containers/document-registry';
import { storeOfFile } from '../../../lib/inspect/store-of-file';
import { nodeLibrary } from '../../support/c2pa/library';
import { concat, latin1, utf8 } from '../../support/samples/bytes';
import { c2paPacket, stream } from '../../support/samples/ogg';
import { c2paTable, font } from '../../support/samples/sfnt';
import { wrapped } from '../../support/samples/text';
import { ROOT } from '../../support/source/modules';

const take = (file: Uint8Array) => storeOfFile(file, ALL_FORMATS);

/** A real manifest store, as the library takes it out of a picture. */
async function realStore(): Promise<Uint8Array> {
  const picture = new Uint8Array(readFileSync(join(ROOT, 'test/media/c2pa/created.jpg')));
  const reading = await (await nodeLibrary()).read('image/jpeg', picture, '{}');
  const { manifests } = JSON.parse(reading.crJson()) as { manifests: { label: string }[] };
  const store = reading.resourceToBytes(`self#jumbf=/c2pa/${manifests[0]?.label}`);
  reading.free();
  return store;
}

const store = await realStore();
const base64 = Buffer.from(store).toString('base64');
const htmlWith = (...scripts: readonly string[]) =>
  utf8(
    `<!DOCTYPE html><html><head>${scripts.map((one) => `<script type="application/c2pa">${one}</script>`).join('')}</head></html>`,
  );

const FILES: readonly (readonly [ContainerId, Uint8Array])[] = [
  ['text', utf8(`文章。${wrapped(store)}`)],
  ['html', htmlWith(base64)],
  ['ogg', concat(...stream(1, [c2paPacket(store)]), ...stream(2, [latin1('OpusHead')]))],
  ['sfnt', font([['C2PA', c2paTable('', store)]])],
];

describe('storeOfFile', () => {
  it.each(FILES)(
    'takes the store out of %s, so that its signature can be checked',
    async (container, file) => {
      expect(presentationOf(container)).toEqual({ mime: STORE_TYPE, takeOut: true });
      const taken = await take(file);
      expect(taken && Buffer.compare(taken, store)).toBe(0);
      const { check } = await verifyCredential(
        await nodeLibrary(),
        { bytes: taken ?? new Uint8Array(), mime: STORE_TYPE },
        {},
      );
      expect(check).toMatchObject({
        kind: 'checked',
        integrity: 'intact',
        signer: 'unlisted',
        unbound: true,
      });
    },
  );

  it('takes none where there are two, none, or one that breaks off', async () => {
    expect(await take(htmlWith(base64, base64))).toBeUndefined();
    expect(await take(utf8('only words'))).toBeUndefined();
    expect(await take(utf8(`text${wrapped(store)}`).subarray(0, 4000))).toBeUndefined();
    expect(await take(htmlWith('*** no base64 ***'))).toBeUndefined();
  });
});
