import { asBytes, bytes, concat, latin1, noise } from './bytes';

/** Builders for GIF files (GIF89a) and their extensions. */

/** Data as sub-blocks of up to 255 bytes, with the terminator. */
export const subBlocks = (content: Uint8Array, most = 255): Uint8Array => {
  const parts: Uint8Array[] = [];
  for (let at = 0; at < content.length; at += most) {
    const part = content.subarray(at, at + most);
    parts.push(bytes(part.length), part);
  }
  return concat(...parts, bytes(0));
};

/** Comment extension (24). */
export const comment = (text: string): Uint8Array => concat(bytes(0x21, 0xfe), subBlocks(asBytes(text)));

/** Application extension (26): identifier and authentication code, eleven characters, then data. */
export const application = (name: string, content: Uint8Array): Uint8Array =>
  concat(bytes(0x21, 0xff, 11), latin1(name), subBlocks(content));

/** Manifest store (C2PA A.3.4). */
export const c2paGif = (store: Uint8Array): Uint8Array => application('C2PA_GIF\x01\x00\x00', store);

/** 1, then every byte downwards, then the terminator (XMP part 3, 1.1.2). */
export const MAGIC_TRAILER = concat(
  bytes(1),
  Uint8Array.from({ length: 256 }, (_, index) => 255 - index),
  bytes(0),
);

/** XMP packet as it is, behind it the magic trailer. */
export const xmpGif = (packet: string | Uint8Array): Uint8Array =>
  concat(bytes(0x21, 0xff, 11), latin1('XMP DataXMP'), asBytes(packet), MAGIC_TRAILER);

/** A picture of one pixel with `length` bytes of data, which do not decode unless left at the default. */
export const image = (length?: number, seed = 3): Uint8Array =>
  concat(
    bytes(0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2),
    subBlocks(length === undefined ? bytes(0x44, 0x01) : noise(length, seed)),
  );

export type GifParts = {
  /** Parts before the first picture. */
  readonly before?: readonly Uint8Array[];
  readonly images?: readonly Uint8Array[];
  /** Parts behind the last picture. */
  readonly after?: readonly Uint8Array[];
  readonly trailer?: Uint8Array;
};

/** A whole GIF of one pixel and two colours with the given parts. */
export const gif = ({ before = [], images = [image()], after = [], trailer = bytes(0x3b) }: GifParts = {}) =>
  concat(
    latin1('GIF89a'),
    bytes(1, 0, 1, 0, 0x80, 0, 0),
    bytes(0, 0, 0, 255, 255, 255),
    ...before,
    ...images,
    ...after,
    trailer,
  );

/** Offset of the first of `before` in what {@link gif} makes. */
export const FIRST_PART_OFFSET = 19;
