import { Cursor } from '../../bytes/cursor';
import { ByteFault } from '../../bytes/fault';

/** Tags of X.690 §8 and X.680 table 1, as one byte: class, whether it holds other values, and number. */
export const DER = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  objectId: 0x06,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const;

/** One value: its tag and its content, a view of the bytes it was read from. */
export type DerValue = { readonly tag: number; readonly content: Uint8Array };

/** Lengths of up to 127 bytes stand for themselves; others say how many bytes they take (X.690 §8.1.3). */
const LONG_FORM = 0x80;
const MAX_LENGTH_BYTES = 3;

/** Tag numbers of 31 and above take more bytes (X.690 §8.1.2.4); nothing in a certificate has one. */
const HIGH_TAG = 0x1f;

/**
 * The values that stand one after another, to the end of the bytes. Each takes two bytes at least, so there are never more
 * than half as many.
 *
 * @throws ByteFault `malformed` for what is not DER (X.690 §10.1: lengths are definite and as short as can be), or goes beyond;
 *   `truncated` where the bytes end within a header
 */
export function derValues(bytes: Uint8Array): readonly DerValue[] {
  const cursor = new Cursor(bytes, 0);
  const values: DerValue[] = [];
  while (cursor.left > 0) values.push(valueAt(cursor));
  return values;
}

/**
 * The values within a value of that tag.
 *
 * @throws ByteFault `malformed` where there is no such value
 */
export function derValuesIn(value: DerValue | undefined, tag: number): readonly DerValue[] {
  return derValues(derContent(value, tag));
}

/** The content of a value of that tag. @throws ByteFault `malformed` where there is no such value */
export function derContent(value: DerValue | undefined, tag: number): Uint8Array {
  if (value?.tag !== tag) throw new ByteFault('malformed', `no DER value of tag ${tag}`);
  return value.content;
}

function valueAt(cursor: Cursor): DerValue {
  const tag = cursor.u8();
  if ((tag & HIGH_TAG) === HIGH_TAG) throw new ByteFault('malformed', 'DER tag of several bytes');
  const length = lengthAt(cursor);
  if (length > cursor.left) throw new ByteFault('malformed', 'DER value goes beyond what holds it');
  return { tag, content: cursor.slice(length) };
}

function lengthAt(cursor: Cursor): number {
  const first = cursor.u8();
  if (first < LONG_FORM) return first;
  const count = first - LONG_FORM;
  if (count === 0 || count > MAX_LENGTH_BYTES) throw new ByteFault('malformed', 'no DER length');
  let length = 0;
  for (let at = 0; at < count; at += 1) length = length * 256 + cursor.u8();
  if (length < LONG_FORM || length < 256 ** (count - 1)) throw new ByteFault('malformed', 'long DER length');
  return length;
}
