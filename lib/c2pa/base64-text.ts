/** Bytes turned into characters at once: engines bound the number of arguments of a call. */
const CHUNK_BYTES = 8 * 1024;

/** Bytes as base64 text (RFC 4648 §4). */
export function base64Text(bytes: Uint8Array): string {
  let latin1 = '';
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES)
    latin1 += String.fromCharCode(...bytes.subarray(at, at + CHUNK_BYTES));
  return btoa(latin1);
}
