import type { Way } from './way';

/** A medium to look into: an element, the way it shows it, and what it shows at this moment. */
export type Medium = {
  readonly element: Element;
  readonly way: Way;
  /** Absolute address. */
  readonly url: string;
};

/** Whether the element still shows this very medium, in the document it was found in. Identity is element and source. */
export function stillShows({ element, way, url }: Medium, document: Document): boolean {
  return isIn(document, element) && way.shown(element).includes(url);
}

/** Part of this document: one that was moved into a frame is connected too, and none of ours. */
export function isIn(document: Document, element: Element): boolean {
  return element.isConnected && element.ownerDocument === document;
}

/** How the page fetched it across sites (`crossorigin`), if it did; posters and backgrounds are fetched without. */
export function corsOf({ element, way }: Medium): 'anonymous' | 'use-credentials' | null {
  const value = way.as === undefined ? element.getAttribute('crossorigin') : null;
  if (value === null) return null;
  return value.trim().toLowerCase() === 'use-credentials' ? 'use-credentials' : 'anonymous';
}
