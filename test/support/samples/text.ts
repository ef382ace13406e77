import { bytes, concat, latin1, u32be } from './bytes';

/** Builders for text files with hidden manifests. */

const selector = (byte: number): string =>
  String.fromCodePoint(byte < 16 ? 0xfe00 + byte : 0xe0100 + byte - 16);

/** A C2PATextManifestWrapper around a store; a test may let it declare something else. */
export const wrapped = (
  store: Uint8Array,
  { version = 1, length = store.length }: { version?: number; length?: number } = {},
): string => {
  const content = concat(latin1('C2PATXT\0'), bytes(version), u32be(length), store);
  return `\ufeff${Array.from(content, selector).join('')}`;
};
