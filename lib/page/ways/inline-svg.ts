import { metadataText } from '../svg-metadata';
import { sizeOf, type Way } from '../way';
import { isLarge } from '../worth';
import { isSvgDocument } from './svg-document';

/**
 * A drawing that stands in the page's own markup and carries `<metadata>` (SVG 2 §5.9). There is no file: what the drawing
 * states is written out anew and becomes its address, so that identity is the element and what it states. No hash of a
 * credential can hold for it.
 */
const inlineSvg: Way = {
  id: 'inline-svg',
  kind: 'image',
  area: 'content',
  isRebuilt: true,
  shown: (element) => {
    if (isSvgDocument(element.ownerDocument)) return [];
    const text = metadataText(element);
    // As XML, not as a picture: it shows nothing, and views then draw their placeholder instead of an empty one.
    return text === undefined ? [] : [`data:text/xml,${encodeURIComponent(text)}`];
  },
  isReady: (element) => isLarge(sizeOf(element)),
};
export default inlineSvg;
