import { fileText } from '../../bytes/file-text';
import { MAX_RAW_CHARS } from '../../bytes/limits';
import type { Field } from '../../facts/media-facts';
import { readAiDisclosure } from '../ai-disclosure';
import type { Finding, Statement } from '../finding';
import type { Signal } from '../signal';
import { MAX_LABELS } from '../signal-limits';

/** Elements that speak for the whole document; any other speaks for its own text. */
const WHOLE = ['meta', 'html', 'body'];

/** What may stand beside a disclosure (W3C CG draft): who wrote with what. Shown as found, the address never fetched. */
const DETAILS = ['ai-model', 'ai-provider', 'ai-prompt-url'];
const NAMES = ['ai-disclosure', ...DETAILS];

/** `ai-disclosure` of a document: what it declares of its text. A declaration, never proof, also where it says "none". */
const signal: Signal = {
  id: 'ai-disclosure',
  cites: 'W3C Community Group draft "AI Content Disclosure" (2026-11-21); draft-abaris-aicdh-01',
  // what it looks at is never XMP
  xmpNeedles: () => [],
  detect: ({ fields }) => {
    const stated = fields.filter(({ language, name }) => language === 'document' && NAMES.includes(name));
    const disclosures = stated.filter(isDisclosure).slice(0, MAX_LABELS);
    return disclosures.map((field) => findingOf(field, detailsOf(field, stated)));
  },
};

export default signal;

const isDisclosure = ({ name }: Field): boolean => name === 'ai-disclosure';
const elementOf = ({ place }: Field): string => place.path.at(-2) ?? '';

/** In `meta` elements details stand anywhere; those of another element follow its disclosure at once. */
function detailsOf(field: Field, stated: readonly Field[]): readonly Field[] {
  const element = elementOf(field);
  const behind = stated.slice(stated.indexOf(field) + 1);
  const next = behind.findIndex((one) => isDisclosure(one) || elementOf(one) !== element);
  const near = element === 'meta' ? stated : next < 0 ? behind : behind.slice(0, next);
  return near.filter((one) => !isDisclosure(one) && elementOf(one) === element).slice(0, DETAILS.length);
}

function findingOf(field: Field, details: readonly Field[]): Finding {
  const { place, value } = field;
  const states = readAiDisclosure(value) ?? { kind: 'nothing' };
  const isWhole = WHOLE.includes(elementOf(field));
  return {
    signal: 'ai-disclosure',
    place,
    raw: fileText(value, MAX_RAW_CHARS),
    states: isWhole ? states : ofPart(states),
    assurance: 'unsigned',
    remarks: [],
    rows: [field, ...details].map((one) => ({
      name: one.name,
      value: fileText(one.value.trim(), MAX_RAW_CHARS),
    })),
  };
}

const ofPart = (states: Statement): Statement =>
  states.kind === 'ai' ? { ...states, extent: 'partial' } : states;
