/**
 * The parts of exifr 7.1.3 that decode a bare block. Its own bundles are made for whole files: `mini` cannot
 * take a bare TIFF block, only `full` (75 KB, with a dynamic import) has IPTC. These three modules are 17 KB.
 */
declare module 'exifr/src/options.mjs' {
  /** What to decode of one TIFF directory, by tag number; `false` for nothing. */
  type Directory = false | { readonly pick: readonly number[] };
  export class Options {
    constructor(options: {
      readonly tiff?: object | false;
      readonly ifd0?: Directory;
      readonly ifd1?: false;
      readonly exif?: Directory;
      readonly gps?: false;
      readonly interop?: false;
      readonly iptc?: object;
      readonly userComment?: boolean;
      readonly translateKeys: boolean;
      readonly translateValues: boolean;
      readonly reviveValues: boolean;
      readonly sanitize: boolean;
      readonly mergeOutput: boolean;
      readonly silentErrors: boolean;
    });
  }
}

declare module 'exifr/src/segment-parsers/tiff-exif.mjs' {
  import type { Options } from 'exifr/src/options.mjs';

  /** Decoded values by tag number, one object per directory. */
  export type TiffOutput = Partial<Record<'ifd0' | 'exif', Readonly<Record<string, unknown>>>>;
  export class TiffExif {
    constructor(block: Uint8Array, options: Options, file: Uint8Array);
    parse(): Promise<TiffOutput>;
  }
}

declare module 'exifr/src/segment-parsers/iptc.mjs' {
  import type { Options } from 'exifr/src/options.mjs';

  export default class Iptc {
    constructor(block: Uint8Array, options: Options, file: Uint8Array);
    /** Values of record 2 by data set number, each byte one character; several values of one are an array. */
    parse(): Readonly<Record<string, string | readonly string[]>>;
  }
}
