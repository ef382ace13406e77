import { describe, expect, it } from 'vitest';
import bmp from '../../../../lib/containers/formats/bmp';
import { bmp as makeBmp } from '../../../support/samples/bmp';
import { concat, latin1, noise } from '../../../support/samples/bytes';
import { walkWith } from '../../../support/samples/sources';

describe('BMP', () => {
  for (const infoBytes of [16, 40, 52, 56, 64, 108, 124])
    it(`is told by a header of ${infoBytes} bytes, and holds nothing`, async () => {
      const file = concat(makeBmp(infoBytes), noise(50_000));
      expect(bmp.sniff(file)).toBe(true);
      expect(await walkWith(bmp, file)).toMatchObject({
        blocks: [],
        outcome: { state: 'complete' },
        stats: { reads: 1 },
      });
    });

  it('is not told by its two letters alone', () => {
    expect(bmp.sniff(latin1('BM, a text that begins like a picture'))).toBe(false);
    expect(bmp.sniff(makeBmp(44))).toBe(false);
    expect(bmp.sniff(latin1('BM'))).toBe(false);
  });

  it('says truncated for less than its headers', async () => {
    expect((await walkWith(bmp, makeBmp().subarray(0, 17))).outcome.state).toBe('truncated');
  });
});
