/** Writes a DER value of that tag around bytes or other values (X.690 §8). */
export function der(tag: number, ...content: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const body = Buffer.concat(content);
  return new Uint8Array(Buffer.concat([Buffer.from([tag]), lengthOf(body.length), body]));
}

/** Bytes written in hexadecimal. */
export function hex(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'hex'));
}

function lengthOf(length: number): Buffer {
  if (length < 0x80) return Buffer.from([length]);
  const digits = length.toString(16);
  const bytes = Buffer.from(digits.padStart(digits.length + (digits.length % 2), '0'), 'hex');
  return Buffer.concat([Buffer.from([0x80 + bytes.length]), bytes]);
}
