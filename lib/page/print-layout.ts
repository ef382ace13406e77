/**
 * Whether the media query `print` changes when boxes are those of the paper. Firefox tells the document on the screen, whose
 * boxes stay those of the screen, and prints a copy in which nothing of ours runs: labels would stand on wrong pictures.
 */
export const TELLS_OF_PAPER = import.meta.env.CHROME === true;

/**
 * Calls `lay` once a document is laid out for paper, before anything is drawn, and `back` when it is laid out for the screen
 * again; only where `TELLS_OF_PAPER`. `beforeprint` comes too early for it.
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
