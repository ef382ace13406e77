/** Labels of the Encoding Standard this project decodes; UTF-16 always names its byte order. */
export type TextEncodingLabel = 'utf-8' | 'utf-16le' | 'utf-16be' | 'latin1' | 'iso-2022-jp';

/** Decoders are kept: making one costs more than decoding a name or a camera's model. None is used for streams. */
const DECODERS = new Map<TextEncodingLabel, TextDecoder>();
const STRICT_UTF8 = new TextDecoder('utf-8', { fatal: true });

/** Up to this length text is looked at byte by byte, which is quicker than calling the decoder. */
const SHORT_BYTES = 64;

/** Most bytes one `String.fromCharCode` call is given; engines limit the number of arguments. */
const CHAR_CODE_BATCH = 2048;

const NATIVE_UTF_16 = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1 ? 'utf-16le' : 'utf-16be';

/**
 * Decodes bytes without ever throwing: what is invalid becomes U+FFFD.
 *
 * `latin1` is ISO 8859-1 proper, byte = code point, as PNG and IIM mean it; the Encoding Standard would read
 * windows-1252 under that label.
 *
 * @param bytes what the file holds, without length or terminator; a byte-order mark is dropped
 */
export function decodeText(bytes: Uint8Array, encoding: TextEncodingLabel): string {
  if (encoding === 'latin1') return decodeLatin1(bytes);
  const ascii = encoding === 'utf-8' ? decodeShortAscii(bytes) : undefined;
  return ascii ?? decoderOf(encoding).decode(bytes);
}

function decoderOf(encoding: TextEncodingLabel): TextDecoder {
  const known = DECODERS.get(encoding);
  if (known !== undefined) return known;
  const made = new TextDecoder(encoding);
  DECODERS.set(encoding, made);
  return made;
}

/** Short ASCII text, which is the same in UTF-8 and Latin-1; `undefined` for any other. */
function decodeShortAscii(bytes: Uint8Array): string | undefined {
  if (bytes.length > SHORT_BYTES || bytes.some((byte) => byte > 0x7f)) return undefined;
  return String.fromCharCode.apply(undefined, bytes as unknown as number[]);
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
  const ascii = decodeShortAscii(bytes);
  if (ascii !== undefined) return ascii;
  try {
    return STRICT_UTF8.decode(bytes);
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

/**
 * Short texts by their code points. Long ones as UTF-16, whose first 256 code units are ISO 8859-1, in the byte order of
 * this machine: several times as fast.
 */
function decodeLatin1(bytes: Uint8Array): string {
  if (bytes.length <= CHAR_CODE_BATCH) return String.fromCharCode(...bytes);
  return new TextDecoder(NATIVE_UTF_16).decode(new Uint16Array(bytes));
}
