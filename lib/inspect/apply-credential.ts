import type { FileText } from '../bytes/file-text';
import type { CredentialCheck, Integrity, SignerStanding } from '../c2pa/credential';
import type { Assurance, Finding } from '../signals/finding';
import { SIGNAL_IDS } from '../signals/registry';
import { combine } from '../verdict/combine';
import type { Verdict } from '../verdict/verdict';
import type { Inspection } from './inspection';

type Checked = Extract<CredentialCheck, { kind: 'checked' }>;

const ASSURANCE_OF: Readonly<Record<SignerStanding, Assurance>> = {
  listed: 'signed-listed',
  own: 'signed-own',
  interim: 'signed-interim',
  expired: 'signed-expired',
  unlisted: 'signed-unlisted',
  revoked: 'signed-revoked',
};

/** The only two that are alarms; what else is wrong with a credential is no sign of tampering. */
const ALARMS: readonly Integrity[] = ['content-changed', 'signature-broken'];

/**
 * Takes the full check of a file's Content Credentials into what the fast reader said of it. Pure: the same file
 * and check give the same answer.
 *
 * - A credential that is intact gives its statements the assurance of its signer; those of a manifest that failed
 *   by itself become `nothing`.
 * - One that is not makes no statement of origin at all. Changed content and a broken signature are then the
 *   verdict, unless signals that do not hang on the credential say something; a malformed one is `unreadable`.
 * - What was not checked stays `pending`; `credential` says why.
 *
 * @param inspection as `inspect` gave it, or as an earlier check left it pending
 */
export function applyCredential(inspection: Inspection, check: CredentialCheck): Inspection {
  if (check.kind !== 'checked') return { ...inspection, credential: check };
  const findings = inspection.findings.map((finding) =>
    finding.signal === 'c2pa' ? afterCheck(finding, check) : finding,
  );
  return { ...inspection, findings, verdict: verdictAfter(inspection, findings, check), credential: check };
}

function afterCheck(finding: Finding, check: Checked): Finding {
  if (check.integrity !== 'intact') return silenced(finding, 'unsigned');
  const assurance = check.unbound === true ? 'signed-unbound' : ASSURANCE_OF[check.signer];
  const manifest = manifestOf(finding);
  const failed = manifest !== undefined && check.failed.includes(manifest);
  return failed ? silenced(finding, 'unsigned') : { ...finding, assurance };
}

function silenced(finding: Finding, assurance: Assurance): Finding {
  return { ...finding, assurance, states: { kind: 'nothing' } };
}

/** Label of the manifest a finding was read in. */
function manifestOf({ rows }: Finding): FileText | undefined {
  return rows?.find(({ name }) => name === 'manifest')?.value;
}

function verdictAfter({ verdict }: Inspection, findings: readonly Finding[], check: Checked): Verdict {
  const combined = combine(findings, verdict.kind === 'no-label' ? verdict.looked : SIGNAL_IDS);
  if (combined.kind !== 'no-label') return combined;
  if (ALARMS.includes(check.integrity)) return brokenBy(findings);
  if (check.integrity === 'malformed' && holdsCredential(findings))
    return { kind: 'unreadable', why: 'malformed' };
  return verdict.kind === 'unreadable' ? verdict : combined;
}

/** Asked about a file without a credential, the library may find fault with its container alone. */
function holdsCredential(findings: readonly Finding[]): boolean {
  return findings.some(({ signal }) => signal === 'c2pa');
}

function brokenBy(findings: readonly Finding[]): Verdict {
  return { kind: 'credential-broken', findings: findings.filter(({ signal }) => signal === 'c2pa') };
}
