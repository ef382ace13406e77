import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Id of the extension in Firefox, as `wxt.config.ts` gives it. */
const EXTENSION_ID = 'bianshi@bianshi.invalid';

/**
 * Writes values for the extension's managed storage where Firefox looks for them, in a home folder of its own.
 *
 * @returns that folder, to be Firefox' `HOME`; whoever calls removes it
 */
export function homeWithPolicy(values: Readonly<Record<string, unknown>>): string {
  const home = mkdtempSync(join(tmpdir(), 'bianshi-home-'));
  const folder = join(home, '.mozilla', 'managed-storage');
  mkdirSync(folder, { recursive: true });
  const manifest = { name: EXTENSION_ID, description: 'A test', type: 'storage', data: values };
  writeFileSync(join(folder, `${EXTENSION_ID}.json`), JSON.stringify(manifest));
  return home;
}
