import type { Assurance, Finding } from '../../signals/finding';
import type { Verdict } from '../../verdict/verdict';

/** How much each assurance weighs, strongest first; the type keeps the list complete. */
const RANKS: { readonly [assurance in Assurance]: number } = {
  'signed-listed': 0,
  'signed-interim': 1,
  'signed-expired': 2,
  'vendor-signed': 3,
  'signed-unlisted': 4,
  platform: 5,
  pending: 6,
  unsigned: 7,
};

/** The findings a verdict rests on. */
export function restsOn(verdict: Verdict): readonly Finding[] {
  if (verdict.kind === 'ai' || verdict.kind === 'captured') return verdict.because;
  return verdict.kind === 'credential-broken' ? verdict.findings : [];
}

/** The finding to name first: the best assured one; among equals, the file's own order. */
export function leadingFinding(verdict: Verdict): Finding | undefined {
  return [...restsOn(verdict)].sort((a, b) => RANKS[a.assurance] - RANKS[b.assurance])[0];
}

/** What a verdict of this assurance can prove at most. */
export type Proof = 'signed' | 'platform' | 'pending' | 'unsigned' | 'broken';

/** How far a verdict carries, by its best assured finding. */
export function proofOf(verdict: Verdict): Proof {
  if (verdict.kind === 'credential-broken') return 'broken';
  return proofOfAssurance(leadingFinding(verdict)?.assurance ?? 'unsigned');
}

function proofOfAssurance(assurance: Assurance): Proof {
  if (assurance === 'platform' || assurance === 'pending' || assurance === 'unsigned') return assurance;
  return 'signed';
}
