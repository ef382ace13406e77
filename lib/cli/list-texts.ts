import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FetchText } from '../c2pa/trust/load-lists';

const REPOSITORY = fileURLToPath(new URL('../../', import.meta.url));

/** Where lists may lie, most wanted first: `npm run trust` puts them into the first. */
const FOLDERS = ['assets/trust/lists', '../shared/trust'];

/**
 * The folder that holds the trust lists: `BIANSHI_TRUST`, else where `npm run trust` puts them, else
 * `../shared/trust` beside the repository.
 *
 * @returns `undefined` where there is none
 */
export function listFolder(): string | undefined {
  const named = process.env['BIANSHI_TRUST'];
  const folders = named === undefined ? FOLDERS.map((one) => join(REPOSITORY, one)) : [named];
  return folders.find((folder) => existsSync(folder));
}

/** Gives the files of a folder as texts. */
export function textsIn(folder: string | undefined): FetchText {
  return async (name) => {
    const path = folder === undefined ? undefined : join(folder, name);
    return path !== undefined && existsSync(path) ? await readFile(path, 'utf8') : undefined;
  };
}
