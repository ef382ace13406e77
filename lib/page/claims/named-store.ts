import { fileText } from '../../bytes/file-text';
import type { PageFact } from '../../facts/page-facts';
import { MAX_MANIFEST_CHARS } from './claim-limits';

/** Longest address of a manifest store that is shown, in UTF-16 units. */
const MAX_ADDRESS_CHARS = 8 * 1024;

/**
 * What names a C2PA manifest store kept elsewhere, in the form in which text does (C2PA 2.5, A.9): the address alone states
 * nothing, and is shown, not fetched.
 *
 * @param path where it is named
 * @returns nothing for what is no web address
 */
export function namedStore(address: string, base: string, path: readonly string[]): PageFact | undefined {
  if (address.length > MAX_ADDRESS_CHARS || !URL.canParse(address, base)) return undefined;
  const { href, protocol } = new URL(address, base);
  return /^https?:$/.test(protocol) ? storeFact(href, path) : undefined;
}

/** A manifest store, or its address, between BEGIN and END. */
export const storeFact = (store: string, path: readonly string[]): PageFact => ({
  kind: 'text-manifest',
  path,
  value: fileText(`-----BEGIN C2PA MANIFEST-----\n${store}\n-----END C2PA MANIFEST-----`, MAX_MANIFEST_CHARS),
});
