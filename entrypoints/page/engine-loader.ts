import { type Engine, engine } from '../../lib/page/engine-door';
import { loadHere } from '../../lib/platform/raw-runtime';

/**
 * Loads the engine into this document when it is first needed.
 *
 * @returns a function that gives the engine, or nothing where the extension was updated or removed under the page
 */
export function engineLoader(signal: AbortSignal): () => Promise<Engine | undefined> {
  let loading: Promise<boolean> | undefined;
  return async () => {
    loading ??= loadHere('engine', signal);
    return (await loading) ? engine() : undefined;
  };
}
