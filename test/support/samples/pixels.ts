import { deflateSync } from 'node:zlib';
import { bytes, concat, u32be } from './bytes';
import { chunk, IEND, PNG_SIGNATURE } from './png';

export type PictureParts = {
  readonly width: number;
  readonly height: number;
  /** Filter type and samples of each row, as they are before compression. */
  readonly rows: readonly (readonly number[])[];
  readonly colourType?: number;
  readonly bitDepth?: number;
  readonly interlace?: number;
  /** Chunks between IHDR and IDAT: palette, transparency, text. */
  readonly before?: readonly Uint8Array[];
  /** Instead of the rows compressed. */
  readonly idat?: readonly Uint8Array[];
};

/** A PNG whose rows are given as stored, filter bytes included. RGB of 8 bits unless said otherwise. */
export function picture(parts: PictureParts): Uint8Array {
  const { width, height, rows, colourType = 2, bitDepth = 8, interlace = 0, before = [] } = parts;
  const header = concat(u32be(width), u32be(height), bytes(bitDepth, colourType, 0, 0, interlace));
  const idat = parts.idat ?? [deflateSync(Uint8Array.from(rows.flat()))];
  const pixels = idat.map((data) => chunk('IDAT', data));
  return concat(PNG_SIGNATURE, chunk('IHDR', header), ...before, ...pixels, IEND);
}

/** A PNG of RGBA pixels from their bytes, unfiltered. */
export function rgbaPicture(
  width: number,
  height: number,
  data: Uint8Array,
  before: readonly Uint8Array[] = [],
): Uint8Array {
  const rows = Array.from({ length: height }, (_, y) => [
    0,
    ...data.subarray(y * width * 4, (y + 1) * width * 4),
  ]);
  return picture({ width, height, rows, colourType: 6, before });
}

/** Hides bytes in lowest bits column by column, as stealth PNG info does, over a picture of one grey. */
export function stealthPixels(
  width: number,
  height: number,
  hidden: Uint8Array,
  channel: 'alpha' | 'rgb' = 'alpha',
): Uint8Array {
  const data = new Uint8Array(width * height * 4).fill(254);
  const bits = Array.from(hidden).flatMap((byte) =>
    [7, 6, 5, 4, 3, 2, 1, 0].map((shift) => (byte >> shift) & 1),
  );
  for (const [index, bit] of bits.entries()) {
    const pixel = channel === 'alpha' ? index : Math.floor(index / 3);
    const sample = channel === 'alpha' ? 3 : index % 3;
    const at = ((pixel % height) * width + Math.floor(pixel / height)) * 4 + sample;
    data[at] = 254 | bit;
  }
  return data;
}
