import { Gunzip } from 'fflate';
import { ByteFault } from '../bytes/fault';
import { MAX_STEALTH_BYTES, PIXEL_FEED_BYTES } from './pixel-limits';
import type { Pixels } from './pixels';

/** A text hidden in lowest bits, and where. */
export type StealthText = { readonly text: string; readonly channel: 'alpha' | 'rgb' };

/** `malformed`: the magic is there, and what follows it cannot be read. */
export type StealthReading = StealthText | 'malformed' | undefined;

/** Magic numbers of the stealth PNG info of WebUI extensions and NovelAI: 15 characters, plain or gzip. */
const MAGICS = {
  alpha: { plain: 'stealth_pnginfo', packed: 'stealth_pngcomp' },
  rgb: { plain: 'stealth_rgbinfo', packed: 'stealth_rgbcomp' },
} as const;
const MAGIC_BYTES = 15;

/** The length behind the magic: 32 bits, big-endian, counted in bits. */
const LENGTH_BYTES = 4;

/**
 * Reads the text that generators hide in the lowest bits of a picture, column by column: of alpha, or of R, G and
 * B in turn. Nothing is allocated before the declared length is held against the pixels there are.
 *
 * @returns the text, or `undefined` for a picture without one
 */
export function readStealthText(pixels: Pixels): StealthReading {
  const alpha = pixels.channels === 4 ? readChannel(pixels, 'alpha') : undefined;
  return alpha ?? readChannel(pixels, 'rgb');
}

function readChannel(pixels: Pixels, channel: StealthText['channel']): StealthReading {
  const capacity = Math.floor((pixels.width * pixels.height * (channel === 'rgb' ? 3 : 1)) / 8);
  if (capacity < MAGIC_BYTES + LENGTH_BYTES) return undefined;
  const magic = String.fromCharCode(...bytesAt(pixels, channel, 0, MAGIC_BYTES));
  const { plain, packed } = MAGICS[channel];
  if (magic !== plain && magic !== packed) return undefined;
  const bits = new DataView(bytesAt(pixels, channel, MAGIC_BYTES, LENGTH_BYTES).buffer).getUint32(0);
  const length = bits / 8;
  if (!isPossible(length, capacity - MAGIC_BYTES - LENGTH_BYTES)) return 'malformed';
  const text = asText(bytesAt(pixels, channel, MAGIC_BYTES + LENGTH_BYTES, length), magic === packed);
  return text === undefined ? 'malformed' : { text, channel };
}

const isPossible = (length: number, room: number): boolean =>
  Number.isInteger(length) && length > 0 && length <= room && length <= MAX_STEALTH_BYTES;

/** `length` bytes from the `first` on, gathered from lowest bits, the high bit of each byte first. */
function bytesAt(
  pixels: Pixels,
  channel: StealthText['channel'],
  first: number,
  length: number,
): Uint8Array<ArrayBuffer> {
  const bitAt = channel === 'alpha' ? alphaBit : rgbBit;
  return Uint8Array.from({ length }, (_, index) => {
    const start = (first + index) * 8;
    let byte = 0;
    for (let bit = start; bit < start + 8; bit++) byte = (byte << 1) | bitAt(pixels, bit);
    return byte;
  });
}

function alphaBit({ width, height, data }: Pixels, bit: number): number {
  const [x, y] = [Math.floor(bit / height), bit % height];
  return (data[(y * width + x) * 4 + 3] ?? 0) & 1;
}

function rgbBit({ width, height, channels, data }: Pixels, bit: number): number {
  const pixel = Math.floor(bit / 3);
  const [x, y] = [Math.floor(pixel / height), pixel % height];
  return (data[(y * width + x) * channels + (bit % 3)] ?? 0) & 1;
}

function asText(bytes: Uint8Array, packed: boolean): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(packed ? gunzip(bytes) : bytes);
  } catch {
    return undefined;
  }
}

/** Inflates gzip (RFC 1952), stopping where it grows beyond {@link MAX_STEALTH_BYTES}. */
function gunzip(bytes: Uint8Array): Uint8Array {
  const whole = new Uint8Array(MAX_STEALTH_BYTES);
  let total = 0;
  const inflater = new Gunzip((piece) => {
    total += piece.length;
    if (total > MAX_STEALTH_BYTES) throw new ByteFault('over-budget', 'hidden text is too long');
    whole.set(piece, total - piece.length);
  });
  for (let at = 0; at < bytes.length; at += PIXEL_FEED_BYTES)
    inflater.push(bytes.subarray(at, at + PIXEL_FEED_BYTES), at + PIXEL_FEED_BYTES >= bytes.length);
  return whole.subarray(0, total);
}
