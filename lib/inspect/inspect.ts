import type { Outcome } from '../bytes/drive';
import { type FileText, fileText } from '../bytes/file-text';
import { type Budget, RangeReader } from '../bytes/range-reader';
import { type ByteSource, SourceFault } from '../bytes/source';
import { type Formats, walkContainer } from '../containers/walk';
import { collectFacts } from '../facts/collect-facts';
import type { BlockFault } from '../facts/media-facts';
import type { RuleBook } from '../rules/rule-book';
import type { Remark } from '../signals/finding';
import type { SignatureChecker } from '../signals/gb45438/label-signature';
import { detectAll, SIGNAL_IDS } from '../signals/registry';
import { combine } from '../verdict/combine';
import type { Verdict } from '../verdict/verdict';
import { checkSignatures } from './check-signatures';
import type { Inspection } from './inspection';
import { wantedXmp } from './wanted-xmp';

export type InspectOptions = {
  readonly rules: RuleBook;
  readonly budget?: Partial<Budget>;
  /** What a file may be; media by default, so that readers of documents stay out of pages. */
  readonly formats?: Formats;
  /** Checks the signatures of labels; without one they are said to be there and not checked. */
  readonly signatures?: SignatureChecker;
};

/**
 * The whole pipeline: bytes → containers → metadata → facts → signals → verdict. Pure: no clock, no network of
 * its own, the same in a content script, a worker and Node.
 *
 * Never throws for what a file or a server does: an unreadable file is a verdict `unreadable`, bytes that could
 * not be had are `not-checked`. What was read before a fault still counts.
 */
export async function inspect(source: ByteSource, options: InspectOptions): Promise<Inspection> {
  const reader = new RangeReader(source, options.budget);
  try {
    return await inspectWith(reader, options);
  } catch (error) {
    if (!(error instanceof SourceFault)) throw error;
    const verdict: Verdict = { kind: 'not-checked', why: error.failure };
    return { container: 'unknown', verdict, findings: [], remarks: [], read: cost(reader, 'complete') };
  }
}

async function inspectWith(
  reader: RangeReader,
  { rules, formats, signatures }: InspectOptions,
): Promise<Inspection> {
  const { container, blocks, outcome } = await walkContainer(reader, formats);
  const read = () => cost(reader, outcome.state);
  if (container === 'unknown') {
    const why = outcome.state === 'complete' ? 'unsupported' : outcome.state;
    return { container, verdict: { kind: 'unreadable', why }, findings: [], remarks: [], read: read() };
  }
  const facts = await collectFacts(container, blocks, reader, wantedXmp(rules));
  const found = detectAll(facts, rules);
  const findings = signatures === undefined ? found : await checkSignatures(found, signatures);
  const verdict = orUnreadable(combine(findings, SIGNAL_IDS), outcome.state, facts.faults);
  const remarks = [...facts.faults.flatMap(asRemark), ...restRemark(outcome)];
  return { container, verdict, findings, remarks, read: read() };
}

function cost(reader: RangeReader, state: Inspection['read']['state']): Inspection['read'] {
  return { state, bytes: reader.stats.bytes, reads: reader.stats.reads };
}

/** Nothing found in a file that could not be read to its end is not "no label": it is not known. */
function orUnreadable(
  verdict: Verdict,
  state: Inspection['read']['state'],
  faults: readonly BlockFault[],
): Verdict {
  if (verdict.kind !== 'no-label') return verdict;
  if (state !== 'complete') return { kind: 'unreadable', why: state };
  const worst = faults[0]?.state;
  return worst === undefined ? verdict : { kind: 'unreadable', why: worst };
}

/** A file beyond a limit is not broken: which part of it was not looked at is said. */
function restRemark(outcome: Outcome<void>): readonly Remark[] {
  return outcome.state === 'over-budget' ? [{ code: 'rest-not-read', value: fileText(outcome.why) }] : [];
}

function asRemark(fault: BlockFault): readonly Remark[] {
  const value: FileText = fileText(fault.place.path.join(' › '));
  return fault.state === 'internal' ? [] : [{ code: `block-${fault.state}`, value }];
}
