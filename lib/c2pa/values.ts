import { ByteFault } from '../bytes/fault';
import { type FileText, fileText } from '../bytes/file-text';
import { MAX_C2PA_TEXT_CHARS, MAX_CBOR_ITEMS, MAX_DEPTH } from '../bytes/limits';
import type { CborValue } from '../metadata/cbor';

type CborMap = ReadonlyMap<CborValue, CborValue>;
const EMPTY: CborMap = new Map();

/** The map a value is, through tags; an empty one for anything else. */
export function mapOf(value: CborValue): CborMap {
  const bare = untag(value);
  return bare instanceof Map ? bare : EMPTY;
}

/** The items of a list; none for anything else. */
export function listOf(value: CborValue): readonly CborValue[] {
  const bare = untag(value);
  return Array.isArray(bare) ? bare : [];
}

/** Non-empty text of the first of `keys` that has some, bounded; `undefined` where none has. */
export function textAt(map: CborMap, ...keys: readonly string[]): FileText | undefined {
  for (const key of keys) {
    const value = untag(map.get(key));
    if (typeof value === 'string' && value !== '') return fileText(value, MAX_C2PA_TEXT_CHARS);
  }
  return undefined;
}

/** `name version` of a `{name, version}` map, or the text itself (C2PA 2.5 §18.15, `softwareAgent`). */
export function agentText(value: CborValue): FileText | undefined {
  if (typeof value === 'string') return textAt(new Map([['name', value]]), 'name');
  const map = mapOf(value);
  const name = textAt(map, 'name');
  const version = textAt(map, 'version');
  return name === undefined || version === undefined ? name : fileText(`${name} ${version}`);
}

function untag(value: CborValue): CborValue {
  let bare = value;
  for (let depth = 0; depth < MAX_DEPTH && isTagged(bare); depth += 1) bare = bare.value;
  return bare;
}

function isTagged(value: CborValue): value is { tag: number | bigint; value: CborValue } {
  return typeof value === 'object' && value !== null && 'tag' in value;
}

/** Only members that are there: a text may be absent, never `undefined`, so that facts stay JSON-safe. */
export function present<T extends object>(members: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const entries = Object.entries(members).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], undefined> };
}

/**
 * A value as compact JSON text. Byte strings appear as `"(32 bytes)"`; keys stay keys whatever they are called.
 */
export function jsonText(value: CborValue): string {
  const bare = untag(value);
  if (bare instanceof Uint8Array) return `"(${bare.length} bytes)"`;
  if (Array.isArray(bare)) return `[${bare.map(jsonText).join(',')}]`;
  if (bare instanceof Map) return `{${[...bare].map(memberText).join(',')}}`;
  if (typeof bare === 'bigint') return String(bare);
  return (typeof bare === 'object' ? undefined : JSON.stringify(bare)) ?? 'null';
}

function memberText([key, value]: [CborValue, CborValue]): string {
  return `${JSON.stringify(typeof key === 'string' ? key : jsonText(key))}:${jsonText(value)}`;
}

/**
 * Parses JSON text into the same shapes as CBOR, so that one walk serves both.
 *
 * @param maxItems most values of any kind
 * @throws ByteFault `malformed` when it is not JSON, `over-budget` beyond `MAX_DEPTH` or `maxItems`
 */
export function parseJson(text: string, maxItems = MAX_CBOR_ITEMS): CborValue {
  const budget = { items: maxItems };
  return fromJson(rawJson(text), 0, budget);
}

function rawJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A SyntaxError quotes the file; a RangeError says only that it nests too deep. Either way: not readable.
    throw new ByteFault('malformed', 'assertion is not JSON');
  }
}

function fromJson(value: unknown, depth: number, budget: { items: number }): CborValue {
  budget.items -= 1;
  if (budget.items < 0 || depth > MAX_DEPTH) throw new ByteFault('over-budget', 'JSON assertion too large');
  if (Array.isArray(value)) return value.map((item) => fromJson(item, depth + 1, budget));
  if (typeof value !== 'object' || value === null) return value as CborValue;
  return new Map(Object.entries(value).map(([key, item]) => [key, fromJson(item, depth + 1, budget)]));
}
