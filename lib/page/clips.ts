import { type Box, intersect } from './geometry';

/** Ancestors that cut a picture: `crops` cut for good (`overflow: hidden`), `scrollers` may show it again. */
export type Clips = { readonly crops: readonly Element[]; readonly scrollers: readonly Element[] };

type Facts = {
  readonly position: string;
  readonly cuts: 'crop' | 'scroll' | undefined;
  /** Whether it is the containing block of absolute and of fixed descendants. */
  readonly holdsAbsolute: boolean;
  readonly holdsFixed: boolean;
};

/** Ancestors looked at per picture; a page can nest deeper, but then only to slow us down. */
const MAX_ANCESTORS = 256;

/**
 * Finds the ancestors that cut pictures. Styles are read once per ancestor and kept for the life of the object:
 * make a new one for each pass in which style may have changed.
 */
export class ClipFinder {
  private readonly facts = new Map<Element, Facts>();

  /** Every ancestor whose box limits what is seen of `element` (CSS 2.2, 11.1.1), nearest first. */
  clipsOf(element: Element): Clips {
    const crops: Element[] = [];
    const scrollers: Element[] = [];
    let { position } = this.factsOf(element);
    let ancestor = parentOf(element);
    for (let steps = 0; ancestor && steps < MAX_ANCESTORS; steps += 1) {
      const facts = this.factsOf(ancestor);
      if (holds(facts, position)) {
        if (facts.cuts === 'crop') crops.push(ancestor);
        if (facts.cuts === 'scroll') scrollers.push(ancestor);
        position = facts.position;
      }
      ancestor = parentOf(ancestor);
    }
    return { crops, scrollers };
  }

  private factsOf(element: Element): Facts {
    const known = this.facts.get(element);
    if (known) return known;
    const facts = readFacts(element);
    this.facts.set(element, facts);
    return facts;
  }
}

/** An absolute element is cut only by its containing block and what holds that, a fixed one likewise. */
function holds(facts: Facts, position: string): boolean {
  if (position === 'fixed') return facts.holdsFixed;
  return position === 'absolute' ? facts.holdsAbsolute : true;
}

function readFacts(element: Element): Facts {
  const style = getComputedStyle(element);
  const holdsFixed =
    isSet(style.transform) ||
    isSet(style.filter) ||
    isSet(style.perspective) ||
    /paint|layout|strict|content/.test(style.contain) ||
    /transform|filter|perspective/.test(style.willChange);
  return {
    position: style.position,
    cuts: cutsOf(element, style),
    holdsFixed,
    holdsAbsolute: holdsFixed || style.position !== 'static',
  };
}

function isSet(value: string): boolean {
  return value !== '' && value !== 'none';
}

function cutsOf(element: Element, style: CSSStyleDeclaration): Facts['cuts'] {
  if (style.display === 'inline' || style.display === 'contents' || isViewport(element)) return undefined;
  const overflow = `${style.overflowX} ${style.overflowY}`;
  if (/auto|scroll/.test(overflow)) return 'scroll';
  return /hidden|clip/.test(overflow) || /paint|strict|content/.test(style.contain) ? 'crop' : undefined;
}

/** Overflow of the root, and of the body where the root has none, belongs to the viewport (CSS Overflow 3, 3.3). */
function isViewport(element: Element): boolean {
  const { documentElement, body } = element.ownerDocument;
  if (element === documentElement) return true;
  return element === body && getComputedStyle(documentElement).overflow === 'visible';
}

function parentOf(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** The part of a box that is left after all given ancestors have cut it; viewport coordinates. */
export function cutBy(box: Box, ancestors: readonly Element[], paddingBoxes: Map<Element, Box>): Box {
  return ancestors.reduce((left, ancestor) => intersect(left, paddingBox(ancestor, paddingBoxes)), box);
}

/** The padding box of an element without its scroll bars, read at most once per pass. */
function paddingBox(element: Element, known: Map<Element, Box>): Box {
  const before = known.get(element);
  if (before) return before;
  const rect = element.getBoundingClientRect();
  const scale =
    element instanceof HTMLElement && element.offsetWidth > 0 ? rect.width / element.offsetWidth : 1;
  const box = {
    x: rect.left + element.clientLeft * scale,
    y: rect.top + element.clientTop * scale,
    width: element.clientWidth * scale,
    height: element.clientHeight * scale,
  };
  known.set(element, box);
  return box;
}
