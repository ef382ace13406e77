import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { C2paLibrary } from '../../../lib/c2pa/library';
import { wasmLibrary } from '../../../lib/c2pa/wasm-library';

let started: Promise<C2paLibrary> | undefined;

/** The credential library in Node, started once for each test file. */
export function nodeLibrary(): Promise<C2paLibrary> {
  const path = createRequire(import.meta.url).resolve('@contentauth/c2pa-wasm/c2pa.wasm');
  started ??= wasmLibrary(readFileSync(path));
  return started;
}
