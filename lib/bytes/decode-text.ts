/** Labels of the Encoding Standard this project decodes; UTF-16 always names its byte order. */
export type TextEncodingLabel = 'utf-8' | 'utf-16le' | 'utf-16be' | 'latin1' | 'iso-2022-jp';

/** Most bytes one `String.fromCharCode` call is given; engines limit the number of arguments. */
const CHAR_CODE_BATCH = 8192;

/**
 * Decodes bytes without ever throwing: what is invalid becomes U+FFFD.
 *
 * `latin1` is ISO 8859-1 proper, byte = code point, as PNG and IIM mean it; the Encoding Standard would read
 * windows-1252 under that label.
 *
 * @param bytes what the file holds, without length or terminator; a byte-order mark is dropped
 */
export function decodeText(bytes: Uint8Array, encoding: TextEncodingLabel): string {
  return encoding === 'latin1' ? decodeLatin1(bytes) : new TextDecoder(encoding).decode(bytes);
}

/**
 * Decodes text of an undeclared or wrongly declared 8-bit encoding: UTF-8 where the bytes are valid UTF-8
 * (RFC 3629; multi-byte sequences hardly arise by chance), ISO 8859-1 otherwise.
 */
export function decodeUtf8OrLatin1(bytes: Uint8Array): string {
  return decodeStrictUtf8(bytes) ?? decodeLatin1(bytes);
}

/** Decodes valid UTF-8; `undefined` where the bytes are not. */
export function decodeStrictUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Text without the NUL characters that end or pad it; linear in its length. */
export function withoutTrailingNuls(text: string): string {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === 0) end -= 1;
  return text.slice(0, end);
}

function decodeLatin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += CHAR_CODE_BATCH)
    text += String.fromCharCode(...bytes.subarray(at, at + CHAR_CODE_BATCH));
  return text;
}
