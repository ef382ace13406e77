import init, { type InitInput, WasmReader } from '@contentauth/c2pa-wasm';
import type { C2paLibrary } from './library';

/**
 * Starts the credential library. Its memory only ever grows: use it in a worker that ends when idle.
 *
 * @param module the `.wasm` file of the package: its address, its bytes or the compiled module
 * @throws when the module cannot be loaded or compiled
 */
export async function wasmLibrary(module: InitInput): Promise<C2paLibrary> {
  await init({ module_or_path: module });
  return { read: (mime, bytes, settingsJson) => WasmReader.fromBytes(mime, bytes, settingsJson) };
}
