import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { ROOT } from '../support/source/modules';
import type * as Exports from './engine-exports';

/**
 * The engine bundled as it is shipped, for measuring: run from its sources by vite-node, every use of an import is a
 * look-up on a module object, which the packages it is compared with do not pay for.
 */
export async function loadEngine(): Promise<typeof Exports> {
  const folder = mkdtempSync(join(tmpdir(), 'bianshi-engine-'));
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: { ssr: join(ROOT, 'test/bench/engine-exports.ts'), outDir: folder, target: 'node20' },
  });
  return (await import(pathToFileURL(join(folder, 'engine-exports.js')).href)) as typeof Exports;
}
