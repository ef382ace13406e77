import { MAX_DEPTH } from '../../bytes/limits';
import type { JsonObject, JsonValue } from './json-value';

/** Longest text looked at, most values taken and most backslashes in one string: what is read loosely is a label, never a workflow. */
export const MAX_LOOSE_CHARS = 64 * 1024;
export const MAX_LOOSE_VALUES = 1024;
export const MAX_LOOSE_ESCAPES = 4096;

/** Pairs of quotation marks: those of JSON, of Python and JavaScript, and those a word processor puts instead. */
const CLOSING: ReadonlyMap<string, RegExp> = new Map([
  ['"', /["\\]/g],
  ["'", /['\\]/g],
  ['“', /[“”\\]/g],
  ['”', /[“”\\]/g],
]);

/** What a backslash stands before; any other character stands for itself. */
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

/** Python's spelling of the three words of JSON. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ['None', 'null'],
  ['True', 'true'],
  ['False', 'false'],
]);

const BLANK = /\s*/y;
const BARE_NAME = /[^\s,:={}[\]"'“”]{1,64}/y;
const BARE_VALUE = /[^,{}[\]"'“”\r\n]{1,4096}/y;
const LITERAL = /^(?:-?\d{1,32}(?:\.\d{1,32})?|true|false|null|NaN)$/;
const HEX4 = /^[0-9a-fA-F]{4}$/;

type Reading = { readonly text: string; at: number; values: number };

/**
 * Reads an object or a list that is no JSON but can be meant as nothing else: in single or typographic quotation
 * marks, as Python, JavaScript or Java print it (`None`, names and words without quotation marks, `=` for `:`), with
 * commas before a closing bracket. Bounded by length, depth and number of values.
 *
 * @returns the value, or `undefined` where the text is anything but one such value
 */
export function parseLooseJson(text: string): JsonValue | undefined {
  if (text.length > MAX_LOOSE_CHARS || !/^\s{0,64}[{[]/.test(text)) return undefined;
  const reading: Reading = { text, at: 0, values: 0 };
  const value = readValue(reading, 0);
  skip(reading, BLANK);
  return reading.at === text.length ? value : undefined;
}

function readValue(reading: Reading, depth: number): JsonValue | undefined {
  reading.values += 1;
  if (depth > MAX_DEPTH || reading.values > MAX_LOOSE_VALUES) return undefined;
  skip(reading, BLANK);
  const char = reading.text[reading.at] ?? '';
  if (char === '{') return readObject(reading, depth);
  if (char === '[') return readArray(reading, depth);
  return CLOSING.has(char) ? readString(reading) : readBare(reading);
}

function readObject(reading: Reading, depth: number): JsonObject | undefined {
  const members = new Map<string, JsonValue>();
  const closed = readList(reading, '}', () => {
    const name = readName(reading);
    if (name === undefined || !(take(reading, ':') || take(reading, '='))) return false;
    const value = readValue(reading, depth + 1);
    if (value !== undefined) members.set(name, value);
    return value !== undefined;
  });
  return closed ? members : undefined;
}

function readArray(reading: Reading, depth: number): JsonValue | undefined {
  const items: JsonValue[] = [];
  const closed = readList(reading, ']', () => {
    const value = readValue(reading, depth + 1);
    if (value !== undefined) items.push(value);
    return value !== undefined;
  });
  return closed ? items : undefined;
}

/** From the opening bracket to the closing one, a comma before which is let pass. */
function readList(reading: Reading, close: string, readItem: () => boolean): boolean {
  reading.at += 1;
  while (!take(reading, close)) {
    if (!readItem()) return false;
    if (!take(reading, ',')) return take(reading, close);
  }
  return true;
}

function readName(reading: Reading): string | undefined {
  skip(reading, BLANK);
  return CLOSING.has(reading.text[reading.at] ?? '') ? readString(reading) : skip(reading, BARE_NAME);
}

function readString(reading: Reading): string | undefined {
  const end = CLOSING.get(reading.text[reading.at] ?? '');
  const parts: string[] = [];
  reading.at += 1;
  // Two parts for each backslash.
  while (end !== undefined && parts.length <= 2 * MAX_LOOSE_ESCAPES) {
    end.lastIndex = reading.at;
    const found = end.exec(reading.text);
    if (found === null) return undefined;
    parts.push(reading.text.slice(reading.at, found.index));
    reading.at = found.index + 1;
    if (found[0] !== '\\') return parts.join('');
    parts.push(readEscape(reading));
  }
  return undefined;
}

function readEscape(reading: Reading): string {
  const char = reading.text[reading.at] ?? '';
  const hex = reading.text.slice(reading.at + 1, reading.at + 5);
  const coded = char === 'u' && HEX4.test(hex);
  reading.at += coded ? 5 : 1;
  return coded ? String.fromCharCode(Number.parseInt(hex, 16)) : (ESCAPES.get(char) ?? char);
}

/** A number, a word of JSON or Python, or any text up to the next comma or bracket. */
function readBare(reading: Reading): JsonValue | undefined {
  const text = skip(reading, BARE_VALUE)?.trim() ?? '';
  const word = WORDS.get(text) ?? text;
  if (LITERAL.test(word)) return { literal: word };
  return text === '' ? undefined : text;
}

function take(reading: Reading, char: string): boolean {
  skip(reading, BLANK);
  if (reading.text[reading.at] !== char) return false;
  reading.at += 1;
  return true;
}

/** Goes over what a sticky pattern matches and gives it; `undefined` where it matches nothing. */
function skip(reading: Reading, pattern: RegExp): string | undefined {
  pattern.lastIndex = reading.at;
  const found = pattern.exec(reading.text)?.[0];
  reading.at += found?.length ?? 0;
  return found || undefined;
}
