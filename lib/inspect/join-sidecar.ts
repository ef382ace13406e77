import type { Finding } from '../signals/finding';
import { SIGNAL_IDS } from '../signals/registry';
import { combine } from '../verdict/combine';
import type { Inspection } from './inspection';

/**
 * What a file and the credential in a file beside it state together. The container and how reading ended stay those
 * of the file itself.
 *
 * @param own the file by itself
 * @param beside the manifest store beside it
 * @param name of that file: the places of its findings begin with it
 */
export function joinSidecar(own: Inspection, beside: Inspection, name: string): Inspection {
  const findings = [...own.findings, ...beside.findings.map((finding) => placedIn(finding, name))];
  const together = combine(findings, SIGNAL_IDS);
  return {
    ...own,
    verdict: together.kind === 'no-label' ? own.verdict : together,
    findings,
    remarks: [...own.remarks, ...beside.remarks],
    read: {
      ...own.read,
      bytes: own.read.bytes + beside.read.bytes,
      reads: own.read.reads + beside.read.reads,
    },
  };
}

const placedIn = (finding: Finding, name: string): Finding => ({
  ...finding,
  place: { ...finding.place, path: [name, ...finding.place.path] },
});
