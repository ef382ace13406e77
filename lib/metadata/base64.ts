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
  let length = 0;
  let bits = 0;
  let held = 0;
  for (const code of text) {
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
  return bytes.subarray(0, length);
}
