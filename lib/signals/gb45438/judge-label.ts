import { type FileText, fileText } from '../../bytes/file-text';
import type { ProducerTable } from '../../rules/producer-row';
import type { AiState, Finding, Remark } from '../finding';
import { decodeProducer, producerRemarks } from '../producers/decode-producer';
import { GB_FIELDS, type GbField, type GbLabel } from './label';
import type { LabelMembers } from './label-object';
import { findSignatures } from './security-data';

/** A label and what it says; what a finding holds apart from its evidence. */
export type JudgedLabel = Pick<Finding, 'states' | 'remarks'> & { readonly gb: GbLabel };

/** GB 45438-2025 Annex E c: 1 属于, 2 可能, 3 疑似. */
const STATES: ReadonlyMap<string, AiState> = new Map([
  ['1', 'confirmed'],
  ['2', 'possible'],
  ['3', 'suspected'],
]);

/** Annex E j: 0x21, 0x23–0x5B, 0x5D–0x7E and the quotation mark. */
const OUTSIDE_CHARSET = /[^\x21-\x5b\x5d-\x7e]/;

/** Annex E e wants a number that is this content's alone; writers without one leave zeros. */
const DUMMY_ID = /^0+$/;

/** Longest value quoted in a remark about the character set. */
const MAX_QUOTED_CHARS = 200;

/** A known member of a schema without the seven fields: that of Tencent Cloud. */
const OTHER_SCHEMA = ['ServiceProvider', 'ServiceUser'];

/**
 * Says what a label object states (GB 45438-2025 Annex E) and what is to be remarked about it. GB 45438 does not
 * say how much of the content is meant, so the extent stays unknown.
 *
 * @returns `undefined` where the object has no member that a label has
 */
export function judgeLabel(members: LabelMembers, table: ProducerTable): JudgedLabel | undefined {
  if (Object.keys(members.fields).length > 0) return judgeStandard(members, table);
  const provider = members.others.find(({ name }) => OTHER_SCHEMA.includes(name));
  return provider === undefined ? undefined : judgeOtherSchema(members, table);
}

function judgeStandard(members: LabelMembers, table: ProducerTable): JudgedLabel {
  const { fields, others } = members;
  const producer = decodeField(fields.ContentProducer, table);
  const propagator = decodeField(fields.ContentPropagator, table);
  const signatures = findSignatures(fields);
  const gb: GbLabel = {
    fields,
    others,
    ...(producer && { producer }),
    ...(propagator && { propagator }),
    ...(signatures.length > 0 && { signatures }),
  };
  const remarks = [
    ...labelRemarks(fields.Label),
    ...missing(fields.ContentProducer, 'gb-producer-missing'),
    ...missing(fields.ProduceID, 'gb-produce-id-missing'),
    ...(DUMMY_ID.test(fields.ProduceID?.trim() ?? '') ? [{ code: 'gb-produce-id-dummy' } as const] : []),
    ...(members.untyped ? [{ code: 'gb-value-type', value: fileText(members.untyped) } as const] : []),
    ...(members.variant ? [{ code: 'gb-key-variant' } as const] : []),
    ...charsetRemarks(fields),
    ...distinct([producer, propagator].flatMap((one) => (one ? producerRemarks(one) : []))),
  ];
  return { states: { kind: 'ai', state: stateOf(fields.Label), extent: 'unknown' }, remarks, gb };
}

function judgeOtherSchema({ fields, others }: LabelMembers, table: ProducerTable): JudgedLabel {
  const producer = decodeField(others.find(({ name }) => name === 'ServiceProvider')?.value, table);
  return {
    states: { kind: 'ai', state: 'suspected', extent: 'unknown' },
    remarks: [{ code: 'gb-other-schema' }, ...(producer ? producerRemarks(producer) : [])],
    gb: { fields, others, ...(producer && { producer }) },
  };
}

/** Of a number written with a point the digits before it: 1.0 is the number 1. */
const labelValue = (label: FileText | undefined): string =>
  (label?.trim() ?? '').replace(/^([123])\.0{1,4}$/, '$1');

const stateOf = (label: FileText | undefined): AiState => STATES.get(labelValue(label)) ?? 'suspected';

const isEmpty = (value: FileText | undefined): boolean => value === undefined || value.trim() === '';

function labelRemarks(label: FileText | undefined): readonly Remark[] {
  if (label === undefined || isEmpty(label)) return [{ code: 'gb-label-missing' }];
  return STATES.has(labelValue(label)) ? [] : [{ code: 'gb-label-nonstandard', value: label }];
}

function missing(value: FileText | undefined, code: Remark['code']): readonly Remark[] {
  return isEmpty(value) ? [{ code }] : [];
}

/** One remark for the first field that leaves the character set; the standard says "mainly", so it is no more. */
function charsetRemarks(fields: GbLabel['fields']): readonly Remark[] {
  const name = GB_FIELDS.find((field: GbField) => OUTSIDE_CHARSET.test(fields[field] ?? ''));
  if (name === undefined) return [];
  return [{ code: 'gb-charset', value: fileText(`${name}: ${fields[name]}`, MAX_QUOTED_CHARS) }];
}

function decodeField(value: FileText | undefined, table: ProducerTable) {
  return value === undefined || isEmpty(value) ? undefined : decodeProducer(value, table);
}

/** Producer and propagator are usually the same (Annex E Note 1): what is wrong with both is said once. */
function distinct(remarks: readonly Remark[]): readonly Remark[] {
  return remarks.filter((one, index) => {
    const first = remarks.findIndex(({ code, value }) => code === one.code && value === one.value);
    return first === index;
  });
}
