import { type Engine, engine } from '../../lib/page/engine-door';
import { loadHere } from '../../lib/platform/raw-runtime';

/**
 * Loads the engine into this document when it is first needed.
 *
 * @returns a function that gives the engine, or nothing where it could not be had now: the extension was updated or removed
 *   under the page, or its background does not answer
 */
export function engineLoader(signal: AbortSignal): () => Promise<Engine | undefined> {
  let loading: Promise<boolean> | undefined;
  return async () => {
    loading ??= loadHere('engine', signal);
    if (await loading) return engine();
    // The next medium asks again: the background may be back.
    loading = undefined;
    return undefined;
  };
}
