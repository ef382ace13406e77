import { sizeOf, type Way } from '../way';
import { isLarge } from '../worth';

/** `<img>`, however its source is chosen: `src`, `srcset`, `<picture>`, lazy loaders. */
const img: Way = {
  id: 'img',
  kind: 'image',
  area: 'content',
  shown: (element) => {
    const { currentSrc } = element as HTMLImageElement;
    return currentSrc ? [currentSrc] : [];
  },
  isReady: (element) => {
    const { complete, naturalWidth } = element as HTMLImageElement;
    return complete && naturalWidth > 0 && isLarge(sizeOf(element));
  },
};
export default img;
