import { absolute, sizeOf, type Way } from '../way';
import { isLarge } from '../worth';

/**
 * A picture in `<object>` or `<embed>`. One that says it is something else is left alone; a document inside (a page, but
 * not an SVG picture) is a frame, which has scripts of ours itself.
 */
const embedded: Way = {
  id: 'embedded',
  kind: 'image',
  area: 'content',
  shown: (element) => {
    const type = element.getAttribute('type') ?? 'image/';
    if (!type.trim().toLowerCase().startsWith('image/') || holdsPage(element)) return [];
    return absolute(element.getAttribute(element.localName === 'object' ? 'data' : 'src'), element);
  },
  isReady: (element) => isLarge(sizeOf(element)),
};
export default embedded;

function holdsPage(element: Element): boolean {
  const inner = (element as HTMLObjectElement).contentDocument;
  return inner !== null && inner !== undefined && !inner.contentType.startsWith('image/');
}
