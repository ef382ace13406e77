import { type Finding, isSaidByPage } from '../signals/finding';
import { SIGNAL_IDS } from '../signals/registry';
import { combine } from '../verdict/combine';
import type { Inspection } from './inspection';

/** The inspection of what has no file: a text on a page, or the page as a whole. */
const NO_FILE: Inspection = {
  container: 'unknown',
  verdict: { kind: 'no-label', looked: SIGNAL_IDS },
  findings: [],
  remarks: [],
  read: { state: 'complete', bytes: 0, reads: 0 },
};

/**
 * One inspection of an item from what its file and its page say of it (see `combine` for the order). Where the verdict
 * then rests on the page alone, `ofFile` keeps what the file said: that nothing was found, or that it could not be
 * read. The alarm of a broken credential stands, whatever the page says. Pure.
 *
 * @param file what the file says, without anything of a page; nothing for a text
 * @param said findings that the page makes (`place.path` begins with `page`)
 */
export function joinPage(file: Inspection | undefined, said: readonly Finding[]): Inspection {
  const { verdict, ...rest } = file ?? NO_FILE;
  const findings = [...rest.findings, ...said];
  if (verdict.kind === 'credential-broken') return { ...rest, verdict, findings };
  const joined = combine(findings, verdict.kind === 'no-label' ? verdict.looked : []);
  if (joined.kind !== 'ai') return { ...rest, verdict, findings };
  const restsOnPage = file !== undefined && joined.because.every(isSaidByPage);
  return { ...rest, findings, verdict: joined, ...(restsOnPage ? { ofFile: verdict } : {}) };
}
