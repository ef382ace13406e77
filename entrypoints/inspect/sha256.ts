/** Largest file hashed: Web Crypto takes the whole file at once. */
export const MAX_HASHED_BYTES = 512 * 1024 * 1024;

/** SHA-256 of a file in lower-case hexadecimal; `undefined` where it is too large or no longer readable. */
export async function sha256(blob: Blob): Promise<string | undefined> {
  if (blob.size > MAX_HASHED_BYTES) return undefined;
  const bytes = await blob.arrayBuffer().catch(() => undefined);
  if (bytes === undefined) return undefined;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
