import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256Of, type TakenFile } from './take-lists';

/**
 * Puts the lists that were taken into the folder the build takes them from. One that could not be had stays as it was
 * where it is still the pinned one; whatever else lies there goes.
 *
 * @returns whether all were taken
 */
export async function keepLists(folder: string, taken: readonly TakenFile[]): Promise<boolean> {
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder)) {
    const one = taken.find(({ file }) => file.name === name);
    const isPinned = one !== undefined && (await hashIn(folder, name)) === one.file.sha256;
    if (!isPinned) await rm(join(folder, name), { recursive: true });
  }
  for (const one of taken) if ('bytes' in one) await writeFile(join(folder, one.file.name), one.bytes);
  return taken.every((one) => 'bytes' in one);
}

/** `undefined` for what is no file. */
async function hashIn(folder: string, name: string): Promise<string | undefined> {
  return await readFile(join(folder, name)).then(sha256Of, () => undefined);
}
