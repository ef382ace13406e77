/**
 * A task that is asked for often and done once things are quiet: `restMs` after the first asking, and not again before
 * another `restMs` have passed. No timer stands while nobody asks.
 */
export function calmly(window: Window, restMs: number, task: () => void, signal: AbortSignal): () => void {
  let timer: number | undefined;
  signal.addEventListener('abort', () => window.clearTimeout(timer));
  return () => {
    if (timer !== undefined || signal.aborted) return;
    timer = window.setTimeout(() => {
      timer = undefined;
      task();
    }, restMs);
  };
}
