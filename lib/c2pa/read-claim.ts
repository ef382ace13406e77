import type { CborValue } from '../metadata/cbor';
import type { C2paManifest } from './manifest-store';
import { agentText, listOf, mapOf, present, textAt } from './values';

/**
 * Who made the claim, and the title of the asset. `claim_generator_info` is a list in v1 and a map in v2; v1
 * also has the user-agent like `claim_generator` (C2PA 2.5 §10.3).
 */
export function readClaim(claim: CborValue): Pick<C2paManifest, 'claimGenerator' | 'title'> {
  const map = mapOf(claim);
  const info = map.get('claim_generator_info');
  return present({
    claimGenerator: agentText(info) ?? agentText(listOf(info)[0]) ?? textAt(map, 'claim_generator'),
    title: textAt(map, 'dc:title'),
  });
}
