import type { Clipper } from './clipping';
import type { Box } from './geometry';

/**
 * What was read of a page in one frame, shared by all labels of that frame: pictures of one list have nearly all of
 * their ancestors in common. Never kept for a second frame; everything in it may be stale then.
 */
export class FrameReads {
  private readonly styles = new Map<Element, CSSStyleDeclaration>();
  private readonly boxes = new Map<Element, Box>();
  /** Ancestors that cut, by the element they are asked from and the kind of position it has. */
  readonly chains = new Map<Element, Map<string, readonly Clipper[]>>();

  constructor(readonly view: Window & typeof globalThis) {}

  /** Computed style of an element; its properties are read when asked for. */
  styleOf(element: Element): CSSStyleDeclaration {
    const known = this.styles.get(element);
    if (known) return known;
    const style = this.view.getComputedStyle(element);
    this.styles.set(element, style);
    return style;
  }

  /** An element's border box in viewport coordinates. */
  boxOf(element: Element): Box {
    const known = this.boxes.get(element);
    if (known) return known;
    const { left, top, width, height } = element.getBoundingClientRect();
    const box = { x: left, y: top, width, height };
    this.boxes.set(element, box);
    return box;
  }

  /** An element's padding box in viewport coordinates; scaled ancestors scale its borders too. */
  paddingBoxOf(element: Element): Box {
    const box = this.boxOf(element);
    if (!isHtml(element) || element.offsetWidth === 0 || element.offsetHeight === 0) return box;
    const across = box.width / element.offsetWidth;
    const down = box.height / element.offsetHeight;
    return {
      x: box.x + element.clientLeft * across,
      y: box.y + element.clientTop * down,
      width: element.clientWidth * across,
      height: element.clientHeight * down,
    };
  }
}

/** An element moved here from another document keeps that one's classes; `instanceof` would deny it. */
function isHtml(element: Element): element is HTMLElement {
  return 'offsetWidth' in element;
}
