import { defineUnlistedScript } from '#imports';
import { wasmLibrary } from '../../lib/c2pa/wasm-library';
import { answerTasks, type TaskScope } from '../../lib/checker/answer-tasks';
import { ALL_FORMATS } from '../../lib/containers/document-registry';
import { storeOfFile } from '../../lib/inspect/store-of-file';

/** Checks one file after the other with the credential library; ended by its owner. Packaged by `wxt.config.ts`. */
export default defineUnlistedScript(() => {
  const address = new URL('/c2pa.wasm', globalThis.location.href);
  answerTasks(
    globalThis as unknown as TaskScope,
    () => wasmLibrary(address),
    (file) => storeOfFile(file, ALL_FORMATS),
  );
});
