import type { Box } from './geometry';
import type { Medium } from './medium';
import { type Beside, besideBoxes, type PictureFit, pictureBox } from './picture-box';

/** The style a medium's own area depends on, read from computed style; keep it until styles change. */
export function fitOf({ way }: Medium, style: CSSStyleDeclaration): PictureFit {
  const borders = edgesOf(style, 'borderWidth', (side) => `border-${side}-width`);
  const paddings = way.area === 'content' ? edgesOf(style, 'padding', (side) => `padding-${side}`) : NO_EDGES;
  const [top, right, bottom, left] = borders;
  return {
    objectFit: way.area === 'content' ? style.objectFit : 'fill',
    objectPosition: style.objectPosition,
    edges: [top + paddings[0], right + paddings[1], bottom + paddings[2], left + paddings[3]],
  };
}

type Edges = PictureFit['edges'];
const NO_EDGES: Edges = [0, 0, 0, 0];

/** Most pictures have neither: one question then stands for four. A browser without the shorthand answers nothing. */
function edgesOf(
  style: CSSStyleDeclaration,
  shorthand: 'borderWidth' | 'padding',
  nameOf: (side: string) => string,
): Edges {
  if (style[shorthand] === '0px') return NO_EDGES;
  const edge = (side: string) => Number.parseFloat(style.getPropertyValue(nameOf(side))) || 0;
  return [edge('top'), edge('right'), edge('bottom'), edge('left')];
}

/** The medium's own area in viewport coordinates. A rotated one counts with the box around it. */
export function shapeOf(medium: Medium, rect: DOMRect, fit: PictureFit): Box {
  const { element } = medium;
  const box = { x: rect.left, y: rect.top, width: rect.width, height: rect.height };
  return pictureBox(box, naturalSize(medium), scaled(fit, element, rect));
}

/** Where the label of a player without a picture may go, in the order in which the places are tried. */
export function besideOf({ element }: Medium, shape: Box): readonly Beside[] {
  return besideBoxes(shape, element.ownerDocument.documentElement.clientWidth);
}

/** Whether the browser draws its own controls along the bottom edge of a player; in full screen it always does. */
export function hasBottomControls({ element }: Medium): boolean {
  if (element.localName !== 'video') return false;
  return (element as HTMLVideoElement).controls || element.matches(':fullscreen');
}

/** The picture's own size; zero where its element does not tell, or where it says nothing of what is drawn. */
function naturalSize({ element, way }: Medium): { readonly width: number; readonly height: number } {
  const own = element as Partial<HTMLImageElement & HTMLVideoElement>;
  if (way.id === 'img') return { width: own.naturalWidth ?? 0, height: own.naturalHeight ?? 0 };
  if (way.id === 'video') return { width: own.videoWidth ?? 0, height: own.videoHeight ?? 0 };
  return { width: 0, height: 0 };
}

/** Edges are computed before transforms; the box is measured after them. */
function scaled(fit: PictureFit, element: Element, rect: DOMRect): PictureFit {
  const { offsetWidth = 0, offsetHeight = 0 } = element as Partial<HTMLElement>;
  const across = offsetWidth > 0 ? rect.width / offsetWidth : 1;
  const down = offsetHeight > 0 ? rect.height / offsetHeight : 1;
  const [top, right, bottom, left] = fit.edges;
  return { ...fit, edges: [top * down, right * across, bottom * down, left * across] };
}

/** Whether the page shows the element at all: rendered, not hidden, not fully transparent. */
export function isShown(element: Element): boolean {
  return element.checkVisibility({
    opacityProperty: true,
    visibilityProperty: true,
    contentVisibilityAuto: true,
  });
}
