/** Frames without a change after which the placing loop rests. */
const QUIET_FRAMES = 12;

/** Called once per frame while something may move; says whether anything did. */
export type Place = () => boolean;

/**
 * Runs `place` every frame while the page moves and rests otherwise: no frame, no timer is spent on a still page.
 *
 * Stirred by scrolling (inner boxes too), resizing, zooming, transitions, animations, changed styles, classes and
 * children, loaded pictures, and by {@link Sentinels} for what none of these tells. After each stir it runs until
 * {@link QUIET_FRAMES} frames in a row moved nothing.
 */
export function startMovement(
  window: Window & typeof globalThis,
  place: Place,
  signal: AbortSignal,
): () => void {
  const { document } = window;
  let quiet = QUIET_FRAMES;
  let frame: number | undefined;
  const step = () => {
    frame = undefined;
    quiet = place() ? 0 : quiet + 1;
    if (quiet < QUIET_FRAMES && !signal.aborted) frame = window.requestAnimationFrame(step);
  };
  const stir = () => {
    quiet = 0;
    if (frame === undefined && !signal.aborted) frame = window.requestAnimationFrame(step);
  };
  listen(window, stir, signal);
  const observer = new MutationObserver(stir);
  observer.observe(document, {
    subtree: true,
    childList: true,
    attributeFilter: ['style', 'class', 'hidden', 'open', 'width', 'height'],
  });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    if (frame !== undefined) window.cancelAnimationFrame(frame);
  });
  return stir;
}

function listen(window: Window, stir: () => void, signal: AbortSignal): void {
  const options = { capture: true, passive: true, signal } as const;
  for (const type of ['scroll', 'load', 'transitionrun', 'transitionend', 'animationstart', 'toggle'])
    window.document.addEventListener(type, stir, options);
  for (const type of ['resize', 'fullscreenchange', 'orientationchange', 'pageshow'])
    window.addEventListener(type, stir, options);
  for (const type of ['resize', 'scroll']) window.visualViewport?.addEventListener(type, stir, options);
}
