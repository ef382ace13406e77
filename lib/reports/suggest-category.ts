import type { PageItem } from '../messages/page-items';
import { isSaidByPage, type RemarkCode } from '../signals/finding';
import { DEFAULT_CATEGORY } from './categories';

/** Remarks that say somebody changed a label or made one up. */
const TAMPERED: readonly RemarkCode[] = [
  'gb-labels-differ',
  'gb-signature-differs',
  'novelai-signature-differs',
  'producer-check-digit',
];

/**
 * The category that what was read points at; a person may choose any other.
 *
 * A credential that does not match and labels that contradict themselves point at tampering, a camera's credential
 * beside a page that says AI at a wrong label, all else at a label that is missing on the page.
 */
export function suggestCategory({ label, inspection }: Pick<PageItem, 'label' | 'inspection'>): string {
  const remarks = [...inspection.remarks, ...inspection.findings.flatMap((finding) => finding.remarks)];
  if (label.badge === 'broken' || remarks.some(({ code }) => TAMPERED.includes(code)))
    return 'label-tampered';
  const saysAi = inspection.findings.some((one) => isSaidByPage(one) && one.states.kind === 'ai');
  return label.badge === 'captured' && saysAi ? 'wrongly-labelled' : DEFAULT_CATEGORY;
}
