import { sizeOf, type Way } from '../way';
import { isLarge } from '../worth';

const SVG = 'http://www.w3.org/2000/svg';

/** A picture in SVG opened as a document of its own: the document is the file. */
const svgDocument: Way = {
  id: 'svg-document',
  kind: 'image',
  area: 'content',
  shown: (element) => {
    const document = element.ownerDocument;
    return isSvgDocument(document) && element === document.documentElement ? [document.location.href] : [];
  },
  isReady: (element) => isLarge(sizeOf(element)),
};
export default svgDocument;

/** Shown by itself, not inside another page's `<object>`, whose own script reads it. */
export function isSvgDocument(document: Document): boolean {
  const { documentElement, defaultView } = document;
  return documentElement?.namespaceURI === SVG && defaultView?.top === defaultView;
}
