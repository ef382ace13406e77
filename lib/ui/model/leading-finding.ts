import { type Assurance, type Finding, isSaidByPage } from '../../signals/finding';
import type { Verdict } from '../../verdict/verdict';

/** How much each assurance weighs, strongest first; the type keeps the list complete. */
const RANKS: { readonly [assurance in Assurance]: number } = {
  'signed-listed': 0,
  'signed-own': 1,
  'signed-interim': 2,
  'signed-expired': 3,
  'vendor-signed': 4,
  'signed-unlisted': 5,
  'signed-revoked': 6,
  'signed-unbound': 7,
  platform: 8,
  pending: 9,
  unsigned: 10,
};

/** The findings a verdict rests on. */
export function restsOn(verdict: Verdict): readonly Finding[] {
  if (verdict.kind === 'ai' || verdict.kind === 'captured') return verdict.because;
  return verdict.kind === 'credential-broken' ? verdict.findings : [];
}

/**
 * The finding to name first: the best assured one of the file; among equals, the file's own order. Where the verdict
 * begins with what the page says, that.
 */
export function leadingFinding(verdict: Verdict): Finding | undefined {
  const all = restsOn(verdict);
  if (all[0] && isSaidByPage(all[0])) return all[0];
  const ofFile = all.filter((finding) => !isSaidByPage(finding));
  return ofFile.sort((a, b) => RANKS[a.assurance] - RANKS[b.assurance])[0];
}

/** What a verdict of this assurance can prove at most. */
export type Proof = 'signed' | 'signed-by-name' | 'platform' | 'page' | 'pending' | 'unsigned' | 'broken';

/** How far a verdict carries, by its best assured finding. */
export function proofOf(verdict: Verdict): Proof {
  if (verdict.kind === 'credential-broken') return 'broken';
  const lead = leadingFinding(verdict);
  if (lead && isSaidByPage(lead) && lead.assurance !== 'platform') return 'page';
  return proofOfAssurance(lead?.assurance ?? 'unsigned');
}

function proofOfAssurance(assurance: Assurance): Proof {
  // A revoked certificate, or bytes that nobody compared, prove no more than unsigned text.
  if (assurance === 'signed-revoked' || assurance === 'signed-unbound') return 'unsigned';
  // Anyone can sign under any name, with a certificate that has ended, too: then a name is only what somebody wrote.
  if (assurance === 'signed-unlisted' || assurance === 'signed-expired') return 'signed-by-name';
  if (assurance === 'platform' || assurance === 'pending' || assurance === 'unsigned') return assurance;
  return 'signed';
}
