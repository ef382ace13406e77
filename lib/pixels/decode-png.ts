import { Inflate } from 'fflate';
import { ByteFault } from '../bytes/fault';
import { MAX_DEFLATE_RATIO, PIXEL_FEED_BYTES } from './pixel-limits';
import type { Decoded, Pixels } from './pixels';
import { type PngImage, readPngImage } from './png-image';
import { PngRows, rowBytes } from './png-rows';

/** RFC 1950 §2.2: CMF and FLG; the method must be deflate, and there is no preset dictionary. */
const ZLIB_HEADER_BYTES = 2;
const DEFLATE_METHOD = 8;
const PRESET_DICTIONARY_FLAG = 0x20;

/**
 * Decodes the pixels of a PNG as they are stored: 8 bits and less, not interlaced, of every colour type. No
 * colour management and no premultiplied alpha, both of which a canvas would bring in.
 *
 * @param bytes the whole file
 * @returns pixels, or `truncated`, `malformed`, `over-budget`, `unsupported`; never throws for what a file holds
 */
export function decodePng(bytes: Uint8Array): Decoded {
  try {
    return { state: 'decoded', pixels: pixelsOf(readPngImage(bytes)) };
  } catch (error) {
    if (error instanceof ByteFault) return { state: error.kind, why: error.message };
    throw error;
  }
}

function pixelsOf(image: PngImage): Pixels {
  const stored = image.idat.reduce((sum, { length }) => sum + length, 0);
  if ((rowBytes(image) + 1) * image.height > stored * MAX_DEFLATE_RATIO)
    throw new ByteFault('truncated', `${stored} bytes cannot hold ${image.width} × ${image.height} pixels`);
  const rows = new PngRows(image);
  const inflater = new Inflate((piece) => rows.take(piece));
  for (const piece of deflatePieces(image.idat)) {
    if (rows.complete) break;
    push(inflater, piece);
  }
  if (!rows.complete) throw new ByteFault('truncated', 'PNG pixels end early');
  return rows.pixels;
}

/** The stream never says that it ends: it is stopped when the last row is there. */
function push(inflater: Inflate, piece: Uint8Array): void {
  try {
    inflater.push(piece, false);
  } catch (error) {
    if (error instanceof ByteFault) throw error;
    throw new ByteFault('malformed', `PNG pixels: ${String(error)}`);
  }
}

/** The deflate stream inside the zlib stream that IDAT chunks hold in pieces (PNG third edition, 10.1). */
function* deflatePieces(idat: readonly Uint8Array[]): Generator<Uint8Array> {
  const header: number[] = [];
  for (const data of idat) {
    let at = 0;
    for (; at < data.length && header.length < ZLIB_HEADER_BYTES; at++) header.push(data[at] ?? 0);
    if (at > 0 && header.length === ZLIB_HEADER_BYTES) checkHeader(header);
    for (; at < data.length; at += PIXEL_FEED_BYTES) yield data.subarray(at, at + PIXEL_FEED_BYTES);
  }
}

function checkHeader([cmf = 0, flg = 0]: readonly number[]): void {
  if ((cmf & 0x0f) !== DEFLATE_METHOD || (flg & PRESET_DICTIONARY_FLAG) !== 0)
    throw new ByteFault('malformed', 'PNG pixels without zlib header');
}
