import { describe, expect, it } from 'vitest';
import { RangeReader } from '../../../lib/bytes/range-reader';
import { walkContainer } from '../../../lib/containers/walk';
import { collectFacts } from '../../../lib/facts/collect-facts';
import { noise } from '../../support/samples/bytes';
import { app11Jumbf, jpeg } from '../../support/samples/jpeg';
import { actionsBox, storeBox, thumbnailBox } from '../../support/samples/jumbf';
import { caBX, chunk, png } from '../../support/samples/png';
import { spySource } from '../../support/samples/sources';
import { webp, webpC2pa } from '../../support/samples/webp';

/** A store as editors write it: thumbnails before and between what is read of it. */
const store = (thumbnailBytes: number) =>
  storeBox(
    {
      label: 'urn:one',
      assertions: [
        thumbnailBox('c2pa.thumbnail.claim', thumbnailBytes),
        actionsBox([{ action: 'c2pa.created' }]),
      ],
    },
    {
      label: 'urn:two',
      assertions: [
        thumbnailBox('c2pa.thumbnail.claim', thumbnailBytes),
        actionsBox([{ action: 'c2pa.opened' }]),
      ],
    },
  );

const readOf = async (file: Uint8Array) => {
  const { source, asked } = spySource(file);
  const reader = new RangeReader(source);
  const { container, blocks, outcome } = await walkContainer(reader);
  if (container === 'unknown') throw new Error('no container');
  const facts = await collectFacts(container, blocks, reader);
  const manifests = facts.c2pa?.manifests.map(({ label }) => label);
  return { state: outcome.state, manifests, reads: asked.length };
};

describe('a C2PA store with thumbnails is read in three ranged reads', () => {
  const pixels = noise(100_000);

  it.each([
    ['JPEG, one segment', jpeg({ segments: app11Jumbf(store(20_000)), scan: pixels })],
    ['JPEG, five segments', jpeg({ segments: app11Jumbf(store(150_000)), scan: pixels })],
    ['PNG', png({ before: [caBX(store(100_000))], idat: [pixels], after: [chunk('tEXt', noise(40))] })],
    ['WebP', webp({ after: [webpC2pa(store(100_000))] })],
  ])('%s', async (_, file) => {
    const { state, manifests, reads } = await readOf(file);
    expect([state, manifests]).toEqual(['complete', ['urn:one', 'urn:two']]);
    expect(reads).toBeLessThanOrEqual(3);
  });
});
