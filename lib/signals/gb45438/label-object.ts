import { type FileText, fileText } from '../../bytes/file-text';
import { MAX_RAW_CHARS } from '../../bytes/limits';
import { anyText, isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '../json/json-value';
import { MAX_NAME_CHARS, MAX_ROW_CHARS, MAX_ROWS } from '../signal-limits';
import { GB_FIELDS, type GbField, type GbLabel } from './label';
import { type LabelJson, readLabelJson } from './label-text';

/** The members of a label object, sorted into the seven fields and the rest. */
export type LabelMembers = Pick<GbLabel, 'fields' | 'others'> & {
  /** A key was not spelled as in Annex E. */
  readonly variant: boolean;
  /** The first of the seven fields whose value is no string, as Annex E c–i has it; it counts all the same. */
  readonly untyped?: GbField;
};

/** Wrappers `{"AIGC": …}` opened at most; files carry one, some tools two. */
const MAX_WRAPPERS = 2;

/** Keys of third-party tools that are no mere change of case (metatoolkit, ruanyf/weekly#7727). */
const MISSPELLINGS: ReadonlyMap<string, GbField> = new Map([
  ['reservecode1', 'ReservedCode1'],
  ['reservecode2', 'ReservedCode2'],
  ['propagator', 'ContentPropagator'],
  ['propagatorid', 'PropagateID'],
  ['propatorid', 'PropagateID'],
]);

const FIELD_BY_CASE: ReadonlyMap<string, GbField> = new Map(
  GB_FIELDS.map((name) => [name.toLowerCase(), name]),
);

/** A label's object, and whether it was written as Annex E b has it: plain JSON, bare or in one wrapper. */
export type LabelObject = { readonly object: JsonObject; readonly exact: boolean };

/**
 * Reads the JSON object of a label out of a field's text (`label-text.ts` says what is understood); JSON text inside a
 * JSON string is opened, of a list the first element, and up to two wrappers `{"AIGC": …}`.
 *
 * @param named whether a bare object counts; otherwise only one that was wrapped
 * @param trailing whether anything may stand behind the JSON (raw segments)
 * @returns `undefined` where there is no such object
 */
export function readLabelObject(text: string, named: boolean, trailing: boolean): LabelObject | undefined {
  const json = readLabelJson(text, trailing);
  let { value: current, exact } = opened(json) ?? NOTHING;
  let wrappers = 0;
  while (isJsonObject(current) && wrappers < MAX_WRAPPERS) {
    const inner = wrapped(current);
    if (inner === undefined) break;
    const within = opened({ value: inner, exact }) ?? NOTHING;
    ({ value: current, exact } = within);
    wrappers += 1;
  }
  return isJsonObject(current) && (named || wrappers > 0) ? { object: current, exact } : undefined;
}

const NOTHING = { value: undefined, exact: false } as const;

/** JSON text in a string, and the first of a list: neither is the form of Annex E. */
function opened(json: LabelJson | undefined): LabelJson | undefined {
  if (json === undefined) return undefined;
  const { value } = json;
  if (isJsonArray(value)) return value[0] === undefined ? undefined : { value: value[0], exact: false };
  if (typeof value !== 'string') return json;
  const inner = readLabelJson(value, false);
  return inner && { value: inner.value, exact: false };
}

function wrapped(object: JsonObject): JsonValue | undefined {
  return object.get('AIGC') ?? [...object].find(([name]) => name.toLowerCase() === 'aigc')?.[1];
}

/**
 * Sorts an object's members by the keys of Annex E: exact first, then in any case, then known misspellings. Of
 * two members for one field the better spelled counts and the other is kept among `others`.
 */
export function readMembers(object: JsonObject): LabelMembers {
  const fields = new Map<GbField, FileText>();
  for (const name of GB_FIELDS) setText(fields, name, object.get(name));
  const rest = [...object].filter(([name]) => !fields.has(name as GbField));
  const strays = rest.filter(([name, value]) => !adopt(fields, name, value));
  const untyped = GB_FIELDS.find((name) => fields.has(name) && isUntyped(object.get(name)));
  return {
    fields: Object.fromEntries(GB_FIELDS.flatMap((name) => pair(name, fields.get(name)))),
    others: strays.slice(0, MAX_ROWS).flatMap(([name, value]) => row(name, value)),
    variant: strays.length < rest.length,
    ...(untyped && { untyped }),
  };
}

/** What tools put between the words of a key: `content_producer`, `Content Producer`. */
const SEPARATORS = /[\s_-]/g;

const isUntyped = (value: JsonValue | undefined): boolean => value !== undefined && typeof value !== 'string';

function setText(fields: Map<GbField, FileText>, name: GbField, value: JsonValue | undefined): boolean {
  const text = anyText(value);
  if (text !== undefined) fields.set(name, fileText(text, MAX_RAW_CHARS));
  return text !== undefined;
}

function adopt(fields: Map<GbField, FileText>, name: string, value: JsonValue): boolean {
  const folded = name.replaceAll(SEPARATORS, '').toLowerCase();
  const field = FIELD_BY_CASE.get(folded) ?? MISSPELLINGS.get(folded);
  return field !== undefined && !fields.has(field) && setText(fields, field, value);
}

const pair = (name: GbField, value: FileText | undefined): [GbField, FileText][] =>
  value === undefined ? [] : [[name, value]];

function row(name: string, value: JsonValue): GbLabel['others'] {
  const text = anyText(value);
  if (text === undefined) return [];
  return [{ name: fileText(name, MAX_NAME_CHARS), value: fileText(text, MAX_ROW_CHARS) }];
}
