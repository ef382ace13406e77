import { type FileText, fileText } from '../../bytes/file-text';
import { MAX_RAW_CHARS } from '../../bytes/limits';
import { anyText, isJsonObject, type JsonObject, type JsonValue } from '../json/json-value';
import { parseJson, parseJsonPrefix } from '../json/parse-json';
import { MAX_NAME_CHARS, MAX_ROW_CHARS, MAX_ROWS } from '../signal-limits';
import { GB_FIELDS, type GbField, type GbLabel } from './label';

/** The members of a label object, sorted into the seven fields and the rest. */
export type LabelMembers = Pick<GbLabel, 'fields' | 'others'> & {
  /** A key was not spelled as in Annex E. */
  readonly variant: boolean;
  /** The first of the seven fields whose value is no string, as Annex E c–i has it; it counts all the same. */
  readonly untyped?: GbField;
};

/** Wrappers `{"AIGC": …}` opened at most; files carry one, some tools two. */
const MAX_WRAPPERS = 2;

/** Rounds of HTML unescaping tried: some writers escape what their XMP library escapes again. */
const MAX_UNESCAPES = 2;

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&quot;', '"'],
  ['&#34;', '"'],
  ['&#x22;', '"'],
  ['&apos;', "'"],
  ['&#39;', "'"],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&amp;', '&'],
]);

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

/**
 * Reads the JSON object of a label out of a field's text: as it is, else after HTML unescaping, else with its quotation
 * marks escaped by backslashes; JSON text inside a JSON string is opened, and up to two wrappers `{"AIGC": …}`.
 *
 * @param named whether a bare object counts; otherwise only one that was wrapped
 * @param trailing whether anything may stand behind the JSON (raw segments)
 * @returns `undefined` where there is no such object
 */
export function readLabelObject(text: string, named: boolean, trailing: boolean): JsonObject | undefined {
  const value = parseEscaped(text, trailing);
  return value === undefined ? undefined : unwrap(value, named);
}

function parseEscaped(text: string, trailing: boolean): JsonValue | undefined {
  let current = text.replaceAll('\0', ' ').trim();
  for (let round = 0; round <= MAX_UNESCAPES; round += 1) {
    const value = trailing ? parseJsonPrefix(current)?.value : parseJson(current);
    if (value !== undefined) return value;
    if (!current.includes('&')) return parseBackslashed(current);
    current = current.replace(
      /&(?:quot|apos|lt|gt|amp|#34|#39|#x22);/g,
      (entity) => ENTITIES.get(entity) ?? entity,
    );
  }
  return undefined;
}

/** A JSON text with the escapes of a string and without its quotation marks, as it comes out of a command line. */
const parseBackslashed = (text: string): JsonValue | undefined =>
  BACKSLASHED.test(text) ? parseJson(`"${text}"`) : undefined;

const BACKSLASHED = /^\{\s{0,16}\\"/;

function unwrap(value: JsonValue, named: boolean): JsonObject | undefined {
  let current: JsonValue | undefined = opened(value);
  let wrappers = 0;
  while (isJsonObject(current) && wrappers < MAX_WRAPPERS) {
    const inner = wrapped(current);
    if (inner === undefined) break;
    current = opened(inner);
    wrappers += 1;
  }
  return isJsonObject(current) && (named || wrappers > 0) ? current : undefined;
}

const opened = (value: JsonValue): JsonValue | undefined =>
  typeof value === 'string' ? parseJson(value) : value;

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

const isUntyped = (value: JsonValue | undefined): boolean => value !== undefined && typeof value !== 'string';

function setText(fields: Map<GbField, FileText>, name: GbField, value: JsonValue | undefined): boolean {
  const text = anyText(value);
  if (text !== undefined) fields.set(name, fileText(text, MAX_RAW_CHARS));
  return text !== undefined;
}

function adopt(fields: Map<GbField, FileText>, name: string, value: JsonValue): boolean {
  const folded = name.trim().toLowerCase();
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
