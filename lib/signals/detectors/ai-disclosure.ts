import { fileText } from '../../bytes/file-text';
import { MAX_RAW_CHARS } from '../../bytes/limits';
import type { Field } from '../../facts/media-facts';
import { readAiDisclosure } from '../ai-disclosure';
import type { Finding, Statement } from '../finding';
import type { Signal } from '../signal';
import { MAX_LABELS } from '../signal-limits';

/** Elements that speak for the whole document; any other speaks for its own text. */
const WHOLE = ['meta', 'html', 'body'];

/** `ai-disclosure` of a document: what it declares of its text. A declaration, never proof, also where it says "none". */
const signal: Signal = {
  id: 'ai-disclosure',
  cites: 'W3C Community Group draft "AI Content Disclosure" (2026-11-21); draft-abaris-aicdh-01',
  // what it looks at is never XMP
  xmpNeedles: () => [],
  detect: ({ fields }) => fields.filter(isDisclosure).slice(0, MAX_LABELS).map(findingOf),
};

export default signal;

const isDisclosure = ({ language, name }: Field): boolean =>
  language === 'document' && name === 'ai-disclosure';

function findingOf({ place, value }: Field): Finding {
  const states = readAiDisclosure(value) ?? { kind: 'nothing' };
  const isWhole = WHOLE.includes(place.path.at(-2) ?? '');
  return {
    signal: 'ai-disclosure',
    place,
    raw: fileText(value, MAX_RAW_CHARS),
    states: isWhole ? states : ofPart(states),
    assurance: 'unsigned',
    remarks: [],
    rows: [{ name: 'ai-disclosure', value: fileText(value.trim(), MAX_RAW_CHARS) }],
  };
}

const ofPart = (states: Statement): Statement =>
  states.kind === 'ai' ? { ...states, extent: 'partial' } : states;
