import { asBytes, bytes, concat, latin1, u32le } from './bytes';

/** Builders for WebP files (RFC 9649) and their metadata chunks. */

/** One RIFF chunk: FourCC, little-endian size, payload, one padding byte when the size is odd. */
export const riffChunk = (type: string, payload: Uint8Array): Uint8Array =>
  concat(latin1(type), u32le(payload.length), payload, new Uint8Array(payload.length % 2));

/** `XMP ` chunk; the type may be overridden for writers that end it with NUL. */
export const webpXmp = (packet: string | Uint8Array, type = 'XMP '): Uint8Array =>
  riffChunk(type, asBytes(packet));

/** `EXIF` chunk; `tiff` starts at the TIFF header. `prefix` adds the `Exif\0\0` some writers keep. */
export const webpExif = (tiff: Uint8Array, prefix = false): Uint8Array =>
  riffChunk('EXIF', prefix ? concat(latin1('Exif\0\0'), tiff) : tiff);

/** `C2PA` chunk with a manifest store (a JUMBF superbox). */
export const webpC2pa = (box: Uint8Array): Uint8Array => riffChunk('C2PA', box);

/** VP8X flag bits (RFC 9649, 2.7). */
export const VP8X_FLAG = { animation: 0x02, xmp: 0x04, exif: 0x08, alpha: 0x10, icc: 0x20 } as const;

/** VP8X for a canvas of 1×1. */
export const vp8x = (flags: number): Uint8Array =>
  riffChunk('VP8X', concat(bytes(flags, 0, 0, 0), new Uint8Array(6)));

/** A lossless image of one pixel. */
export const VP8L_PIXEL = riffChunk(
  'VP8L',
  bytes(0x2f, 0, 0, 0, 0x10, 0x07, 0x10, 0x11, 0x11, 0x88, 0x88, 0xfe, 0x07),
);

export type WebpParts = {
  /** Image data chunks; the default decodes to one pixel. */
  readonly image?: readonly Uint8Array[];
  /** Chunks between VP8X and the image data. */
  readonly before?: readonly Uint8Array[];
  /** Chunks behind the image data. */
  readonly after?: readonly Uint8Array[];
  /** What the RIFF header says instead of the truth. */
  readonly riffSize?: number;
  /** Bytes behind the RIFF chunk. */
  readonly trailer?: Uint8Array;
};

/** A whole WebP of one pixel with the given chunks; VP8X is written as soon as there is one. */
export const webp = (parts: WebpParts = {}): Uint8Array => {
  const { before = [], image = [VP8L_PIXEL], after = [], trailer = bytes() } = parts;
  const header = before.length + after.length > 0 ? [vp8x(flagsFor(after))] : [];
  const body = concat(latin1('WEBP'), ...header, ...before, ...image, ...after);
  return concat(latin1('RIFF'), u32le(parts.riffSize ?? body.length), body, trailer);
};

/** Offset of the chunk behind VP8X in what {@link webp} makes when there are chunks around the image. */
export const FIRST_CHUNK_OFFSET = 30;

const flagsFor = (chunks: readonly Uint8Array[]): number => {
  const types = new Set(chunks.map((one) => String.fromCharCode(...one.subarray(0, 4))));
  return (types.has('EXIF') ? VP8X_FLAG.exif : 0) | (types.has('XMP ') ? VP8X_FLAG.xmp : 0);
};
