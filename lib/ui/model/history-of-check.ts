import type { ProvenanceGraph, SignedBy } from '../../c2pa/credential';
import type { CredentialNow } from './credential-state';

/**
 * The history that is kept of a medium, if it is the one its check was made with. Histories are kept by address: the
 * address may have given another file since, or the check may have found nothing that could be read.
 *
 * @param check the newest check of the medium
 * @param graph what is kept under its address
 */
export function historyOfCheck(
  check: CredentialNow | undefined,
  graph: ProvenanceGraph | undefined,
): ProvenanceGraph | undefined {
  if (check?.kind !== 'checked') return undefined;
  const active = graph?.nodes.find(({ label }) => label === graph.active);
  if (active === undefined) return undefined;
  const isSame =
    active.integrity === check.integrity &&
    active.signer === check.signer &&
    keyOf(active.signedBy) === keyOf(check.signedBy);
  return isSame ? graph : undefined;
}

/** What tells one signature from another; messages do not keep the order of members. */
function keyOf(by: SignedBy = {}): string {
  return JSON.stringify([by.serial, by.name, by.organization, by.issuer, by.signedAt]);
}
