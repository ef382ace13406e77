import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Moves the focus to the headline when the view turns to something else, so that keyboard and screen reader users
 * begin where the new content begins. The first showing leaves the focus where the browser put it.
 *
 * @param what names what is shown; a change of it is a turn of the view
 * @param container holds the headline, an `h1` with `tabindex="-1"`
 */
export function useFocusOnTurn(what: string, container: RefObject<HTMLElement | null>): void {
  const shown = useRef(what);
  // Before the next paint, so that the focus never leaves a field somebody has begun to type in.
  useLayoutEffect(() => {
    if (shown.current === what) return;
    shown.current = what;
    window.scrollTo(0, 0);
    container.current?.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  }, [what, container]);
}
