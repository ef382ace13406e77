import { bytes, concat, noise } from './bytes';

/** Builders for bare streams of audio frames: MP3 and AAC in ADTS. */

/** An MPEG-1 layer III frame of 128 kbit/s at 44.1 kHz: 417 bytes. */
export const MP3_FRAME_BYTES = 417;
export const mp3Frame = (seed = 1): Uint8Array =>
  concat(bytes(0xff, 0xfb, 0x90, 0x44), noise(MP3_FRAME_BYTES - 4, seed));

/** An ADTS frame (AAC LC, 44.1 kHz, stereo) of `length` bytes. */
export const adtsFrame = (length = 200, seed = 1): Uint8Array =>
  concat(
    bytes(0xff, 0xf1, 0x50, 0x80 | (length >> 11), (length >> 3) & 0xff, ((length & 7) << 5) | 0x1f, 0xfc),
    noise(length - 7, seed),
  );

export type AudioParts = {
  /** Tags in front. */
  readonly before?: readonly Uint8Array[];
  readonly frames?: number;
  /** Tags behind. */
  readonly after?: readonly Uint8Array[];
};

const frames = (count: number, make: (seed: number) => Uint8Array): Uint8Array =>
  concat(...Array.from({ length: count }, (_, index) => make(index + 1)));

/** A whole MP3. `mp3()` is three frames. */
export const mp3 = ({ before = [], frames: count = 3, after = [] }: AudioParts = {}): Uint8Array =>
  concat(...before, frames(count, mp3Frame), ...after);

/** A whole ADTS stream. */
export const aac = ({ before = [], frames: count = 3, after = [] }: AudioParts = {}): Uint8Array =>
  concat(
    ...before,
    frames(count, (seed) => adtsFrame(200, seed)),
    ...after,
  );
