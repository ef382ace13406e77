/** RSASSA-PKCS1-v1_5 with SHA-256 (RFC 8017 §8.2). */
const ALGORITHM = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } as const;

/** DER of a SubjectPublicKeyInfo (RFC 5280 §4.1) as a key, or `undefined` where it holds no RSA key. */
export async function rsaKey(spki: Uint8Array<ArrayBuffer>): Promise<CryptoKey | undefined> {
  try {
    return await crypto.subtle.importKey('spki', spki, ALGORITHM, false, ['verify']);
  } catch {
    return undefined;
  }
}

/** Whether a SHA-256-with-RSA signature is one of `message` under `key`. */
export function rsaMatches(
  message: Uint8Array<ArrayBuffer>,
  signature: Uint8Array<ArrayBuffer>,
  key: CryptoKey,
): Promise<boolean> {
  return crypto.subtle.verify(ALGORITHM, key, signature, message);
}
