import type { Box } from './geometry';
import { type PictureFit, pictureBox } from './picture-box';

/** The style a picture's own area depends on, read from computed style; keep it until styles change. */
export function fitOf(element: Element): PictureFit {
  const style = element.ownerDocument.defaultView?.getComputedStyle(element);
  const edge = (side: 'top' | 'right' | 'bottom' | 'left') =>
    lengthOf(style?.getPropertyValue(`border-${side}-width`)) +
    lengthOf(style?.getPropertyValue(`padding-${side}`));
  return {
    objectFit: style?.objectFit ?? 'fill',
    objectPosition: style?.objectPosition ?? '50% 50%',
    edges: [edge('top'), edge('right'), edge('bottom'), edge('left')],
  };
}

function lengthOf(text: string | undefined): number {
  return Number.parseFloat(text ?? '') || 0;
}

/** The picture's own area in viewport coordinates. A rotated picture counts with the box around it. */
export function shapeOf(element: HTMLImageElement, rect: DOMRect, fit: PictureFit): Box {
  const box = { x: rect.left, y: rect.top, width: rect.width, height: rect.height };
  const natural = { width: element.naturalWidth, height: element.naturalHeight };
  return pictureBox(box, natural, scaled(fit, element, rect));
}

/** Edges are computed before transforms; the box is measured after them. */
function scaled(fit: PictureFit, element: HTMLImageElement, rect: DOMRect): PictureFit {
  const across = element.offsetWidth > 0 ? rect.width / element.offsetWidth : 1;
  const down = element.offsetHeight > 0 ? rect.height / element.offsetHeight : 1;
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
