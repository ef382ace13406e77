import { boxOf, ftyp } from './bmff';
import { bytes, concat, latin1, noise, u32be } from './bytes';

/** Builders for JPEG XL files (ISO/IEC 18181-2). */

/** The signature box. */
export const JXL_SIGNATURE = boxOf('JXL ', bytes(0x0d, 0x0a, 0x87, 0x0a));

/** A box compressed with Brotli: its type, then what is no stream at all. */
export const brob = (type: string): Uint8Array => boxOf('brob', latin1(type), noise(40));

export type JxlParts = {
  /** Boxes before and behind the codestream. */
  readonly before?: readonly Uint8Array[];
  readonly after?: readonly Uint8Array[];
  readonly codestream?: Uint8Array;
};

/** A container with a codestream of noise. */
export const jxl = ({ before = [], after = [], codestream = noise(200) }: JxlParts = {}): Uint8Array =>
  concat(JXL_SIGNATURE, ftyp('jxl ', 'jxl '), ...before, boxOf('jxlc', codestream), ...after);

/** A box that says that it runs to the end of the file. */
export const openBox = (type: string, payload: Uint8Array): Uint8Array =>
  concat(u32be(0), latin1(type), payload);

/** A bare codestream, which has no place for metadata. */
export const codestream = (): Uint8Array => concat(bytes(0xff, 0x0a), noise(100));
