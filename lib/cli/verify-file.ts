import { readFile, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { CredentialCheck } from '../c2pa/credential';
import type { C2paLibrary } from '../c2pa/library';
import { loadLists } from '../c2pa/trust/load-lists';
import type { TrustLists } from '../c2pa/trust/trust-lists';
import { verifyCredential } from '../c2pa/verify';
import { wasmLibrary } from '../c2pa/wasm-library';
import { type Presentation, presentationOf, STORE_TYPE } from '../checker/media-type';
import { applyCredential } from '../inspect/apply-credential';
import type { Inspection } from '../inspect/inspection';
import { listFolder, textsIn } from './list-texts';
import type { WithSidecar } from './sidecar';

/** Largest file read whole for a check; the library holds it more than once. */
const MAX_VERIFIED_BYTES = 256 * 1024 * 1024;

type TakeStore = (file: Uint8Array) => Promise<Uint8Array | undefined>;
type Tools = { readonly library: C2paLibrary; readonly trust: TrustLists };
let tools: Promise<Tools> | undefined;

/**
 * Checks the Content Credentials the fast reader saw in a file, or beside it, and takes the result in. Files without
 * any cost nothing: the library starts with the first one that has some.
 *
 * @param file path of the file
 * @param found what was read of it
 * @param takeStore takes the store out of a container that the library cannot open
 */
export async function verifyFile(
  file: string,
  found: WithSidecar,
  takeStore: TakeStore,
): Promise<Inspection> {
  const { inspection, sidecar } = found;
  if (!inspection.findings.some(({ signal }) => signal === 'c2pa')) return inspection;
  const path = sidecar === undefined ? file : join(dirname(file), sidecar);
  // A store beside a file is checked alone: whether it binds this file is not compared.
  const how = sidecar === undefined ? presentationOf(inspection.container) : { mime: STORE_TYPE };
  return applyCredential(inspection, await check(path, how, takeStore));
}

async function check(
  path: string,
  how: Presentation | undefined,
  takeStore: TakeStore,
): Promise<CredentialCheck> {
  if (how === undefined) return { kind: 'unchecked', why: 'unsupported' };
  if ((await stat(path)).size > MAX_VERIFIED_BYTES) return { kind: 'unchecked', why: 'too-large' };
  const file = new Uint8Array(await readFile(path));
  const bytes = how.takeOut ? await takeStore(file) : file;
  if (bytes === undefined) return { kind: 'none' };
  tools ??= startTools();
  const { library, trust } = await tools;
  return (await verifyCredential(library, { bytes, mime: how.mime }, trust)).check;
}

async function startTools(): Promise<Tools> {
  const wasm = createRequire(import.meta.url).resolve('@contentauth/c2pa-wasm/c2pa.wasm');
  const library = await wasmLibrary(await readFile(wasm));
  return { library, trust: await loadLists(textsIn(listFolder())) };
}
