import { parentOf } from './clipping';
import type { FrameReads } from './frame-reads';
import { type Box, intersect } from './geometry';
import { paintOf, textBoxes } from './painted';

/** What lies over a picture at one point. */
export type Cover =
  | 'free'
  /** Something of the site's own on the picture: a caption, a badge, a control. */
  | 'occupied'
  /** Something that covers the picture and more: a bar that stays, a dialog's backdrop, another slide. */
  | 'covered'
  /** The same by something that stays in the viewport while the picture scrolls below it. */
  | 'passing';

/** In the order in which one outdoes another. */
const RANK: readonly Cover[] = ['free', 'occupied', 'passing', 'covered'];

/** The worse of two. */
export function worseOf(a: Cover, b: Cover): Cover {
  return RANK.indexOf(a) >= RANK.indexOf(b) ? a : b;
}

/** How much larger than the picture something may be that still belongs on it: a card's tint, a hanging caption. */
const ON_PICTURE_SHARE = 1.15;

/** What takes more of a picture than this is no mark on it. */
const MOST_SHARE = 0.6;

/** Deepest nesting of shadow trees followed. */
const MAX_ROOTS = 16;

/**
 * What the page draws over a picture at a point, as `elementsFromPoint` tells (CSSOM View §5), shadow trees included.
 *
 * An element without background, picture or text at the point is no cover: links are often laid over whole cards. One
 * that lets the picture shine through is none either, unless it reaches beyond it, as a backdrop does. What takes no
 * pointer events is not told by the browser and not seen here; neither is what lies in the document around a frame.
 *
 * @param room the picture's box
 * @param ours whether an element is a host of labels
 */
export function coverAt(
  { target, room }: { readonly target: Element; readonly room: Box },
  at: { readonly x: number; readonly y: number },
  reads: FrameReads,
  ours: (element: Element) => boolean,
): Cover {
  let worst: Cover = 'free';
  for (const { root, holder } of rootsTo(target)) {
    const stack = root.elementsFromPoint(at.x, at.y);
    // A picture that takes no pointer events is not in the stack: what is below it cannot be told from what is above.
    const told = stack.includes(holder);
    for (const found of stack) {
      if (found.getRootNode() !== root || ours(found)) continue;
      if (found === holder || found.contains(holder)) break;
      const cover = judge(found, { holder, room }, at, reads);
      if (cover === 'free' || !(told || isPinned(found, holder, reads))) continue;
      worst = worseOf(worst, cover === 'covered' && isPinned(found, holder, reads) ? 'passing' : cover);
    }
  }
  return worst;
}

type Root = Document | ShadowRoot;

/** The document and the shadow roots down to an element, each with what stands for the element in it. */
function rootsTo(target: Element): readonly { readonly root: Root; readonly holder: Element }[] {
  const roots: { root: Root; holder: Element }[] = [];
  let holder: Element | undefined = target;
  while (holder && roots.length < MAX_ROOTS) {
    const root = holder.getRootNode() as Root;
    roots.unshift({ root, holder });
    holder = 'host' in root ? root.host : undefined;
  }
  return roots;
}

function judge(
  found: Element,
  { holder, room }: { readonly holder: Element; readonly room: Box },
  at: { readonly x: number; readonly y: number },
  reads: FrameReads,
): Cover {
  const box = reads.boxOf(found);
  // A backdrop takes pointer events for its dialog (CSS Positioned Layout 4 §3.2).
  if (!isIn(box, at) && found.matches(':modal, :popover-open')) return 'covered';
  const paint = paintOf(found, reads);
  const belongs = holder.contains(found) || isOnPicture(box, room);
  if (paint === 'solid') return belongs && !isMostOf(box, room) ? 'occupied' : 'covered';
  if (paint === 'veil' && !belongs) return 'covered';
  return textBoxes(found, found.ownerDocument).some((text) => isIn(text, at)) ? 'occupied' : 'free';
}

function isOnPicture(box: Box, room: Box): boolean {
  return box.width <= room.width * ON_PICTURE_SHARE && box.height <= room.height * ON_PICTURE_SHARE;
}

/** Another picture of the same size lies on the picture and still leaves nothing of it. */
function isMostOf(box: Box, room: Box): boolean {
  const shared = intersect(box, room);
  return shared.width * shared.height > room.width * room.height * MOST_SHARE;
}

function isIn(box: Box, { x, y }: { readonly x: number; readonly y: number }): boolean {
  return x >= box.x && y >= box.y && x <= box.x + box.width && y <= box.y + box.height;
}

/** Bars, banners and backdrops stay in the viewport; what scrolls with the picture does not. */
export function isPinned(element: Element, holder: Element, reads: FrameReads): boolean {
  for (let each: Element | null = element; each && !each.contains(holder); each = parentOf(each))
    if (/fixed|sticky/.test(reads.styleOf(each).position)) return true;
  return false;
}
