import { createHash } from 'node:crypto';
import type { ListFile } from '../c2pa/trust/sources';

/** Bytes of a list's file, from wherever it is taken; throws with a reason when they cannot be had. */
export type ReadListFile = (file: ListFile) => Promise<Uint8Array>;

/** What became of one file: its bytes when they are the pinned ones, else why they were refused. */
export type TakenFile =
  | { readonly file: ListFile; readonly bytes: Uint8Array }
  | { readonly file: ListFile; readonly refused: string };

/** SHA-256, lower-case hexadecimal. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * Takes the files of the trust lists and refuses what is not, byte for byte, what the repository pins: a list that
 * changed is looked at by a person, who then changes the pin.
 *
 * @returns one answer a file, in their order; never throws for what a file or a server does
 */
export async function takeLists(
  files: readonly ListFile[],
  read: ReadListFile,
): Promise<readonly TakenFile[]> {
  return await Promise.all(files.map((file) => takeOne(file, read)));
}

async function takeOne(file: ListFile, read: ReadListFile): Promise<TakenFile> {
  try {
    const bytes = await read(file);
    const found = sha256Of(bytes);
    if (found === file.sha256) return { file, bytes };
    return { file, refused: `SHA-256 is ${found}, pinned is ${file.sha256}` };
  } catch (error) {
    return { file, refused: reasonIn(error) };
  }
}

/** `fetch` says only that it failed; why stands in the cause. */
function reasonIn(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}
