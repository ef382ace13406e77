/** Bounds on decoding pictures; bounds on reading files are in `bytes/limits.ts`. */

/** Most pixels of a picture decoded: 64 megapixels take 256 MB at four samples each. */
export const MAX_PIXELS = 64 * 1024 * 1024;

/** Largest side of a picture decoded; beyond it widths and heights are made up. */
export const MAX_SIDE = 65_535;

/** Largest file read whole for its pixels. */
export const MAX_PIXEL_FILE_BYTES = 128 * 1024 * 1024;

/** Deflate grows at most about 1032 times (RFC 1951: a match of 258 bytes takes two bits): what pixels can come of. */
export const MAX_DEFLATE_RATIO = 1032;

/** Compressed bytes handed over at a time; what they grow to is noticed before more is inflated. */
export const PIXEL_FEED_BYTES = 4096;

/** Most bytes of a text hidden in lowest bits, and what it may inflate to. */
export const MAX_STEALTH_BYTES = 4 * 1024 * 1024;
