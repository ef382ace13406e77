import { type CheckerHost, type CheckWorker, checkerHost } from '../checker/checker-host';
import { extensionUrl } from './browser';
import { saveGraph } from './credential-graphs';

/** Built from `entrypoints/credential-worker`. */
const WORKER = 'credential-worker.js';

/**
 * The host of the worker, in a context that may own one: the offscreen document in Chromium, the event page in Firefox.
 *
 * @param onIdle the worker has ended after a time without work
 */
export function localChecker(onIdle?: () => void): CheckerHost {
  return checkerHost({
    makeWorker: () => new Worker(extensionUrl(WORKER), { type: 'module' }) as unknown as CheckWorker,
    fetch: globalThis.fetch.bind(globalThis),
    keepGraph: saveGraph,
    ...(onIdle ? { onIdle } : {}),
  });
}
