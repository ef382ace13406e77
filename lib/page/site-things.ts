import { parentOf } from './clipping';
import type { FrameReads } from './frame-reads';
import { type Box, intersect, isEmpty } from './geometry';
import { TOP_LAYER } from './layers';
import { isSeen, paintOf, textBoxes } from './painted';

/** Something of the site's own that stands on a picture. */
export type SiteThing = {
  /** Viewport coordinates. */
  readonly box: Box;
  /** Must not be covered at all: words that label the picture, and what can be pressed. */
  readonly firm: boolean;
};

/** How far up from a picture the box is searched that holds it together with what stands on it. */
const MAX_STEPS_UP = 5;

/** Such a box is at most this much larger than its picture, and holds at most so many elements. */
const CARD_WIDTH_SHARE = 1.5;
const CARD_HEIGHT_SHARE = 3;
const MAX_ELEMENTS = 120;

/** Brothers and sisters looked at on each side where the box around is a whole list. */
const SIBLINGS = 3;

/** Things that take more of a picture than this are not in one of its corners. */
const CORNER_SHARE = 0.4;

/** A site's own label: short, and naming AI together with making (GB 45438-2025, 5.2; Measures Art. 8). */
const OWN_LABEL_CHARS = 24;
const NAMES_AI = /AI|人工智能/;
const NAMES_MAKING = /生成|合成|制作|创作|generated|created|made/i;

const CONTROL =
  'button,input:not([type="hidden"]),select,textarea,summary,a[href],[role="button"],[role="checkbox"],[role="switch"],[role="tab"],[role="menuitem"],[role="slider"]';

const THINGS = new Set(['img', 'svg', 'video', 'canvas']);

/**
 * What of the site's own stands on a picture: its label, words, controls and small pictures, found by their boxes among
 * the elements near it, so that what takes no pointer events is found too. Reads styles and boxes of at most
 * {@link MAX_ELEMENTS} elements; keep the answer until styles change.
 */
export function siteThingsOn(target: Element, room: Box, reads: FrameReads): readonly SiteThing[] {
  const around = aroundOf(target, room, reads);
  const things = around.flatMap((element) => thingsOf(element, target, room, reads));
  const frames = around.filter(
    (element) => element.contains(target) || element.parentElement?.contains(target),
  );
  const words = frames.flatMap((element) => generatedWords(element, reads));
  return [...things, ...words].filter(({ box }) => !isEmpty(intersect(box, room)));
}

/** Whether a short text is a label of the site's own that says AI. */
export function isOwnLabel(text: string): boolean {
  const words = text.replace(/\s+/g, ' ').trim();
  return words.length <= OWN_LABEL_CHARS && NAMES_AI.test(words) && NAMES_MAKING.test(words);
}

function aroundOf(target: Element, room: Box, reads: FrameReads): readonly Element[] {
  // What stands beside an element of the top layer is behind it.
  if (target.matches(TOP_LAYER)) return [];
  const card = cardOf(target, room, reads);
  if (card !== target) return [card, ...card.getElementsByTagName('*')].slice(0, MAX_ELEMENTS);
  const beside = siblingsOf(target).flatMap((each) => [each, ...each.getElementsByTagName('*')]);
  return [target, ...target.getElementsByTagName('*'), ...beside].slice(0, MAX_ELEMENTS);
}

function cardOf(target: Element, room: Box, reads: FrameReads): Element {
  let card = target;
  for (let step = 0; step < MAX_STEPS_UP; step += 1) {
    const parent = parentOf(card);
    if (!parent || card.matches(TOP_LAYER) || reads.styleOf(card).position === 'fixed') break;
    if (parent.getElementsByTagName('*').length > MAX_ELEMENTS) break;
    const box = reads.boxOf(parent);
    if (box.width > room.width * CARD_WIDTH_SHARE || box.height > room.height * CARD_HEIGHT_SHARE) break;
    card = parent;
  }
  return card;
}

function siblingsOf(target: Element): readonly Element[] {
  const found: Element[] = [];
  for (const side of ['previousElementSibling', 'nextElementSibling'] as const) {
    let sibling = target[side];
    for (let count = 0; sibling && count < SIBLINGS; count += 1) {
      found.push(sibling);
      sibling = sibling[side];
    }
  }
  return found;
}

function thingsOf(element: Element, target: Element, room: Box, reads: FrameReads): readonly SiteThing[] {
  if (element === target || element.contains(target)) return [];
  const box = reads.boxOf(element);
  const onPicture = intersect(box, room);
  if (isEmpty(onPicture)) return [];
  const things = drawnBy(element, box, room, reads);
  return things.length > 0 && isBehind(element, target, onPicture) ? [] : things;
}

function drawnBy(element: Element, box: Box, room: Box, reads: FrameReads): readonly SiteThing[] {
  const small = box.width * box.height <= room.width * room.height * CORNER_SHARE;
  if (small && element.matches(CONTROL) && element.checkVisibility({ visibilityProperty: true }))
    return [{ box, firm: true }];
  if (!isSeen(element)) return [];
  const own = ownText(element);
  const texts = own ? textBoxes(element, element.ownerDocument) : [];
  const firm = own !== '' && isOwnLabel(own);
  const drawn = small && (THINGS.has(element.localName) || paintOf(element, reads) === 'solid');
  return [...(drawn ? [{ box, firm }] : []), ...texts.map((text) => ({ box: text, firm }))];
}

/** Whether the browser says that an element lies below the picture; it says nothing of what takes no pointer events. */
function isBehind(element: Element, target: Element, shared: Box): boolean {
  const root = target.getRootNode() as Document | ShadowRoot;
  const stack = root.elementsFromPoint(shared.x + shared.width / 2, shared.y + shared.height / 2);
  const [at, picture] = [stack.indexOf(element), stack.indexOf(target)];
  return picture >= 0 && at > picture;
}

/** The text an element holds itself. */
function ownText(element: Element): string {
  return [...element.childNodes]
    .filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
    .map(({ nodeValue }) => nodeValue)
    .join(' ')
    .trim();
}

/** Words a style sheet writes over the picture. Their boxes can be told only where they are positioned. */
function generatedWords(element: Element, reads: FrameReads): readonly SiteThing[] {
  return ['::before', '::after'].flatMap((pseudo) => {
    const style = reads.view.getComputedStyle(element, pseudo);
    const words = /^"(.*)"$/.exec(style.content)?.[1];
    if (!words?.trim() || style.position !== 'absolute') return [];
    const [left, top, width, height] = [style.left, style.top, style.width, style.height].map(
      Number.parseFloat,
    );
    if (![left, top, width, height].every(Number.isFinite)) return [];
    const { x, y } = reads.paddingBoxOf(element);
    const edges = (sides: readonly string[]) =>
      sides.reduce(
        (sum, side) => sum + (Number.parseFloat(style.getPropertyValue(`padding-${side}`)) || 0),
        0,
      );
    const box = {
      x: x + (left ?? 0),
      y: y + (top ?? 0),
      width: (width ?? 0) + edges(['left', 'right']),
      height: (height ?? 0) + edges(['top', 'bottom']),
    };
    return [{ box, firm: isOwnLabel(words) }];
  });
}
