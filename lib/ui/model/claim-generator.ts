import data from '../../../assets/rules/claim-generators.json';
import type { ClaimGeneratorRow, ClaimGeneratorTable } from '../../rules/claim-generator-row';

const TABLE = data as ClaimGeneratorTable;

/**
 * The product that a C2PA claim generator names: `Adobe_Firefly adobe_c2pa/0.12.4` is Adobe Firefly.
 *
 * @param text `claim_generator`, or name and version of `claim_generator_info` (C2PA 2.5 §10.3)
 * @returns `undefined` for a name that is not in the table
 */
export function knownClaimGenerator(text: string): ClaimGeneratorRow | undefined {
  const said = text.trim().toLowerCase();
  return TABLE.find((row) => names(said, row.text.toLowerCase()));
}

/** The whole name, or the name with something behind it that a version or the next product begins with. */
const names = (said: string, known: string): boolean =>
  said === known || said.startsWith(`${known} `) || said.startsWith(`${known}/`);
