import { MAX_DEPTH } from '../../bytes/limits';
import { MAX_JSON_VALUES } from '../signal-limits';
import type { JsonValue } from './json-value';

/** Number of RFC 8259 §6, or a bare word: Python writers leave `NaN` and `Infinity`. */
const LITERAL = /-?(?:\d{1,400}(?:\.\d{1,400})?(?:[eE][+-]?\d{1,4})?|Infinity)|true|false|null|NaN/y;
const BLANK = /[ \t\r\n]*/y;
const PLAIN_CHARS = /[^"\\]*/y;
const HEX4 = /^[0-9a-fA-F]{4}$/;
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

/** Where a JSON value ended: what follows is the caller's to judge. */
export type JsonPrefix = { readonly value: JsonValue; readonly end: number };

/**
 * Reads JSON out of a file (RFC 8259), more tolerantly and more faithfully than `JSON.parse`: numbers keep
 * their digits (seeds are 64 bits wide), `NaN`, `Infinity` and raw control characters in strings are accepted,
 * objects become Maps (so `__proto__` is a name like any other; of equal names the last counts). Bounded by
 * depth and number of values.
 *
 * @returns the value, or `undefined` where the text is anything but one JSON value
 */
export function parseJson(text: string): JsonValue | undefined {
  const prefix = parseJsonPrefix(text);
  if (prefix === undefined) return undefined;
  return skip(BLANK, text, prefix.end) === text.length ? prefix.value : undefined;
}

/** As {@link parseJson}, for JSON with anything behind it. */
export function parseJsonPrefix(text: string): JsonPrefix | undefined {
  const reading: Reading = { text, at: 0, values: 0 };
  const value = readValue(reading, 0);
  return value === undefined ? undefined : { value, end: reading.at };
}

type Reading = { readonly text: string; at: number; values: number };

function readValue(reading: Reading, depth: number): JsonValue | undefined {
  reading.values += 1;
  if (depth > MAX_DEPTH || reading.values > MAX_JSON_VALUES) return undefined;
  skipBlank(reading);
  switch (reading.text[reading.at]) {
    case '{':
      return readObject(reading, depth);
    case '[':
      return readArray(reading, depth);
    case '"':
      return readString(reading);
    default:
      return readLiteral(reading);
  }
}

function readObject(reading: Reading, depth: number): JsonValue | undefined {
  const members = new Map<string, JsonValue>();
  const readMember = () => {
    skipBlank(reading);
    const name = reading.text[reading.at] === '"' ? readString(reading) : undefined;
    if (name === undefined || !take(reading, ':')) return false;
    const value = readValue(reading, depth + 1);
    if (value !== undefined) members.set(name, value);
    return value !== undefined;
  };
  return readList(reading, '}', readMember) ? members : undefined;
}

function readArray(reading: Reading, depth: number): JsonValue | undefined {
  const items: JsonValue[] = [];
  const readItem = () => {
    const value = readValue(reading, depth + 1);
    if (value !== undefined) items.push(value);
    return value !== undefined;
  };
  return readList(reading, ']', readItem) ? items : undefined;
}

/** Reads from the opening bracket to the closing one; false where the list is broken. */
function readList(reading: Reading, close: string, readItem: () => boolean): boolean {
  reading.at += 1;
  if (take(reading, close)) return true;
  do {
    if (!readItem()) return false;
  } while (take(reading, ','));
  return take(reading, close);
}

function readString(reading: Reading): string | undefined {
  const parts: string[] = [];
  reading.at += 1;
  while (reading.at < reading.text.length) {
    const end = skip(PLAIN_CHARS, reading.text, reading.at);
    parts.push(reading.text.slice(reading.at, end));
    reading.at = end + 1;
    if (reading.text[end] === '"') return parts.join('');
    const escaped = readEscape(reading);
    if (escaped === undefined) return undefined;
    parts.push(escaped);
  }
  return undefined;
}

function readEscape(reading: Reading): string | undefined {
  const char = reading.text[reading.at] ?? '';
  reading.at += 1;
  if (char !== 'u') return ESCAPES.get(char);
  const hex = reading.text.slice(reading.at, reading.at + 4);
  reading.at += 4;
  return HEX4.test(hex) ? String.fromCharCode(Number.parseInt(hex, 16)) : undefined;
}

function readLiteral(reading: Reading): JsonValue | undefined {
  const end = skip(LITERAL, reading.text, reading.at);
  if (end === reading.at) return undefined;
  const literal = reading.text.slice(reading.at, end);
  reading.at = end;
  return { literal };
}

function take(reading: Reading, char: string): boolean {
  skipBlank(reading);
  if (reading.text[reading.at] !== char) return false;
  reading.at += 1;
  return true;
}

function skipBlank(reading: Reading): void {
  reading.at = skip(BLANK, reading.text, reading.at);
}

/** Offset behind what a sticky pattern matches at `at`; `at` itself where it does not match. */
function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
