import type { FileText } from '../bytes/file-text';
import type { C2paReading } from './library';

/** Position and bytes of the box type `jumb` (ISO/IEC 19566-5 §A.3). */
const TYPE_AT = 4;
const JUMB = [0x6a, 0x75, 0x6d, 0x62];

/**
 * The manifest store of a reading: the library gives it for the URI of a manifest.
 *
 * @returns `undefined` where it gives something else
 */
export function storeBytesOf(reading: C2paReading, manifest: FileText): Uint8Array | undefined {
  const bytes = resourceOf(reading, `self#jumbf=/c2pa/${manifest}`);
  return bytes !== undefined && JUMB.every((byte, at) => bytes[TYPE_AT + at] === byte) ? bytes : undefined;
}

/** Bytes of an assertion by its URI; `undefined` when the store has none there. */
export function resourceOf(reading: C2paReading, uri: string): Uint8Array | undefined {
  try {
    return reading.resourceToBytes(uri);
  } catch {
    // The library throws its own message for a URI it does not know; a missing picture is not worth more.
    return undefined;
  }
}
