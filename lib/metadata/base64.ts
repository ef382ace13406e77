import { ByteFault } from '../bytes/fault';

/** RFC 4648 §4. */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const PAD = 0x3d;
const INVALID = 0xff;
const SPACE = 0xfe;

const VALUES = new Uint8Array(256).fill(INVALID);
for (const [value, char] of Array.from(ALPHABET).entries()) VALUES[char.charCodeAt(0)] = value;
for (const char of ' \t\r\n') VALUES[char.charCodeAt(0)] = SPACE;

/**
 * Decodes base64 (RFC 4648 §4) as it stands in a file: white space anywhere is passed over, padding may be
 * missing, and what stands behind padding is ignored.
 *
 * @throws ByteFault `malformed` for a character that is none of the alphabet's
 */
export function decodeBase64(text: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  const at = decodeQuads(text, bytes);
  return bytes.subarray(0, decodeRest(text, at, bytes, (at / 4) * 3));
}

/** Decodes as long as four characters in a row are of the alphabet: stores are megabytes without a blank. Gives how many. */
function decodeQuads(text: Uint8Array, bytes: Uint8Array): number {
  const valueAt = (index: number): number => VALUES[text[index] ?? PAD] ?? INVALID;
  let length = 0;
  for (let at = 0; ; at += 4) {
    const [a, b, c, d] = [valueAt(at), valueAt(at + 1), valueAt(at + 2), valueAt(at + 3)];
    if ((a | b | c | d) >= ALPHABET.length) return at;
    bytes[length++] = (a << 2) | (b >> 4);
    bytes[length++] = (b << 4) | (c >> 2);
    bytes[length++] = (c << 6) | d;
  }
}

/** Decodes one by one from an offset, writes behind what is there, and gives how many bytes there are then. */
function decodeRest(text: Uint8Array, from: number, bytes: Uint8Array, written: number): number {
  let length = written;
  let bits = 0;
  let held = 0;
  for (const code of text.subarray(from)) {
    if (code === PAD) break;
    const value = VALUES[code] ?? INVALID;
    if (value === SPACE) continue;
    if (value === INVALID) throw new ByteFault('malformed', `no base64 character: ${code}`);
    held = ((held << 6) | value) & 0xfff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[length++] = held >> bits;
  }
  return length;
}
