/**
 * Calls `lay` once a document is laid out for paper, and `back` when it is laid out for the screen again. Chromium tells
 * of it by the media query, when boxes are those of the paper already and before anything is drawn; `beforeprint` comes too
 * early for that. Firefox prints a copy of the document in which nothing of ours runs, and tells nothing.
 */
export function followPrint(
  window: Window,
  { lay, back }: { lay(): void; back(): void },
  signal: AbortSignal,
): void {
  const paper = window.matchMedia('print');
  paper.addEventListener('change', () => (paper.matches ? lay() : back()), { signal });
}

/** Puts a label where its transform says, but by its offset: only then is it drawn on the right sheet of paper. */
export function setOffset({ style }: HTMLElement, x: number, y: number, atRight: boolean): void {
  style.setProperty('left', `${x}px`);
  style.setProperty('top', `${y}px`);
  style.setProperty('transform', atRight ? 'translateX(-100%)' : 'none');
}

/** Undoes `setOffset`; the transform comes with the next placing. */
export function dropOffset({ style }: HTMLElement): void {
  for (const name of ['left', 'top', 'transform']) style.removeProperty(name);
}
