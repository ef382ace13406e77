import { crc32, deflateSync } from 'node:zlib';
import { asBytes, bytes, concat, latin1, noise, u32be } from './bytes';

/** Builders for PNG files (W3C PNG, third edition) and their metadata chunks. All CRCs are right. */

export const PNG_SIGNATURE = bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** One chunk: length, type, data, CRC over type and data. */
export const chunk = (type: string, data: Uint8Array = bytes()): Uint8Array => {
  const body = concat(latin1(type), data);
  return concat(u32be(data.length), body, u32be(crc32(body)));
};

/** tEXt: Latin-1 keyword and text. UTF-8 bytes may be given for writers that break the rule. */
export const tEXt = (keyword: string, text: string | Uint8Array): Uint8Array =>
  chunk('tEXt', concat(latin1(`${keyword}\0`), typeof text === 'string' ? latin1(text) : text));

/** zTXt: keyword, compression method 0, zlib stream of the text. */
export const zTXt = (keyword: string, text: string | Uint8Array): Uint8Array =>
  chunk(
    'zTXt',
    concat(latin1(`${keyword}\0\0`), deflateSync(typeof text === 'string' ? latin1(text) : text)),
  );

export type ITxtOptions = {
  readonly compressed?: boolean;
  readonly language?: string;
  readonly translated?: string;
};

/** iTXt: keyword, compression flag and method, language tag, translated keyword, UTF-8 text. */
export const iTXt = (keyword: string, text: string | Uint8Array, options: ITxtOptions = {}): Uint8Array => {
  const { compressed = false, language = '', translated = '' } = options;
  const content = asBytes(text);
  const header = concat(
    latin1(`${keyword}\0`),
    bytes(compressed ? 1 : 0, 0),
    asBytes(`${language}\0${translated}\0`),
  );
  return chunk('iTXt', concat(header, compressed ? deflateSync(content) : content));
};

/** iTXt with an XMP packet (XMP part 3, 1.1.5). */
export const pngXmp = (packet: string | Uint8Array): Uint8Array => iTXt('XML:com.adobe.xmp', packet);

/** eXIf; `tiff` starts at the TIFF header. */
export const eXIf = (tiff: Uint8Array): Uint8Array => chunk('eXIf', tiff);

/** caBX with a C2PA manifest store (a JUMBF superbox). */
export const caBX = (box: Uint8Array): Uint8Array => chunk('caBX', box);

export const IHDR = chunk('IHDR', concat(u32be(1), u32be(1), bytes(8, 0, 0, 0, 0)));
export const IEND = chunk('IEND');

/** The pixels of the smallest file: one filter byte and one grey sample. */
export const ONE_PIXEL = deflateSync(bytes(0, 0x80));

/** `count` IDAT payloads of `length` bytes, the last one of `last`: shaped like pixels, not decodable. */
export const idatRun = (count: number, length: number, last = length): Uint8Array[] =>
  Array.from({ length: count }, (_, index) => noise(index === count - 1 ? last : length, index + 1));

export type PngParts = {
  /** Chunks between IHDR and the first IDAT. */
  readonly before?: readonly Uint8Array[];
  /** IDAT payloads; the default decodes to one grey pixel. */
  readonly idat?: readonly Uint8Array[];
  /** Chunks between the last IDAT and IEND. */
  readonly after?: readonly Uint8Array[];
  /** Bytes behind IEND. */
  readonly trailer?: Uint8Array;
};

/** A whole PNG of one grey pixel with the given chunks. `png()` is the smallest one. */
export const png = ({ before = [], idat = [ONE_PIXEL], after = [], trailer = bytes() }: PngParts = {}) =>
  concat(PNG_SIGNATURE, IHDR, ...before, ...idat.map((data) => chunk('IDAT', data)), ...after, IEND, trailer);

/** Offset of the first of `before` in what {@link png} makes. */
export const FIRST_CHUNK_OFFSET = 33;
