import { absolute, sizeOf, type Way } from '../way';
import { isLarge } from '../worth';

const XLINK = 'http://www.w3.org/1999/xlink';

/** `<image>` in inline SVG (SVG 2 §12.3); `href` goes before the older `xlink:href`. */
const svgImage: Way = {
  id: 'svg-image',
  kind: 'image',
  area: 'content',
  shown: (element) =>
    absolute(element.getAttribute('href') ?? element.getAttributeNS(XLINK, 'href'), element),
  isReady: (element) => isLarge(sizeOf(element)),
};
export default svgImage;
