import { fileText } from '../../bytes/file-text';
import { MAX_RAW_CHARS } from '../../bytes/limits';
import type { Field, MediaFacts } from '../../facts/media-facts';
import type { ProducerTable } from '../../rules/producer-row';
import type { Finding, Remark } from '../finding';
import { asCandidate, CARRIERS, type Candidate } from '../gb45438/candidate';
import { judgeLabel } from '../gb45438/judge-label';
import { readLabelObject, readMembers } from '../gb45438/label-object';
import { remarkSeveral } from '../gb45438/several-labels';
import { gatherStructLabels, type StructLabel } from '../gb45438/struct-label';
import type { JsonObject } from '../json/json-value';
import type { Signal } from '../signal';
import { MAX_LABELS } from '../signal-limits';

/** The implicit label of GB 45438-2025 in every place an image can carry it, read tolerantly. */
const signal: Signal = {
  id: 'gb45438',
  cites: 'GB 45438-2025 6.1, Annex E; TC260-PG-20259A §6, Annex B',
  // the namespace, the property and the member of a JSON text all are called so
  xmpNeedles: () => [['AIGC']],
  detect(facts, rules) {
    if (facts.fields.length === 0) return [];
    const candidates = facts.fields.flatMap((field) => asCandidate(field) ?? []);
    const found = CARRIERS.flatMap((carrier) => ofCarrier(carrier, candidates, facts, rules.producers));
    return remarkSeveral(found.slice(0, MAX_LABELS));
  },
};

export default signal;

function ofCarrier(
  carrier: Candidate['carrier'],
  candidates: readonly Candidate[],
  facts: MediaFacts,
  table: ProducerTable,
): readonly Finding[] {
  const mine = candidates.filter((one) => one.carrier === carrier).slice(0, MAX_LABELS);
  const found = mine.flatMap((one) => readCandidate(one, table));
  if (carrier !== 'xmp') return found;
  return [...found, ...gatherStructLabels(facts.fields).flatMap((one) => readStruct(one, table))];
}

function readCandidate(candidate: Candidate, table: ProducerTable): readonly Finding[] {
  const { field, carrier, text, named } = candidate;
  const label = readLabelObject(text, named, carrier === 'raw');
  if (label === undefined) return isBrokenLabel(candidate) ? [unreadable(field)] : [];
  const finding = judge(label.object, field, table);
  if (finding !== undefined) return [label.exact ? finding : inOtherForm(finding)];
  return carrier === 'xmp' ? [withoutStatement(field, [{ code: 'gb-label-missing' }])] : [];
}

function readStruct({ first, raw, object }: StructLabel, table: ProducerTable): readonly Finding[] {
  const finding = judge(object, { ...first, value: raw }, table);
  return finding === undefined ? [] : [finding];
}

function judge(object: JsonObject, field: Field, table: ProducerTable): Finding | undefined {
  const judged = judgeLabel(readMembers(object), table);
  return judged === undefined ? undefined : { ...evidence(field), ...judged };
}

/**
 * JSON that cannot be read is a broken label only where nothing else can be meant: in the namespaced property,
 * or in a carrier named AIGC whose text begins as a label does.
 */
function isBrokenLabel({ carrier, named, text }: Candidate): boolean {
  if (carrier === 'xmp') return text.trim() !== '';
  return named && LABEL_START.test(text);
}

const LABEL_START =
  /^[\0\s]{0,16}(?:\{\s{0,16}["']AIGC["']\s{0,16}:\s{0,16}){0,2}\{\s{0,16}["'](?:Label|ContentProducer|ProduceID|ContentPropagator|PropagateID)["']/i;

/** Annex E b: the value is a string in exactly the form given; how this one is written is remarked on, and it counts. */
const inOtherForm = (finding: Finding): Finding => ({
  ...finding,
  remarks: [...finding.remarks, { code: 'gb-json-form' }],
});

const unreadable = (field: Field): Finding => withoutStatement(field, [{ code: 'gb-json-unreadable' }]);

/** A label that is there but says nothing readable: Article 6 (3), a trace. */
function withoutStatement(field: Field, remarks: readonly Remark[]): Finding {
  return { ...evidence(field), states: { kind: 'ai', state: 'suspected', extent: 'unknown' }, remarks };
}

function evidence({ place, value }: Field): Pick<Finding, 'signal' | 'place' | 'raw' | 'assurance'> {
  return { signal: 'gb45438', place, raw: fileText(value, MAX_RAW_CHARS), assurance: 'unsigned' };
}
