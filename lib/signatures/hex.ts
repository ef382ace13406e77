const HEX = /^(?:[0-9a-f]{2})+$/i;
const BASE64 = /^[A-Za-z0-9+/]{8,}={0,2}$/;

/** Bytes of a text in hex. @returns `undefined` for anything but pairs of hex digits */
export function hexBytes(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!HEX.test(text)) return undefined;
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** Bytes of a text in hex or, failing that, base64 (RFC 4648 §4). The guide has hex; some write the other. */
export function encodedBytes(text: string): Uint8Array<ArrayBuffer> | undefined {
  return hexBytes(text) ?? base64Bytes(text);
}

/** Bytes of a text in base64 (RFC 4648 §4, padded or not). @returns `undefined` for anything else */
export function base64Bytes(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!BASE64.test(text)) return undefined;
  try {
    return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  } catch {
    return undefined;
  }
}

/** Bytes as lower-case hex. */
export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
