import type { Box } from './geometry';

/** Least share that counts as seen; a picture wholly cut away needs no watching. */
const LEAST_RATIO = 1e-4;

/**
 * Calls `onMoved` once, when `element` is no longer where it was.
 *
 * An observer whose root is shrunk to the element's own box sees less of it as soon as it moves or is cut, for
 * whatever reason — content growing above, a script, an animation — without a timer or a frame loop. Moves of
 * less than a pixel may pass, since root margins are whole pixels.
 *
 * @param box the element's border box in viewport coordinates, as read in this frame
 * @param viewport the layout viewport's size
 * @returns stops watching; harmless after the call
 */
export function watchMoved(
  element: Element,
  box: Box,
  viewport: { readonly width: number; readonly height: number },
  onMoved: () => void,
): () => void {
  let stop = () => {};
  const rootMargin = marginTo(box, viewport);
  const arm = (threshold: number, mayRearm: boolean) => {
    let isFirst = true;
    const look = (entries: readonly IntersectionObserverEntry[]) => {
      const ratio = entries.at(-1)?.intersectionRatio ?? 0;
      const hasChanged = !isFirst;
      isFirst = false;
      if (!hasChanged && Math.abs(ratio - threshold) < LEAST_RATIO) return;
      observer.disconnect();
      // Cut by a scroller: watch for a change from the share that is seen.
      if (!hasChanged && mayRearm && ratio > LEAST_RATIO) arm(ratio, false);
      else if (hasChanged) onMoved();
    };
    const root = element.ownerDocument;
    const observer = new IntersectionObserver(look, { root, rootMargin, threshold });
    observer.observe(element);
    stop = () => observer.disconnect();
  };
  arm(1, true);
  return () => stop();
}

/** Margins that turn the viewport into the box, in whole pixels and never smaller than it. */
function marginTo(box: Box, viewport: { readonly width: number; readonly height: number }): string {
  const insets = [box.y, viewport.width - box.x - box.width, viewport.height - box.y - box.height, box.x];
  return insets.map((inset) => `${-Math.floor(inset)}px`).join(' ');
}
