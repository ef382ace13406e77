import type { FaultKind } from '../bytes/fault';

/** A decoded picture: rows from the top, 8 bits a sample, R G B or R G B A, exactly as stored (no colour management). */
export type Pixels = {
  readonly width: number;
  readonly height: number;
  readonly channels: 3 | 4;
  /** `width × height × channels` bytes. */
  readonly data: Uint8Array;
};

/** What decoding gave: pixels, or why there are none. */
export type Decoded =
  | { readonly state: 'decoded'; readonly pixels: Pixels }
  | { readonly state: FaultKind; readonly why: string };

/**
 * Decodes what our own code cannot (JPEG, WebP): a browser's or a tool's decoder, injected. `undefined` where it
 * cannot either. It must neither scale the picture nor convert its colours.
 */
export type PixelDecoder = (bytes: Uint8Array, mime: string) => Promise<Pixels | undefined>;
