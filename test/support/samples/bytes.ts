/** Small makers of bytes, so that test files are put together from named parts. */

export const concat = (...parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

/** Latin-1 bytes of a text: signatures, chunk types, keywords. */
export const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));

/** UTF-8 bytes of a text. */
export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

export const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.from(values);

const written = (length: number, write: (view: DataView) => void): Uint8Array => {
  const made = new Uint8Array(length);
  write(new DataView(made.buffer));
  return made;
};

export const u16be = (value: number): Uint8Array => written(2, (view) => view.setUint16(0, value));
export const u32be = (value: number): Uint8Array => written(4, (view) => view.setUint32(0, value));
export const u16le = (value: number): Uint8Array => written(2, (view) => view.setUint16(0, value, true));
export const u32le = (value: number): Uint8Array => written(4, (view) => view.setUint32(0, value, true));
export const u64be = (value: number): Uint8Array => written(8, (view) => view.setBigUint64(0, BigInt(value)));

/** Bytes as text or bytes: text becomes UTF-8. */
export const asBytes = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? utf8(content) : content;

/** `length` bytes that look like compressed pixels: repeatable, without any structure. */
export const noise = (length: number, seed = 1): Uint8Array => {
  const made = new Uint8Array(length);
  let state = seed >>> 0 || 1;
  for (let at = 0; at < length; at++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    made[at] = state >>> 24;
  }
  return made;
};
