import type { CredentialCheck } from '../c2pa/credential';
import type { Inspection } from './inspection';

/**
 * What the fast reading leaves to the full check: `checking` where the file holds a credential store, `elsewhere`
 * with the address where it only names one (C2PA 2.5 §11.4), nothing where there is no credential.
 */
export function credentialToCheck({
  findings,
}: Inspection): CredentialCheck | { readonly kind: 'checking' } | undefined {
  const remarks = findings.filter(({ signal }) => signal === 'c2pa').map((finding) => finding.remarks);
  if (remarks.length === 0) return undefined;
  const elsewhere = remarks.map((all) => all.find(({ code }) => code === 'c2pa-elsewhere'));
  const [address] = elsewhere;
  if (address?.value === undefined || elsewhere.includes(undefined)) return { kind: 'checking' };
  return { kind: 'elsewhere', url: address.value };
}
