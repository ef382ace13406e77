import { readSourceType, type SourceType } from './digital-source-type';
import type { Statement } from './finding';

/**
 * Reads the value of a schema.org `digitalSourceType`: a member of IPTCDigitalSourceEnumeration or the code of the IPTC
 * vocabulary, in any of their spellings.
 *
 * @returns the IPTC code and what it states; as a page or document only declares it, AI is `possible`. `undefined`
 *   for a value outside the vocabularies
 * @see https://schema.org/digitalSourceType
 */
export function readSchemaOrgSourceType(text: string): SourceType | undefined {
  const type = readSourceType(text);
  return type && { ...type, states: declared(type.states) };
}

const declared = (states: Statement): Statement =>
  states.kind === 'ai' ? { ...states, state: 'possible' } : states;
