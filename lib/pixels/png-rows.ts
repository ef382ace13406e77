import type { Pixels } from './pixels';
import { unfilter } from './png-filter';
import { type PngImage, SAMPLES } from './png-image';

/** Bytes of one row in the stream, its filter type not counted (PNG third edition, 7.2). */
export const rowBytes = ({ width, bitDepth, colourType }: PngImage): number =>
  Math.ceil((width * bitDepth * SAMPLES[colourType]) / 8);

/** Turns the inflated stream of a PNG into pixels, row by row, so that the stream is never held whole. */
export class PngRows {
  readonly #image: PngImage;
  readonly #data: Uint8Array;
  readonly #channels: 3 | 4;
  readonly #row: Uint8Array;
  #above: Uint8Array;
  #filled = 0;
  #done = 0;

  constructor(image: PngImage) {
    const length = rowBytes(image);
    this.#image = image;
    this.#channels = hasAlpha(image) ? 4 : 3;
    this.#data = new Uint8Array(image.width * image.height * this.#channels);
    this.#row = new Uint8Array(length + 1);
    this.#above = new Uint8Array(length);
  }

  /** Whether every row has come. */
  get complete(): boolean {
    return this.#done === this.#image.height;
  }

  get pixels(): Pixels {
    const { width, height } = this.#image;
    return { width, height, channels: this.#channels, data: this.#data };
  }

  /** Takes the next inflated bytes; those beyond the last row are ignored. */
  take(piece: Uint8Array): void {
    let at = 0;
    while (at < piece.length && !this.complete) {
      const part = piece.subarray(at, at + this.#row.length - this.#filled);
      this.#row.set(part, this.#filled);
      this.#filled += part.length;
      at += part.length;
      if (this.#filled === this.#row.length) this.#finishRow();
    }
  }

  #finishRow(): void {
    const { bitDepth, colourType } = this.#image;
    const row = this.#row.subarray(1);
    unfilter(this.#row[0] ?? 0, row, this.#above, Math.max(1, (bitDepth * SAMPLES[colourType]) / 8));
    this.#expand(row);
    this.#above = row.slice();
    this.#filled = 0;
    this.#done += 1;
  }

  #expand(row: Uint8Array): void {
    const start = this.#done * this.#image.width * this.#channels;
    const { colourType } = this.#image;
    if (colourType === 2 || colourType === 6) this.#data.set(row, start);
    else if (colourType === 4) expandGreyAlpha(row, this.#data.subarray(start));
    else if (colourType === 3) expandPalette(this.#image, row, this.#data.subarray(start), this.#channels);
    else expandGrey(this.#image, row, this.#data.subarray(start));
  }
}

const hasAlpha = ({ colourType, alphas }: PngImage): boolean =>
  colourType === 4 || colourType === 6 || alphas.length > 0;

function expandGreyAlpha(row: Uint8Array, out: Uint8Array): void {
  for (let at = 0; at < row.length; at += 2) {
    const grey = row[at] ?? 0;
    out.set([grey, grey, grey, row[at + 1] ?? 0], at * 2);
  }
}

/** Grey of less than 8 bits spans the same range (PNG third edition, 13.12). */
function expandGrey({ width, bitDepth }: PngImage, row: Uint8Array, out: Uint8Array): void {
  const scale = 255 / (2 ** bitDepth - 1);
  for (let x = 0; x < width; x++) out.fill(sampleAt(row, x, bitDepth) * scale, x * 3, x * 3 + 3);
}

/** An index beyond the palette is an error that decoders show as black (PNG third edition, 11.2.2). */
function expandPalette(image: PngImage, row: Uint8Array, out: Uint8Array, channels: 3 | 4): void {
  const { width, bitDepth, palette, alphas } = image;
  for (let x = 0; x < width; x++) {
    const index = sampleAt(row, x, bitDepth);
    out.set(palette.subarray(index * 3, index * 3 + 3), x * channels);
    if (channels === 4) out[x * 4 + 3] = alphas[index] ?? 255;
  }
}

/** Samples of less than 8 bits are packed from the high bits on (PNG third edition, 7.2). */
function sampleAt(row: Uint8Array, x: number, bitDepth: number): number {
  const bit = x * bitDepth;
  const byte = row[bit >> 3] ?? 0;
  return (byte >> (8 - bitDepth - (bit & 7))) & (2 ** bitDepth - 1);
}
