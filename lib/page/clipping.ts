import type { FrameReads } from './frame-reads';
import { type Box, intersect } from './geometry';

/** What ancestors leave of an element: by cutting alone, and by cutting and scrolling. Viewport coordinates. */
export type Clipped = { readonly cropped: Box; readonly visible: Box };

/** An ancestor that cuts what it holds, across, down, or both. */
export type Clipper = {
  readonly element: Element;
  readonly scrolls: boolean;
  readonly across: boolean;
  readonly down: boolean;
};

/** The computed style cutting depends on. */
export type ClipStyle = Pick<
  CSSStyleDeclaration,
  | 'display'
  | 'position'
  | 'overflowX'
  | 'overflowY'
  | 'contain'
  | 'contentVisibility'
  | 'transform'
  | 'translate'
  | 'rotate'
  | 'scale'
  | 'perspective'
  | 'filter'
  | 'backdropFilter'
  | 'willChange'
>;

/** Deepest walk up a page; a page that nests deeper gets labels that are not cut. */
const MAX_ANCESTORS = 256;

/**
 * The ancestors that cut an element (CSS Overflow 3 §3): those in its chain of containing blocks whose `overflow` is
 * not `visible` or that contain paint. Computed styles are read; keep the answer until styles change.
 */
export function clippersOf(element: Element, reads: FrameReads): readonly Clipper[] {
  return clippersFrom(parentOf(element), reads.styleOf(element).position, reads, 0);
}

/** Asked for the same ancestor by many elements; what differs is only how they are positioned. */
function clippersFrom(
  ancestor: Element | null,
  position: string,
  reads: FrameReads,
  depth: number,
): readonly Clipper[] {
  if (!ancestor || depth >= MAX_ANCESTORS || givesToViewport(ancestor, reads)) return [];
  const known = reads.chains.get(ancestor) ?? new Map<string, readonly Clipper[]>();
  reads.chains.set(ancestor, known);
  const kind = position === 'absolute' || position === 'fixed' ? position : 'in flow';
  const answer = known.get(kind) ?? chain(ancestor, position, reads, depth);
  known.set(kind, answer);
  return answer;
}

function chain(ancestor: Element, position: string, reads: FrameReads, depth: number): readonly Clipper[] {
  const style = reads.styleOf(ancestor);
  const holds = isContainingBlock(style, position);
  const outer = clippersFrom(parentOf(ancestor), holds ? style.position : position, reads, depth + 1);
  if (!holds) return outer;
  const cut = cutsOf(style);
  return cut.across || cut.down ? [{ element: ancestor, ...cut }, ...outer] : outer;
}

/** The viewport takes its overflow from the root, or from `body` where the root has none (CSS Overflow 3 §3.3). */
function givesToViewport(element: Element, reads: FrameReads): boolean {
  const { documentElement, body } = element.ownerDocument;
  if (element === documentElement) return true;
  return element === body && reads.styleOf(documentElement).overflowX === 'visible';
}

/** Whether a box with this style holds descendants of that position (CSS Positioned Layout 3 §2.1). */
export function isContainingBlock(style: ClipStyle, position: string): boolean {
  if (hasNoBox(style)) return false;
  if (position !== 'absolute' && position !== 'fixed') return true;
  if (position === 'absolute' && style.position !== 'static') return true;
  const { transform, translate, rotate, scale, perspective, filter, backdropFilter } = style;
  const moved = [transform, translate, rotate, scale, perspective, filter, backdropFilter];
  if (moved.some((value) => value !== undefined && value !== '' && value !== 'none')) return true;
  return (
    containsPaint(style) ||
    /layout/.test(style.contain) ||
    /transform|filter|perspective/.test(style.willChange)
  );
}

/** What a box with this style cuts. Inline boxes have no `overflow`, whatever a sheet says of them. */
export function cutsOf(style: ClipStyle): Pick<Clipper, 'scrolls' | 'across' | 'down'> {
  const { overflowX, overflowY } = style;
  if (hasNoBox(style) || isInline(style)) return { scrolls: false, across: false, down: false };
  const paint = containsPaint(style);
  return {
    scrolls: /auto|scroll/.test(`${overflowX} ${overflowY}`),
    across: paint || overflowX !== 'visible',
    down: paint || overflowY !== 'visible',
  };
}

const hasNoBox = ({ display }: ClipStyle): boolean => display === 'contents' || display === 'none';
const isInline = ({ display }: ClipStyle): boolean => display === 'inline' || display.startsWith('ruby');

function containsPaint(style: ClipStyle): boolean {
  if (isInline(style)) return false;
  const hides = style.contentVisibility === 'auto' || style.contentVisibility === 'hidden';
  return hides || /paint|strict|content/.test(style.contain);
}

/** The parent in the tree that is drawn: the slot an element stands in, the host above a shadow root's topmost ones. */
export function parentOf(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return 'host' in root ? (root as ShadowRoot).host : null;
}

/** What those ancestors leave of a box, read in one go with the other boxes. */
export function clip(
  box: Box,
  clippers: readonly Clipper[],
  reads: Pick<FrameReads, 'paddingBoxOf'>,
): Clipped {
  let cropped = box;
  let visible = box;
  for (const clipper of clippers) {
    const window = openAlong(reads.paddingBoxOf(clipper.element), visible, clipper);
    visible = intersect(visible, window);
    if (!clipper.scrolls) cropped = intersect(cropped, window);
  }
  return { cropped, visible };
}

/** A clipper that cuts along one axis only leaves the other as it is. */
function openAlong(window: Box, box: Box, { across, down }: Clipper): Box {
  return {
    x: across ? window.x : box.x,
    y: down ? window.y : box.y,
    width: across ? window.width : box.width,
    height: down ? window.height : box.height,
  };
}
