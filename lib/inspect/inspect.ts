import { drive } from '../bytes/drive';
import type { ReadState } from '../bytes/fault';
import { type Budget, RangeReader } from '../bytes/range-reader';
import { type ByteSource, SourceFault } from '../bytes/source';
import type { Block, ContainerFormat } from '../containers/container';
import { sniff } from '../containers/sniff';
import { collectFacts } from '../facts/collect-facts';
import type { BlockFault, MediaFacts } from '../facts/media-facts';
import type { RuleBook } from '../rules/rule-book';
import type { Finding, Remark } from '../signals/finding';
import { detectAll, SIGNAL_IDS } from '../signals/registry';
import { combine } from '../verdict/combine';
import type { Verdict } from '../verdict/verdict';
import type { Inspection } from './inspection';

export type InspectOptions = {
  readonly rules: RuleBook;
  readonly budget?: Partial<Budget>;
};

/** Bytes looked at to tell the container; more than any format's signature needs. */
const SNIFF_BYTES = 64;

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
    return await inspectWith(reader, options.rules);
  } catch (error) {
    if (!(error instanceof SourceFault)) throw error;
    return outcome(reader, 'unknown', { kind: 'not-checked', why: error.failure });
  }
}

async function inspectWith(reader: RangeReader, rules: RuleBook): Promise<Inspection> {
  const head = await reader.read(0, SNIFF_BYTES);
  const format = sniff(head);
  if (!format) return outcome(reader, 'unknown', { kind: 'unreadable', why: emptyOr(head) }, emptyOr(head));
  const walked = await walk(format, reader);
  const facts = await collectFacts(format.id, walked.blocks, reader);
  return judge(reader, facts, walked.state, rules);
}

function emptyOr(head: Uint8Array): 'truncated' | 'unsupported' {
  return head.length === 0 ? 'truncated' : 'unsupported';
}

async function walk(
  format: ContainerFormat,
  reader: RangeReader,
): Promise<{ readonly blocks: readonly Block[]; readonly state: ReadState }> {
  const blocks: Block[] = [];
  const result = await drive(
    format.walk((block) => blocks.push(block), reader.size),
    reader,
  );
  return { blocks, state: result.state };
}

function judge(reader: RangeReader, facts: MediaFacts, state: ReadState, rules: RuleBook): Inspection {
  const findings = detectAll(facts, rules);
  const verdict = combine(findings, SIGNAL_IDS);
  const remarks = facts.faults.flatMap(asRemark);
  return {
    ...outcome(reader, facts.container, orUnreadable(verdict, state, facts.faults), state),
    findings,
    remarks,
  };
}

/** Nothing found in a file that could not be read to its end is not "no label": it is not known. */
function orUnreadable(verdict: Verdict, state: ReadState, faults: readonly BlockFault[]): Verdict {
  if (verdict.kind !== 'no-label') return verdict;
  if (state !== 'complete') return { kind: 'unreadable', why: state };
  const worst = faults[0]?.state;
  return worst === undefined ? verdict : { kind: 'unreadable', why: worst };
}

function asRemark(fault: BlockFault): readonly Remark[] {
  const value = fault.place.path.join(' › ') as Remark['value'] & string;
  if (fault.state === 'internal') return [];
  return [{ code: `block-${fault.state}`, value }];
}

function outcome(
  reader: RangeReader,
  container: Inspection['container'],
  verdict: Verdict,
  state: ReadState = 'complete',
): Inspection & { findings: readonly Finding[]; remarks: readonly Remark[] } {
  return {
    container,
    verdict,
    findings: [],
    remarks: [],
    read: { state, bytes: reader.stats.bytes, reads: reader.stats.reads },
  };
}
