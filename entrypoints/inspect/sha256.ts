import { sha256Hex } from '../../lib/reports/package/sha256';

/** Largest file hashed: Web Crypto takes the whole file at once. */
export const MAX_HASHED_BYTES = 512 * 1024 * 1024;

/** SHA-256 of a file in lower-case hexadecimal; `undefined` where it is too large or no longer readable. */
export async function sha256(blob: Blob): Promise<string | undefined> {
  if (blob.size > MAX_HASHED_BYTES) return undefined;
  const bytes = await blob.arrayBuffer().catch(() => undefined);
  return bytes && sha256Hex(new Uint8Array(bytes));
}
