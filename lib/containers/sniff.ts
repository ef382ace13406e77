import type { ContainerFormat, ContainerId } from './container';
import { FORMATS } from './registry';

/** How many bytes from the start of a file are enough for {@link sniff}. */
export const SNIFF_BYTES = 64;

/**
 * Tells the container by its first bytes; names and MIME types are hints other people give and are not asked.
 *
 * @param head the first bytes of the file, {@link SNIFF_BYTES} of them where there are as many
 * @param behindId3 what stands behind ID3v2 tags where the file begins with such
 * @param formats what it may be; the first that accepts the bytes is it. Media by default
 * @returns `undefined` for a container we cannot walk
 */
export function sniff(
  head: Uint8Array,
  behindId3?: Uint8Array,
  formats: readonly ContainerFormat<ContainerId>[] = FORMATS,
): ContainerFormat<ContainerId> | undefined {
  const start = head.subarray(0, SNIFF_BYTES);
  return formats.find((format) => format.sniff(start, behindId3));
}
