import { type FileText, fileText } from '../../bytes/file-text';
import { MAX_RAW_CHARS } from '../../bytes/limits';
import type { Field, MediaFacts } from '../../facts/media-facts';
import type { CreditTable } from '../../rules/credit-row';
import { readSourceType } from '../digital-source-type';
import type { Finding, Statement } from '../finding';
import { plainPhrases } from '../plain-phrases';
import type { Signal } from '../signal';
import { MAX_LABELS, MAX_PROMPT_CHARS } from '../signal-limits';

/** IPTC Photo Metadata Standard: the extension schema. */
const EXTENSION = '{http://iptc.org/std/Iptc4xmpExt/2008-02-29/}';

/** The property and its deprecated spelling. */
const SOURCE_TYPE_NAMES = [`${EXTENSION}DigitalSourceType`, `${EXTENSION}DigitalSourcefileType`];

/** IPTC Photo Metadata Standard 2025.1. Naming a system or a prompt says that AI was used. */
const TELLING_PROPERTIES = ['AISystemUsed', 'AIPromptInformation'];
const AI_PROPERTIES = [...TELLING_PROPERTIES, 'AISystemVersionUsed', 'AIPromptWriterName'];

/** The credit line in XMP and in IIM (IPTC-NAA IIM 4.2, 2:110). */
const CREDIT_XMP = '{http://ns.adobe.com/photoshop/1.0/}Credit';
const CREDIT_IIM = '2:110';

/** IPTC metadata: DigitalSourceType, the AI properties of 2025.1, credit lines that AI tools write. */
const signal: Signal = {
  id: 'iptc',
  cites: 'IPTC Photo Metadata Standard 2025.1; NewsCodes digitalsourcetype',
  xmpNeedles: (rules) => [
    ['DigitalSource'],
    ...AI_PROPERTIES.map((name) => [name]),
    ...rules.credits.map(({ value }) => [...plainPhrases(value), 'Credit']),
  ],
  detect: (facts, rules) => [
    ...facts.fields.filter(isSourceType).slice(0, MAX_LABELS).map(readSource),
    ...readAiProperties(facts),
    ...facts.fields.filter(isCredit).flatMap((field) => readCredit(field, rules.credits)),
  ],
};

export default signal;

const isFilled = ({ value }: Field): boolean => value.trim() !== '';

const isSourceType = (field: Field): boolean =>
  field.language === 'xmp' && SOURCE_TYPE_NAMES.includes(field.name) && isFilled(field);

/** An unknown code is shown as found and states nothing. */
function readSource(field: Field): Finding {
  const type = readSourceType(field.value);
  const finding = findingOf(field, type?.states ?? { kind: 'nothing' });
  if (type === undefined) return finding;
  return { ...finding, rows: [{ name: 'DigitalSourceType', value: fileText(type.code) }] };
}

/** All AI properties of a file as one finding, shown at the first that tells; the version alone tells nothing. */
function readAiProperties(facts: MediaFacts): readonly Finding[] {
  const extension = facts.fields.filter(({ name }) => name.startsWith(EXTENSION));
  if (extension.length === 0) return [];
  const fields = AI_PROPERTIES.flatMap((name) => extension.filter((field) => isProperty(field, name)));
  const telling = fields.find((field) => TELLING_PROPERTIES.some((name) => isProperty(field, name)));
  if (telling === undefined) return [];
  const rows = fields.slice(0, MAX_LABELS).map((field) => ({
    name: field.name.slice(EXTENSION.length),
    value: fileText(field.value, MAX_PROMPT_CHARS),
  }));
  return [{ ...findingOf(telling, { kind: 'ai', state: 'confirmed', extent: 'unknown' }), rows }];
}

const isProperty = (field: Field, name: string): boolean =>
  field.language === 'xmp' && field.name === EXTENSION + name && isFilled(field);

const isCredit = ({ language, name }: Field): boolean =>
  (language === 'xmp' && name === CREDIT_XMP) || (language === 'iim' && name === CREDIT_IIM);

/** A credit line is a trace: anyone may write it, and it is no statement of origin. */
function readCredit(field: Field, credits: CreditTable): readonly Finding[] {
  const credit = credits.find(({ value }) => value === field.value.trim());
  if (credit === undefined) return [];
  const finding = findingOf(field, { kind: 'ai', state: 'suspected', extent: credit.extent });
  return [{ ...finding, rows: [{ name: 'Credit', value: fileText(credit.value) }] }];
}

function findingOf(field: Field, states: Statement): Finding {
  const raw: FileText = fileText(field.value, MAX_RAW_CHARS);
  return { signal: 'iptc', place: field.place, raw, states, assurance: 'unsigned', remarks: [] };
}
