import { concat, u32be, utf8 } from './bytes';

/** Values a test may write as CBOR; `Map` keeps key order and allows duplicate-looking hostile keys. */
export type Encodable =
  | null
  | boolean
  | number
  | string
  | Uint8Array
  | readonly Encodable[]
  | Map<string, Encodable>
  | { readonly [key: string]: Encodable };

/** Bytes from hexadecimal text; blanks are ignored. */
export function hex(text: string): Uint8Array {
  const digits = text.replace(/\s+/g, '');
  return Uint8Array.from({ length: digits.length / 2 }, (_, at) =>
    Number.parseInt(digits.slice(at * 2, at * 2 + 2), 16),
  );
}

/** Joins bytes and lists of byte values. */
export function bytesOf(...parts: (Uint8Array | readonly number[])[]): Uint8Array {
  return concat(...parts.map((part) => Uint8Array.from(part)));
}

/** Encodes a value as CBOR with definite lengths (RFC 8949 §3). */
export function encodeCbor(value: Encodable): Uint8Array {
  if (value === null) return Uint8Array.of(0xf6);
  if (typeof value === 'boolean') return Uint8Array.of(value ? 0xf5 : 0xf4);
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string') return concat(head(3, utf8(value).length), utf8(value));
  if (value instanceof Uint8Array) return concat(head(2, value.length), value);
  if (Array.isArray(value)) return concat(head(4, value.length), ...value.map(encodeCbor));
  const entries = value instanceof Map ? [...value] : Object.entries(value as { [key: string]: Encodable });
  return bytesOf(
    head(5, entries.length),
    ...entries.flatMap(([key, item]) => [encodeCbor(key), encodeCbor(item)]),
  );
}

function head(major: number, argument: number): Uint8Array {
  const initial = major << 5;
  if (argument < 24) return Uint8Array.of(initial | argument);
  if (argument < 256) return Uint8Array.of(initial | 24, argument);
  if (argument < 65_536) return Uint8Array.of(initial | 25, argument >> 8, argument & 0xff);
  return concat(Uint8Array.of(initial | 26), u32be(argument));
}
