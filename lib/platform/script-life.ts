import { isOrphaned } from './raw-runtime';

/** A script of ours in a document. Kept in the world that all our scripts of one document share. */
type Life = { isAlive(): boolean; end(): void };

/** What tells that a script may have been orphaned: new scripts of ours add hosts and remove old ones. */
const MOMENTS = ['pageshow', 'visibilitychange', 'focus'] as const;

/**
 * Begins the life of a script in this document. It ends when the extension has been updated, reloaded or removed under the
 * page: the script has lost its background then, and the scripts of the new version take its place. No event is sent for
 * it, since the page would get it too; it is noticed when a new script adds its host or removes an old one, and when the
 * page is looked at again.
 *
 * @param name which script; each lives at most once in a document
 * @returns the signal that aborts at the end, or nothing where this script lives here already
 */
export function beginLife(name: string, window: Window & typeof globalThis): AbortSignal | undefined {
  const key = Symbol.for(`bianshi.${name}`);
  const world = globalThis as unknown as Record<symbol, Life | undefined>;
  if (world[key]?.isAlive()) return undefined;
  world[key]?.end();
  const ending = new AbortController();
  world[key] = {
    isAlive: () => !ending.signal.aborted && !isOrphaned(),
    end: () => ending.abort(),
  };
  watchForOrphaning(window, ending);
  return ending.signal;
}

function watchForOrphaning(window: Window & typeof globalThis, ending: AbortController): void {
  const { document } = window;
  const check = () => {
    if (isOrphaned()) ending.abort();
  };
  const observer = new window.MutationObserver(check);
  const observe = () => {
    if (document.documentElement) observer.observe(document.documentElement, { childList: true });
  };
  observer.observe(document, { childList: true });
  observe();
  document.addEventListener('DOMContentLoaded', observe, { signal: ending.signal });
  for (const type of MOMENTS)
    window.addEventListener(type, check, { capture: true, passive: true, signal: ending.signal });
  ending.signal.addEventListener('abort', () => observer.disconnect());
}
