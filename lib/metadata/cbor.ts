import { Cursor } from '../bytes/cursor';
import { ByteFault } from '../bytes/fault';
import { MAX_CBOR_ITEMS, MAX_DEPTH } from '../bytes/limits';

/** An item with a tag (RFC 8949 §3.4). Tags are kept, not interpreted. */
export type CborTag = { readonly tag: number | bigint; readonly value: CborValue };

/** A simple value without a meaning in RFC 8949 §3.3. */
export type CborSimple = { readonly simple: number };

/**
 * A decoded CBOR item. Integers beyond 2^53 are `bigint`; maps are always `Map`, so that no key of a file can
 * touch a prototype; byte strings are views into the input, except those sent in chunks.
 */
export type CborValue =
  | null
  | undefined
  | boolean
  | number
  | bigint
  | string
  | Uint8Array
  | readonly CborValue[]
  | ReadonlyMap<CborValue, CborValue>
  | CborTag
  | CborSimple;

/** Ends an item of indefinite length (RFC 8949 §3.2.1). Never leaves this file. */
const BREAK = Symbol('break');
/** Additional information that says "length unknown" (RFC 8949 §3). */
const INDEFINITE = 31;
const UINT32 = 2 ** 32;
const TEXT = new TextDecoder('utf-8', { ignoreBOM: true });

type Reader = { readonly cursor: Cursor; items: number };
type Argument = number | bigint | typeof INDEFINITE_LENGTH;
const INDEFINITE_LENGTH = Symbol('indefinite');

/**
 * Decodes one CBOR data item that fills `bytes` (RFC 8949). Of duplicate map keys the first wins.
 *
 * @param base absolute offset of the first byte in the file, for messages
 * @throws ByteFault `truncated` when an item runs beyond the bytes, `malformed` when it is not well-formed or
 *   bytes follow it, `over-budget` beyond {@link MAX_CBOR_ITEMS} items or `MAX_DEPTH` levels
 */
export function decodeCbor(bytes: Uint8Array, base = 0): CborValue {
  const reader: Reader = { cursor: new Cursor(bytes, base), items: 0 };
  const value = readItem(reader, 0);
  if (value === BREAK) throw malformed(reader, 'break outside of an item');
  if (reader.cursor.left > 0) throw malformed(reader, `${reader.cursor.left} bytes after the item`);
  return value;
}

function readItem(reader: Reader, depth: number): CborValue | typeof BREAK {
  countItem(reader, depth);
  const initial = reader.cursor.u8();
  const major = initial >> 5;
  const info = initial & 0x1f;
  return major === 7 ? readSimple(reader, info) : readMajor(reader, major, readArgument(reader, info), depth);
}

function countItem(reader: Reader, depth: number): void {
  reader.items += 1;
  if (reader.items > MAX_CBOR_ITEMS) throw overBudget(reader, `more than ${MAX_CBOR_ITEMS} CBOR items`);
  if (depth > MAX_DEPTH) throw overBudget(reader, `CBOR nested deeper than ${MAX_DEPTH}`);
}

function readMajor(reader: Reader, major: number, argument: Argument, depth: number): CborValue {
  switch (major) {
    case 0:
      return definite(reader, argument);
    case 1:
      return negative(definite(reader, argument));
    case 2:
      return readBytes(reader, argument, 2);
    case 3:
      return TEXT.decode(readBytes(reader, argument, 3));
    case 4:
      return readArray(reader, argument, depth);
    case 5:
      return readMap(reader, argument, depth);
    default:
      return { tag: definite(reader, argument), value: readValue(reader, depth + 1) };
  }
}

/** The argument of an initial byte (RFC 8949 §3): a count, a length, a number or a tag. */
function readArgument(reader: Reader, info: number): Argument {
  const { cursor } = reader;
  if (info < 24) return info;
  if (info === 24) return cursor.u8();
  if (info === 25) return cursor.u16be();
  if (info === 26) return cursor.u32be();
  if (info === 27) return readUint64(cursor);
  if (info === INDEFINITE) return INDEFINITE_LENGTH;
  throw malformed(reader, `reserved additional information ${info}`);
}

function readUint64(cursor: Cursor): number | bigint {
  const high = cursor.u32be();
  const low = cursor.u32be();
  const value = high * UINT32 + low;
  return Number.isSafeInteger(value) ? value : (BigInt(high) << 32n) | BigInt(low);
}

function negative(value: number | bigint): number | bigint {
  const result = -1n - BigInt(value);
  return result >= BigInt(Number.MIN_SAFE_INTEGER) ? Number(result) : result;
}

function definite(reader: Reader, argument: Argument): number | bigint {
  if (argument === INDEFINITE_LENGTH) throw malformed(reader, 'indefinite length where none is allowed');
  return argument;
}

/** A count of things that each take at least `unit` bytes; never trusted beyond what is left. */
function countWithin(reader: Reader, argument: number | bigint, unit: number): number {
  const { left } = reader.cursor;
  if (typeof argument === 'bigint' || argument * unit > left)
    throw new ByteFault(
      'truncated',
      `CBOR declares ${argument} at ${reader.cursor.offset}, ${left} bytes left`,
    );
  return argument;
}

function readBytes(reader: Reader, argument: Argument, major: 2 | 3): Uint8Array {
  if (argument === INDEFINITE_LENGTH) return joinChunks(readChunks(reader, major));
  return reader.cursor.slice(countWithin(reader, argument, 1));
}

/** Chunks of an indefinite-length string: definite strings of the same major type (RFC 8949 §3.2.3). */
function readChunks(reader: Reader, major: 2 | 3): Uint8Array[] {
  const chunks: Uint8Array[] = [];
  for (;;) {
    countItem(reader, 0);
    const initial = reader.cursor.u8();
    if (initial === 0xff) return chunks;
    if (initial >> 5 !== major) throw malformed(reader, 'chunk of another type');
    const length = definite(reader, readArgument(reader, initial & 0x1f));
    chunks.push(reader.cursor.slice(countWithin(reader, length, 1)));
  }
}

function joinChunks(chunks: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    joined.set(chunk, at);
    at += chunk.length;
  }
  return joined;
}

function readArray(reader: Reader, argument: Argument, depth: number): readonly CborValue[] {
  const items: CborValue[] = [];
  const count = argument === INDEFINITE_LENGTH ? undefined : countWithin(reader, argument, 1);
  while (count === undefined || items.length < count) {
    const item = readItem(reader, depth + 1);
    if (item !== BREAK) items.push(item);
    else if (count === undefined) return items;
    else throw malformed(reader, 'break in an array of known length');
  }
  return items;
}

function readMap(reader: Reader, argument: Argument, depth: number): ReadonlyMap<CborValue, CborValue> {
  const map = new Map<CborValue, CborValue>();
  const count = argument === INDEFINITE_LENGTH ? undefined : countWithin(reader, argument, 2);
  for (let index = 0; count === undefined || index < count; index += 1) {
    const key = readItem(reader, depth + 1);
    if (key === BREAK && count === undefined) return map;
    if (key === BREAK) throw malformed(reader, 'break in a map of known length');
    const value = readValue(reader, depth + 1);
    if (!map.has(key)) map.set(key, value);
  }
  return map;
}

function readValue(reader: Reader, depth: number): CborValue {
  const value = readItem(reader, depth);
  if (value === BREAK) throw malformed(reader, 'break in place of a value');
  return value;
}

/** Major type 7: simple values and floats (RFC 8949 §3.3). */
function readSimple(reader: Reader, info: number): CborValue | typeof BREAK {
  const { cursor } = reader;
  if (info === 20 || info === 21) return info === 21;
  if (info === 22) return null;
  if (info === 23) return undefined;
  if (info === 25) return halfFloat(cursor.u16be());
  if (info === 26) return viewOf(cursor.slice(4)).getFloat32(0);
  if (info === 27) return viewOf(cursor.slice(8)).getFloat64(0);
  if (info === INDEFINITE) return BREAK;
  return { simple: simpleValue(reader, info) };
}

function simpleValue(reader: Reader, info: number): number {
  if (info < 20) return info;
  if (info > 24) throw malformed(reader, `reserved simple value ${info}`);
  const value = reader.cursor.u8();
  if (value < 32) throw malformed(reader, `simple value ${value} in two bytes`);
  return value;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** IEEE 754 binary16 (RFC 8949 Appendix D). */
function halfFloat(half: number): number {
  const sign = half & 0x8000 ? -1 : 1;
  const exponent = (half >> 10) & 0x1f;
  const fraction = half & 0x3ff;
  if (exponent === 0) return sign * 2 ** -24 * fraction;
  if (exponent === 31) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return sign * 2 ** (exponent - 25) * (1024 + fraction);
}

function malformed(reader: Reader, why: string): ByteFault {
  return new ByteFault('malformed', `CBOR at ${reader.cursor.offset}: ${why}`);
}

function overBudget(reader: Reader, why: string): ByteFault {
  return new ByteFault('over-budget', `${why} at ${reader.cursor.offset}`);
}
