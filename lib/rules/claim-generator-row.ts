import type { Localized } from './localized';
import type { Sourced } from './sourced';

/**
 * What people call the software that a C2PA claim says it was made by. It names a product and says nothing of
 * origin; the claim is the file's own word until its signature is checked.
 */
export type ClaimGeneratorRow = Sourced & {
  readonly id: string;
  /** The name before the version, as the claim generator gives it. Case does not count. */
  readonly text: string;
  readonly product: Localized;
};

/** `assets/rules/claim-generators.json`. */
export type ClaimGeneratorTable = readonly ClaimGeneratorRow[];
