import type { C2paLibrary } from '../c2pa/library';
import { verifyCredential } from '../c2pa/verify';
import type { WorkerTask, WorkerWord } from './check-request';

/** The part of a worker's global scope used here. */
export type TaskScope = {
  onmessage: ((event: { readonly data: WorkerTask }) => void) | null;
  postMessage(word: WorkerWord): void;
};

/** Takes the manifest store out of a file; `undefined` where it has none, or more than one. */
export type TakeStore = (file: Uint8Array) => Promise<Uint8Array | undefined>;

/**
 * The worker's side: checks the files it is sent and says what came of each. The library is started with the first.
 *
 * @param start loads the library; where that fails, the worker says so and its owner throws it away
 */
export function answerTasks(scope: TaskScope, start: () => Promise<C2paLibrary>, takeStore: TakeStore): void {
  let library: Promise<C2paLibrary> | undefined;
  const check = async ({ bytes, mime, takeOut, trust }: WorkerTask): Promise<WorkerWord> => {
    library ??= start();
    const [ready, content] = await Promise.all([library, bytes.arrayBuffer()]);
    const file = new Uint8Array(content);
    const checked = takeOut ? await takeStore(file) : file;
    if (checked === undefined) return { kind: 'done', verified: { check: { kind: 'none' } } };
    return { kind: 'done', verified: await verifyCredential(ready, { bytes: checked, mime }, trust) };
  };
  scope.onmessage = ({ data }) => {
    const failed = (error: unknown): WorkerWord => ({ kind: 'failed', why: String(error) });
    void check(data)
      .catch(failed)
      .then((word) => scope.postMessage(word));
  };
}
