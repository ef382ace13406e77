/**
 * Whether labels can be drawn in a document: its root must be an element of HTML. Nothing of HTML is laid out
 * in a picture opened by itself (SVG) or in other XML; what is found there is listed in the panel only.
 */
export function mayHoldLabels(document: Document): boolean {
  return document.documentElement?.namespaceURI === 'http://www.w3.org/1999/xhtml';
}
