import type { ContainerFormat } from './container';
import { FORMATS } from './registry';

/** How many bytes from the start of a file are enough for {@link sniff}. */
export const SNIFF_BYTES = 64;

/**
 * Tells the container by its first bytes; names and MIME types are hints other people give and are not asked.
 *
 * @param head the first bytes of the file, {@link SNIFF_BYTES} of them where there are as many
 * @param behindId3 what stands behind ID3v2 tags where the file begins with such
 * @returns `undefined` for a container we cannot walk
 */
export function sniff(head: Uint8Array, behindId3?: Uint8Array): ContainerFormat | undefined {
  const start = head.subarray(0, SNIFF_BYTES);
  return FORMATS.find((format) => format.sniff(start, behindId3));
}
