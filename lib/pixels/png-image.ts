import { Cursor } from '../bytes/cursor';
import { ByteFault } from '../bytes/fault';
import { MAX_CHUNKS_PER_FILE } from '../bytes/limits';
import { MAX_PIXELS, MAX_SIDE } from './pixel-limits';

/** What decoding a PNG needs: its header, palette, and compressed pixels. */
export type PngImage = {
  readonly width: number;
  readonly height: number;
  readonly bitDepth: number;
  readonly colourType: ColourType;
  /** PLTE: three bytes an entry. */
  readonly palette: Uint8Array;
  /** tRNS of a palette picture: one alpha an entry; empty for other colour types. */
  readonly alphas: Uint8Array;
  /** Data of the IDAT chunks, in order: one zlib stream. */
  readonly idat: readonly Uint8Array[];
};

/** PNG third edition, 11.2.1 table 12: grey, RGB, palette, grey with alpha, RGB with alpha. */
export type ColourType = 0 | 2 | 3 | 4 | 6;

/** Samples a pixel of each colour type has in the file. */
export const SAMPLES: Readonly<Record<ColourType, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** Bit depths decoded; 16 bits are left out: nothing that is looked for in pixels is written with them. */
const DEPTHS: Readonly<Record<ColourType, readonly number[]>> = {
  0: [1, 2, 4, 8],
  2: [8],
  3: [1, 2, 4, 8],
  4: [8],
  6: [8],
};

/** PNG third edition, 5.2. */
const SIGNATURE = '\x89PNG\r\n\x1a\n';
const CRC_BYTES = 4;

type Parts = { palette: Uint8Array; transparency: Uint8Array; readonly idat: Uint8Array[] };

/**
 * Reads the parts of a PNG that its pixels come of. CRCs are not checked: a wrong one changes no pixel.
 *
 * @param bytes the whole file
 * @throws ByteFault `truncated`, `malformed`, `over-budget`, or `unsupported` (interlaced, 16 bits, Apple's CgBI)
 */
export function readPngImage(bytes: Uint8Array): PngImage {
  const cursor = new Cursor(bytes);
  if (cursor.latin1(SIGNATURE.length) !== SIGNATURE) throw new ByteFault('malformed', 'no PNG signature');
  const header = readHeader(cursor);
  const parts: Parts = { palette: new Uint8Array(), transparency: new Uint8Array(), idat: [] };
  for (let count = 0; count < MAX_CHUNKS_PER_FILE; count++) {
    if (readPart(cursor, parts)) return asImage(header, parts);
  }
  throw new ByteFault('over-budget', `more than ${MAX_CHUNKS_PER_FILE} PNG chunks`);
}

type Header = Pick<PngImage, 'width' | 'height' | 'bitDepth' | 'colourType'>;

/** PNG third edition, 11.2.1. */
function readHeader(cursor: Cursor): Header {
  const length = cursor.u32be();
  const type = cursor.latin1(4);
  if (type === 'CgBI') throw new ByteFault('unsupported', 'CgBI picture');
  if (type !== 'IHDR' || length !== 13) throw new ByteFault('malformed', 'PNG does not begin with IHDR');
  const [width, height] = [cursor.u32be(), cursor.u32be()];
  const [bitDepth, colourType] = [cursor.u8(), cursor.u8()];
  const [compression, filter, interlace] = [cursor.u8(), cursor.u8(), cursor.u8()];
  cursor.skip(CRC_BYTES);
  checkSize(width, height);
  if (!isColourType(colourType) || compression !== 0 || filter !== 0)
    throw new ByteFault('malformed', 'no such PNG colour type or method');
  if (interlace !== 0) throw new ByteFault('unsupported', 'interlaced PNG');
  if (!DEPTHS[colourType].includes(bitDepth)) throw new ByteFault('unsupported', `${bitDepth} bits a sample`);
  return { width, height, bitDepth, colourType };
}

function checkSize(width: number, height: number): void {
  if (width === 0 || height === 0) throw new ByteFault('malformed', 'PNG without pixels');
  if (width > MAX_SIDE || height > MAX_SIDE || width * height > MAX_PIXELS)
    throw new ByteFault('over-budget', `${width} × ${height} pixels`);
}

const isColourType = (value: number): value is ColourType => value in SAMPLES;

/** Takes one chunk. @returns whether it was the last one that matters */
function readPart(cursor: Cursor, parts: Parts): boolean {
  if (cursor.left === 0 && parts.idat.length > 0) return true;
  const length = cursor.u32be();
  const type = cursor.latin1(4);
  if (type === 'IEND') return true;
  // A file cut inside its pixels still gives those that are there to the inflater, which says that it ends early.
  const data = cursor.slice(type === 'IDAT' ? Math.min(length, cursor.left) : length);
  cursor.skip(Math.min(CRC_BYTES, cursor.left));
  if (type === 'IDAT') parts.idat.push(data);
  if (type === 'PLTE') parts.palette = data;
  if (type === 'tRNS') parts.transparency = data;
  return false;
}

function asImage(header: Header, { palette, transparency, idat }: Parts): PngImage {
  if (idat.length === 0) throw new ByteFault('malformed', 'PNG without IDAT');
  if (header.colourType === 3 && palette.length < 3) throw new ByteFault('malformed', 'PNG without palette');
  return { ...header, palette, alphas: header.colourType === 3 ? transparency : new Uint8Array(), idat };
}
