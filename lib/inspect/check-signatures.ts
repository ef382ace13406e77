import type { Finding, Remark } from '../signals/finding';
import type { LabelSignature, SignatureChecker } from '../signals/gb45438/label-signature';

/** Most signatures checked in one file; each costs some 10 ms of curve arithmetic. */
const MAX_CHECKS = 8;

/**
 * Checks the signatures that labels carry and joins the results to their findings. Neither state nor assurance
 * changes: the key is held by the file itself, so a match shows only that the label was not changed after
 * signing, and a mismatch does not take back what the label states. A mismatch is remarked on.
 *
 * @param findings of one file; those without signatures are handed back as they are
 */
export async function checkSignatures(
  findings: readonly Finding[],
  check: SignatureChecker,
): Promise<readonly Finding[]> {
  let left = MAX_CHECKS;
  const checked: Finding[] = [];
  for (const finding of findings) {
    const mine = finding.gb?.signatures ?? [];
    const count = Math.min(left, mine.length);
    left -= count;
    checked.push(count === 0 ? finding : await checkFinding(finding, mine.slice(0, count), check));
  }
  return checked;
}

async function checkFinding(
  finding: Finding,
  some: readonly LabelSignature[],
  check: SignatureChecker,
): Promise<Finding> {
  const { gb } = finding;
  if (gb === undefined) return finding;
  const results: LabelSignature[] = [];
  for (const signature of some)
    results.push({ ...signature, result: await check({ fields: gb.fields, code: signature.code }) });
  const rest = gb.signatures?.slice(some.length) ?? [];
  const remarks = [...finding.remarks, ...results.flatMap(asRemark)];
  return { ...finding, remarks, gb: { ...gb, signatures: [...results, ...rest] } };
}

function asRemark({ result }: LabelSignature): readonly Remark[] {
  return result.state === 'differs' ? [{ code: 'gb-signature-differs' }] : [];
}
