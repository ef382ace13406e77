import { bytes, concat, latin1, u16le, u32le } from './bytes';

/** A BMP of one pixel of 24 bits; the header says how long it is itself. */
export const bmp = (infoBytes = 40): Uint8Array =>
  concat(
    latin1('BM'),
    u32le(14 + infoBytes + 4),
    u32le(0),
    u32le(14 + infoBytes),
    u32le(infoBytes),
    u32le(1),
    u32le(1),
    u16le(1),
    u16le(24),
    new Uint8Array(infoBytes - 16),
    bytes(1, 2, 3, 0),
  );
