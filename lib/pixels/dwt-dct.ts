import type { Pixels } from './pixels';

/** A message of an image generator's open watermark, found in a picture. */
export type OpenWatermark = {
  readonly id: WatermarkMessage['id'];
  /** Bits that agree, of `length`. */
  readonly agreeing: number;
  readonly length: number;
};

type WatermarkMessage = {
  readonly id: 'sd1' | 'sd2' | 'sdxl' | 'flux';
  readonly bits: string;
  /** Fewest bits that must agree: one chance in 10^9 or less on random bits. */
  readonly least: number;
};

const asciiBits = (text: string): string =>
  Array.from(text, (char) => char.charCodeAt(0).toString(2).padStart(8, '0')).join('');

/** Messages as their writers embed them; FLUX drops the leading zeros of its constant (`bin(…)[2:]`): 46 bits. */
const MESSAGES: readonly WatermarkMessage[] = [
  { id: 'sd1', bits: asciiBits('StableDiffusionV1'), least: 126 },
  { id: 'sdxl', bits: (0xb3ec907bb19e).toString(2), least: 44 },
  { id: 'flux', bits: (0x2afe879cf52e).toString(2), least: 42 },
  { id: 'sd2', bits: asciiBits('SDV2'), least: 32 },
];

/** The library refuses to embed in less: 256 × 256 pixels. */
const MIN_PIXELS = 256 * 256;

/** Quantisation step of the U plane, the only one the library writes and reads (scales 0, 36, 36). */
const SCALE = 36;

/** Side of a block of the LL band. */
const BLOCK = 4;

/** An average counts as 1 above this (the library: average × 255 > 127). */
const THRESHOLD = 127 / 255;

/** Flat or dark pictures give nearly all ones or zeros, in which constants match too well: they say nothing. */
const MIN_SHARE = 1 / 8;

/**
 * Looks for the open watermark of ShieldMnt/invisible-watermark (`dwtDct`) with a message of a known generator.
 * Positive only: not to find it says nothing, and it is gone after any scaling, cutting or turning.
 *
 * @returns the message that agrees best beyond its threshold
 */
export function findOpenWatermark(pixels: Pixels): OpenWatermark | undefined {
  if (pixels.width * pixels.height < MIN_PIXELS) return undefined;
  const raw = rawBits(pixels);
  if (isDegenerate(raw)) return undefined;
  const matches = MESSAGES.map((message) => ({ message, agreeing: agreement(raw, message.bits) }));
  const found = matches.find(({ message, agreeing }) => agreeing >= message.least);
  return found && { id: found.message.id, agreeing: found.agreeing, length: found.message.bits.length };
}

/** How many bits of a message agree with what the blocks give for its length. */
export function agreement(raw: Uint8Array, bits: string): number {
  const ones = new Float64Array(bits.length);
  const counts = new Float64Array(bits.length);
  for (const [block, bit] of raw.entries()) {
    const index = block % bits.length;
    ones[index] = (ones[index] ?? 0) + bit;
    counts[index] = (counts[index] ?? 0) + 1;
  }
  return Array.from(bits).filter((bit, index) => {
    const average = (ones[index] ?? 0) / (counts[index] || 1);
    return average > THRESHOLD === (bit === '1');
  }).length;
}

function isDegenerate(raw: Uint8Array): boolean {
  const share = raw.reduce((sum, bit) => sum + bit, 0) / raw.length;
  return !(share >= MIN_SHARE && share <= 1 - MIN_SHARE);
}

/** One bit of each 4 × 4 block of the Haar LL band of U, row by row: the residue of its largest coefficient. */
export function rawBits(pixels: Pixels): Uint8Array {
  const [columns, rows] = [blocksOf(pixels.width), blocksOf(pixels.height)];
  const bits = new Uint8Array(columns * rows);
  for (const index of bits.keys())
    bits[index] = blockBit(pixels, (index % columns) * BLOCK, Math.floor(index / columns) * BLOCK);
  return bits;
}

/** The picture is cut to whole 4 × 4 pixels first; the LL band halves that. */
const blocksOf = (side: number): number => Math.floor((Math.floor(side / 4) * 2) / BLOCK);

/** The library's decoder takes the largest value but the first of the raw LL block; it does no DCT. */
function blockBit(pixels: Pixels, left: number, top: number): number {
  let largest = -1;
  for (let index = 1; index < BLOCK * BLOCK; index++) {
    const value = Math.abs(lowBand(pixels, left + (index % BLOCK), top + Math.floor(index / BLOCK)));
    if (value > largest) largest = value;
  }
  return largest % SCALE > SCALE / 2 ? 1 : 0;
}

/**
 * Haar LL coefficient: half the sum of 2 × 2 samples of U, exactly. The library multiplies twice by a rounded 1/√2 (columns,
 * then rows), which moves coefficients on a multiple of its step just below it and turns their bit: it reads a few bits
 * fewer (132 of 136 where this reads all). The thresholds hold for either.
 */
function lowBand(pixels: Pixels, x: number, y: number): number {
  const [left, top] = [x * 2, y * 2];
  const upper = chroma(pixels, left, top) + chroma(pixels, left + 1, top);
  return (upper + chroma(pixels, left, top + 1) + chroma(pixels, left + 1, top + 1)) / 2;
}

/** U of BT.601 in fixed point of 14 bits, as OpenCV's `COLOR_BGR2YUV` rounds it. */
function chroma({ width, channels, data }: Pixels, x: number, y: number): number {
  const at = (y * width + x) * channels;
  const [red, green, blue] = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
  const luma = (red * 4899 + green * 9617 + blue * 1868 + HALF) >> SHIFT;
  const u = ((blue - luma) * 8061 + (128 << SHIFT) + HALF) >> SHIFT;
  return Math.min(255, Math.max(0, u));
}

const SHIFT = 14;
const HALF = 1 << (SHIFT - 1);
