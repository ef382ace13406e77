import { type Box, intersect } from './geometry';

/** What ancestors leave of an element: by cutting alone, and by cutting and scrolling. Viewport coordinates. */
export type Clipped = { readonly cropped: Box; readonly visible: Box };

/** An ancestor that cuts what it holds. */
export type Clipper = { readonly element: Element; readonly scrolls: boolean };

/** Deepest walk up a page; a page that nests deeper gets labels that are not cut. */
const MAX_ANCESTORS = 256;

/**
 * The ancestors that cut an element (CSS Overflow 3 §3): those between it and its containing block's root whose
 * `overflow` is not `visible`. Computed styles are read; keep the answer until styles change.
 */
export function clippersOf(element: Element): readonly Clipper[] {
  const view = element.ownerDocument.defaultView;
  const clippers: Clipper[] = [];
  let position = view?.getComputedStyle(element).position ?? 'static';
  let ancestor = parentOf(element);
  for (let depth = 0; view && ancestor && depth < MAX_ANCESTORS && position !== 'fixed'; depth += 1) {
    const style = view.getComputedStyle(ancestor);
    if (ancestor === element.ownerDocument.documentElement || ancestor === element.ownerDocument.body) break;
    const contains = style.position !== 'static' || style.transform !== 'none';
    if (position !== 'absolute' || contains) {
      if (cuts(style)) clippers.push({ element: ancestor, scrolls: /auto|scroll/.test(style.overflow) });
      position = style.position;
    }
    ancestor = parentOf(ancestor);
  }
  return clippers;
}

function parentOf(element: Element): Element | null {
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

function cuts({ overflow, contain }: CSSStyleDeclaration): boolean {
  return !/^visible(?: visible)?$/.test(overflow) || /paint|strict|content/.test(contain);
}

/** What those ancestors leave of a box, read in one go with the other boxes. */
export function clip(box: Box, clippers: readonly Clipper[]): Clipped {
  let cropped = box;
  let visible = box;
  for (const { element, scrolls } of clippers) {
    const window = paddingBox(element);
    visible = intersect(visible, window);
    if (!scrolls) cropped = intersect(cropped, window);
  }
  return { cropped, visible };
}

/** Scaled ancestors scale their borders too. */
function paddingBox(element: Element): Box {
  const { left, top, width, height } = element.getBoundingClientRect();
  if (!(element instanceof HTMLElement) || element.offsetWidth === 0 || element.offsetHeight === 0)
    return { x: left, y: top, width, height };
  const across = width / element.offsetWidth;
  const down = height / element.offsetHeight;
  return {
    x: left + element.clientLeft * across,
    y: top + element.clientTop * down,
    width: element.clientWidth * across,
    height: element.clientHeight * down,
  };
}
