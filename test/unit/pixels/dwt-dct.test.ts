import { describe, expect, it } from 'vitest';
import { agreement, findOpenWatermark, rawBits } from '../../../lib/pixels/dwt-dct';
import type { Pixels } from '../../../lib/pixels/pixels';

/** Messages as their writers embed them, written out. */
const SDV2 = '01010011010001000101011000110010';
const SDXL = '101100111110110010010000011110111011000110011110';
const FLUX = '1010101111111010000111100111001111010100101110';
const SD1 = Array.from('StableDiffusionV1', (char) => char.charCodeAt(0).toString(2).padStart(8, '0')).join(
  '',
);

/**
 * A picture whose blocks carry these bits: each 8 × 8 pixels are of one blue, whose U, doubled, leaves 30 (a one)
 * or 12 (a zero) on division by 36.
 */
function pictureOf(bits: string, width = 512, height = 256): Pixels {
  const data = new Uint8Array(width * height * 3);
  const columns = Math.floor(width / 8);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const block = Math.floor(y / 8) * columns + Math.floor(x / 8);
      data[(y * width + x) * 3 + 2] = bits[block % bits.length] === '1' ? ONE : ZERO;
    }
  }
  return { width, height, channels: 3, data };
}

/** Blue 31 gives U 141: 282 mod 36 = 30; blue 9 gives U 132: 264 mod 36 = 12. */
const [ONE, ZERO] = [31, 9];

const flip = (bits: string, count: number) =>
  Array.from(bits, (bit, index) => (index < count ? (bit === '1' ? '0' : '1') : bit)).join('');

describe('rawBits', () => {
  it('reads one bit of each 8 × 8 pixels, row by row', () => {
    const bits = [...rawBits(pictureOf('1101', 256, 256))];
    expect(bits.slice(0, 8)).toEqual([1, 1, 0, 1, 1, 1, 0, 1]);
    expect(bits.length).toBe(32 * 32);
  });

  it('leaves out what is no whole block', () => {
    expect(rawBits(pictureOf('10', 263, 260)).length).toBe(32 * 32);
  });
});

describe('agreement', () => {
  it('counts bits by the average of their blocks', () => {
    expect(agreement(Uint8Array.from([1, 0, 1, 0, 0, 0]), '10')).toBe(2);
    expect(agreement(Uint8Array.from([0, 1, 0, 1]), '10')).toBe(0);
  });
});

describe('findOpenWatermark', () => {
  it.each([
    ['sd1', SD1, 126],
    ['sdxl', SDXL, 44],
    ['flux', FLUX, 42],
    ['sd2', SDV2, 32],
  ])('finds %s down to its threshold and not below', (id, bits, least) => {
    const wrong = bits.length - least;
    expect(findOpenWatermark(pictureOf(bits))).toEqual({ id, agreeing: bits.length, length: bits.length });
    expect(findOpenWatermark(pictureOf(flip(bits, wrong)))).toEqual({
      id,
      agreeing: least,
      length: bits.length,
    });
    expect(findOpenWatermark(pictureOf(flip(bits, wrong + 1)))).toBeUndefined();
  });

  it('reads FLUX at 46 bits', () => {
    expect(FLUX.length).toBe(46);
  });

  it.each([
    ['all ones', '1'],
    ['all zeros', '0'],
    ['nearly all zeros', '1000000000000000'],
    ['a message of nobody', '01110100011001010111001101110100'],
  ])('says nothing of %s', (_, bits) => {
    expect(findOpenWatermark(pictureOf(bits))).toBeUndefined();
  });

  it('says nothing of pictures below 256 × 256 pixels', () => {
    expect(findOpenWatermark(pictureOf(SDXL, 248, 256))).toBeUndefined();
    expect(findOpenWatermark(pictureOf(SDXL, 256, 256))?.id).toBe('sdxl');
  });

  it('takes pictures of four channels', () => {
    const { width, height, data } = pictureOf(SDXL);
    const rgba = Uint8Array.from({ length: width * height * 4 }, (_, at) =>
      at % 4 === 3 ? 255 : (data[Math.floor(at / 4) * 3 + (at % 4)] ?? 0),
    );
    expect(findOpenWatermark({ width, height, channels: 4, data: rgba })?.id).toBe('sdxl');
  });
});
