/**
 * Whether bytes begin with a signature.
 *
 * @param signature as Latin-1 text: one character for each byte
 */
export function startsWith(bytes: Uint8Array, signature: string): boolean {
  if (bytes.length < signature.length) return false;
  for (let at = 0; at < signature.length; at += 1) if (bytes[at] !== signature.charCodeAt(at)) return false;
  return true;
}
