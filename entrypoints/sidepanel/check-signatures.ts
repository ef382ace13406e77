import { checkSignatures } from '../../lib/inspect/check-signatures';
import type { Inspection } from '../../lib/inspect/inspection';
import type { Finding } from '../../lib/signals/finding';
import { checkSecuritySignature } from '../../lib/signatures/check-security-signature';

/** Ends a text that was cut to fit into a message (`messages/fit-message`). */
const CUT = '…';

/**
 * Checks the signatures of labels from what the page's reader handed over. A label that was cut on the way is left
 * unchecked: the signature covers the whole of it.
 */
export async function checkLabelSignatures(inspection: Inspection): Promise<Inspection> {
  const whole = inspection.findings.filter((finding) => !isCut(finding));
  const checked = await checkSignatures(whole, checkSecuritySignature);
  const findings = inspection.findings.map((finding) => checked[whole.indexOf(finding)] ?? finding);
  return { ...inspection, findings };
}

function isCut({ gb }: Finding): boolean {
  return Object.values(gb?.fields ?? {}).some((text) => text.endsWith(CUT));
}
