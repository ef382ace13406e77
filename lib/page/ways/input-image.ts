import { absolute, sizeOf, type Way } from '../way';
import { isLarge } from '../worth';

/** `<input type=image>`: a button that is a picture (HTML 4.10.5.1.19). */
const inputImage: Way = {
  id: 'input-image',
  kind: 'image',
  area: 'content',
  shown: (element) =>
    (element as HTMLInputElement).type === 'image' ? absolute(element.getAttribute('src'), element) : [],
  isReady: (element) => isLarge(sizeOf(element)),
};
export default inputImage;
