import { cssFiles } from '../css-files';
import { sizeOf, type Way } from '../way';
import { isLarge } from '../worth';

/** Pictures behind an element: `background-image`, all layers, its own and those of its `::before` and `::after`. */
export const BACKGROUND_WAYS: readonly Way[] = [
  backgroundWay('background', null),
  backgroundWay('before', '::before'),
  backgroundWay('after', '::after'),
];

function backgroundWay(id: string, pseudo: '::before' | '::after' | null): Way {
  return {
    id,
    kind: 'image',
    as: 'background',
    area: 'padding',
    shown: (element) => {
      const style = element.ownerDocument.defaultView?.getComputedStyle(element, pseudo);
      if (!style || style.backgroundImage === 'none' || style.backgroundImage === '') return [];
      // Without content there is no pseudo-element, whatever style it would have (CSS Pseudo-Elements 4 §4.1).
      if (pseudo && (style.content === 'none' || style.content === 'normal')) return [];
      if (isSmall(style, pseudo !== null)) return [];
      return filesOf(style.backgroundImage, element);
    },
    isReady: (element) => isLarge(sizeOf(element)),
  };
}

/** Used widths are in pixels; `auto` is that of an inline box, which tells nothing. */
function isSmall({ width, height, backgroundSize }: CSSStyleDeclaration, ownBox: boolean): boolean {
  const sides = ownBox ? [width, height] : [];
  const layers = backgroundSize.split(',').map((layer) => layer.trim().split(/\s+/));
  const icons = layers.every((layer) => layer.some((side) => side.endsWith('px') && isBelow(side)));
  return sides.some(isBelow) || icons;
}

const isBelow = (length: string): boolean => {
  const px = Number.parseFloat(length);
  return !Number.isNaN(px) && !isLarge({ width: px, height: px });
};

function filesOf(image: string, element: Element): readonly string[] {
  const density = element.ownerDocument.defaultView?.devicePixelRatio ?? 1;
  return cssFiles(image, density).filter((url) => URL.canParse(url));
}
