import { isJsonArray, isJsonObject, type JsonValue } from './json-value';
import { parseJson } from './parse-json';

/** Most members that `*` goes through at one level; a second `*` multiplies. */
const MAX_WILDCARD_MEMBERS = 1024;

/** Most values one path may reach. */
const MAX_REACHED = 4096;

/**
 * The values a path leads to: names and indexes joined by dots, `*` for any member. A string that holds a JSON
 * object or array is opened where the path goes on (NovelAI nests its Comment so).
 *
 * @returns all values reached, in file order; none where a step is missing
 */
export function valuesAt(value: JsonValue, path: string): readonly JsonValue[] {
  let reached: readonly JsonValue[] = [value];
  for (const step of path.split('.'))
    reached = reached.flatMap((one) => members(one, step)).slice(0, MAX_REACHED);
  return reached;
}

function members(value: JsonValue, step: string): readonly JsonValue[] {
  const opened = typeof value === 'string' ? openString(value) : value;
  if (isJsonObject(opened)) {
    if (step === '*') return [...opened.values()].slice(0, MAX_WILDCARD_MEMBERS);
    const member = opened.get(step);
    return member === undefined ? [] : [member];
  }
  if (!isJsonArray(opened)) return [];
  if (step === '*') return opened.slice(0, MAX_WILDCARD_MEMBERS);
  const item = /^\d{1,6}$/.test(step) ? opened[Number(step)] : undefined;
  return item === undefined ? [] : [item];
}

function openString(text: string): JsonValue | undefined {
  return /^\s{0,16}[[{]/.test(text) ? parseJson(text) : undefined;
}
