import { type FileText, fileText } from '../../bytes/file-text';
import { MAX_RAW_CHARS } from '../../bytes/limits';
import type { Field } from '../../facts/media-facts';
import type { JsonObject } from '../json/json-value';
import { TC260_NAMESPACE } from './candidate';

/** A label written as properties of the TC260 namespace rather than as one JSON text. */
export type StructLabel = { readonly first: Field; readonly raw: FileText; readonly object: JsonObject };

const PREFIX = `{${TC260_NAMESPACE}}`;

/**
 * Gathers labels written as a structure (`<TC260:AIGC><TC260:Label>1…`) or as single properties of the
 * namespace: neighbours make one label, a name that returns begins the next.
 *
 * @param fields all fields of a file, in file order
 */
export function gatherStructLabels(fields: readonly Field[]): readonly StructLabel[] {
  const groups: Field[][] = [];
  for (const field of fields.filter(isMember)) {
    const group = groups.at(-1);
    if (group === undefined || group.some(({ name }) => name === field.name)) groups.push([field]);
    else group.push(field);
  }
  return groups.flatMap(asLabel);
}

const localName = ({ name }: Field): string => name.slice(PREFIX.length);

function isMember(field: Field): boolean {
  const { language, name } = field;
  return language === 'xmp' && name.startsWith(PREFIX) && localName(field).toLowerCase() !== 'aigc';
}

function asLabel(group: readonly Field[]): readonly StructLabel[] {
  const [first] = group;
  if (first === undefined) return [];
  const raw = group.map((field) => `${localName(field)}=${JSON.stringify(field.value)}`).join(' ');
  const object = new Map(group.map((field) => [localName(field), field.value]));
  return [{ first, raw: fileText(raw, MAX_RAW_CHARS), object }];
}
