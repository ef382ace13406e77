import type { Field } from '../../facts/media-facts';

/** TC260-PG-20259A §6 (image guide). */
export const TC260_NAMESPACE = 'http://www.tc260.org.cn/ns/AIGC/1.0/';

/**
 * How a carrier is bound to the label, strongest first: `xmp` the namespaced property (image guide §6),
 * `annex-b` a field or keyword of Annex B, `raw` a bare segment. Of several labels the strongest comes first.
 */
export const CARRIERS = ['xmp', 'annex-b', 'raw'] as const;
export type Carrier = (typeof CARRIERS)[number];

/** A field that may hold a GB 45438 label. */
export type Candidate = {
  readonly field: Field;
  readonly carrier: Carrier;
  /** The label as text: the field's value, without what a raw segment puts before it. */
  readonly text: string;
  /**
   * Whether the carrier itself is named AIGC (Annex E a). If so a bare object counts; if not, only one wrapped
   * in an `AIGC` member.
   */
  readonly named: boolean;
};

const XMP_AIGC = `{${TC260_NAMESPACE}}AIGC`.toLowerCase();

/** A raw segment: the word glued to its JSON, with a NUL, blanks or a colon between at most. */
const RAW_SEGMENT = /^[\0\s]{0,16}AIGC[\0\s:=]{0,16}(?=\{)/i;

/** Annex E a: the field name or keyword contains AIGC. */
const KEYWORD = /aigc/i;

/** Languages whose fields are named by whoever writes them. */
const KEYED: readonly Field['language'][] = [
  'png-text',
  'mp4-tag',
  'id3',
  'ape',
  'riff',
  'vorbis',
  'ebml',
  'amf',
  'document',
];

/**
 * Some apps write the bare label where nothing is named AIGC (Doubao on iOS, a list of tags), some name a property
 * of another namespace so. Only members that no other schema has together count there: the label and who it is from
 * (in XMP, where properties have namespaces, with the number, too), or the three of Tencent Cloud's own schema.
 */
function isWholeLabel({ language, value }: Field): boolean {
  const start = value.slice(0, MAX_LOOK_CHARS);
  if (!OBJECT_START.test(start)) return false;
  const telling = language === 'xmp' ? TELLING_IN_XMP : TELLING;
  return telling.some((members) => members.every((member) => member.test(start)));
}

const OBJECT_START = /^[\0\s"]{0,16}(?:\{|%7B)/i;
const TELLING: readonly (readonly RegExp[])[] = [
  [/\bLabel\b/i, /\bContentProducer\b/i],
  [/\bLabel\b/i, /\bContentPropagator\b/i],
  [/\bServiceProvider\b/, /\bServiceUser\b/, /\bContentI[dD]\b/],
];
const TELLING_IN_XMP = [[/\bLabel\b/i, /\bContentProducer\b/i, /\bProduceID\b/i]];
const MAX_LOOK_CHARS = 4096;

/**
 * Finds the fields of a file that may hold a label: the places of TC260-PG-20259A (XMP, Annex B), tags of video
 * and audio files (guides of 2025-08-28: ID3, RIFF, Vorbis comments, Matroska, FLV, MP4), properties of documents
 * (TC260-PG-20258A), and those seen in files
 * (any text with an `AIGC` member, or that is a whole label; bare JPEG segments).
 *
 * @returns `undefined` for a field that cannot hold one
 */
export function asCandidate(field: Field): Candidate | undefined {
  const { language, name, value } = field;
  if (language === 'xmp' && name.toLowerCase() === XMP_AIGC)
    return { field, carrier: 'xmp', text: value, named: true };
  if (KEYED.includes(language) && KEYWORD.test(name))
    return { field, carrier: 'annex-b', text: value, named: true };
  const glued = RAW_SEGMENT.exec(value)?.[0];
  if (glued !== undefined) return { field, carrier: 'raw', text: value.slice(glued.length), named: true };
  if (isWholeLabel(field)) return { field, carrier: 'annex-b', text: value, named: true };
  if (!mayHoldMember(value)) return undefined;
  return { field, carrier: language === 'comment' ? 'raw' : 'annex-b', text: value, named: false };
}

/** Cheap look before any parsing: an object, perhaps escaped, perhaps quoted, that mentions AIGC near its start. */
const MEMBER_START = /^[\0\s"'[\ufeff]{0,16}(?:\{|%(?:7B|22|5B)|&(?:quot|#34|#x22);)[\s\S]{0,4096}?AIGC/i;

const mayHoldMember = (value: string): boolean => MEMBER_START.test(value);
