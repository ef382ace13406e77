import type { Statement } from './finding';

/** A DigitalSourceType as read: the code as the vocabulary spells it, and what it states about origin. */
export type SourceType = {
  /** Code in the spelling of the vocabulary, e.g. `trainedAlgorithmicMedia`. */
  readonly code: string;
  readonly states: Statement;
};

const GENERATED: Statement = { kind: 'ai', state: 'confirmed', extent: 'full' };
const EDITED: Statement = { kind: 'ai', state: 'confirmed', extent: 'partial' };
const AI_DATA: Statement = { kind: 'ai', state: 'confirmed', extent: 'unknown' };
const CAPTURED: Statement = { kind: 'captured' };
const OTHER: Statement = { kind: 'other' };

/**
 * Codes of the IPTC vocabulary `digitalsourcetype` (2024-10-23) and the two of c2pa.org, and what they state.
 *
 * Only what the C2PA Asset Rubrics v1.0 call captured media counts as `captured`: a scanned film or print says
 * how the file was made, not what the print shows. `composite`, `algorithmicMedia` and the like neither state
 * nor exclude AI.
 */
export const SOURCE_TYPES: readonly SourceType[] = [
  { code: 'trainedAlgorithmicMedia', states: GENERATED },
  { code: 'compositeWithTrainedAlgorithmicMedia', states: EDITED },
  { code: 'compositeSynthetic', states: EDITED },
  { code: 'trainedAlgorithmicData', states: AI_DATA },
  { code: 'digitalCapture', states: CAPTURED },
  { code: 'computationalCapture', states: CAPTURED },
  { code: 'compositeCapture', states: CAPTURED },
  { code: 'algorithmicMedia', states: OTHER },
  { code: 'algorithmicallyEnhanced', states: OTHER },
  { code: 'composite', states: OTHER },
  { code: 'virtualRecording', states: OTHER },
  { code: 'screenCapture', states: OTHER },
  { code: 'digitalArt', states: OTHER },
  { code: 'dataDrivenMedia', states: OTHER },
  { code: 'negativeFilm', states: OTHER },
  { code: 'positiveFilm', states: OTHER },
  { code: 'print', states: OTHER },
  { code: 'digitalCreation', states: OTHER },
  { code: 'humanEdits', states: OTHER },
  { code: 'minorHumanEdits', states: OTHER },
  { code: 'softwareImage', states: OTHER },
  { code: 'empty', states: OTHER },
];

/** Lower-cased: files of older tools write the codes with a capital first letter. */
const BY_CODE: ReadonlyMap<string, SourceType> = new Map(
  SOURCE_TYPES.map((type) => [type.code.toLowerCase(), type]),
);

/** The member of schema.org's enumeration that is not a code of IPTC with a capital first letter. */
const SCHEMA_ORG_NAMES: ReadonlyMap<string, string> = new Map([
  ['multiframecomputationalcapture', 'computationalcapture'],
]);

/** No spelling of a code is longer; keeps the pattern below from running over long hostile text. */
const MAX_SOURCE_TYPE_CHARS = 256;

/** The IPTC vocabulary by URI or QCode, the c2pa.org additions, or the bare code. */
const SPELLING =
  /^(?:https?:\/\/cv\.iptc\.org\/newscodes\/digitalsourcetype\/|https?:\/\/c2pa\.org\/digitalsourcetype\/|digsrctype:)?([a-z]+)\/?$/i;

/** A member of schema.org's `IPTCDigitalSourceEnumeration`, by URI, compact name or bare. */
const SCHEMA_ORG_SPELLING = /^(?:https?:\/\/schema\.org\/|schema:)?([a-z]+)DigitalSource\/?$/i;

/**
 * Reads the text of a DigitalSourceType in any of its spellings: `http` or `https` URI, with blanks around and
 * a slash behind, QCode `digsrctype:…`, bare code, any capitalisation; member of schema.org's enumeration.
 *
 * @returns the code and what it states; `undefined` for a value outside the vocabularies
 * @see IPTC NewsCodes `digitalsourcetype`; C2PA 2.5 §18.15 (`digitalSourceType`); schema.org
 *   `IPTCDigitalSourceEnumeration`
 */
export function readSourceType(text: string): SourceType | undefined {
  if (text.length > MAX_SOURCE_TYPE_CHARS) return undefined;
  const spelt = text.trim();
  const name = SCHEMA_ORG_SPELLING.exec(spelt)?.[1]?.toLowerCase();
  if (name !== undefined) return BY_CODE.get(SCHEMA_ORG_NAMES.get(name) ?? name);
  const code = SPELLING.exec(spelt)?.[1];
  return code === undefined ? undefined : BY_CODE.get(code.toLowerCase());
}
