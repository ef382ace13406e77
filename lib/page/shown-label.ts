import type { LabelShown } from '../messages/page-items';
import { mayHoldMark, mentionsAi } from '../rules/mark-needles';
import { above, blockOf } from './claims/blocks';
import { isSeenText } from './claims/seen';
import { elementOf, textNodes } from './claims/text-nodes';
import { MEDIA_SELECTOR } from './worth';

/** How far up from a medium its surroundings are looked at, and how much they may hold. */
const MAX_STEPS_UP = 6;
const MAX_ELEMENTS = 120;
const MAX_TEXT_CHARS = 4096;

/** What holds more media than this is a list, and its words may be about any of them. */
const MAX_MEDIA = 3;

const NAMES = ['alt', 'title', 'aria-label', 'aria-description'] as const;

/**
 * Whether a page shows an explicit label near a medium (Labelling Measures, Articles 4 and 6): in the words its element has, in
 * its caption, on its card or in the text next to it. What is drawn into the picture or written by a style sheet is
 * not looked for. Only the tree and, where words were found, their style are read.
 *
 * @returns `unknown` in a frame without such words: the page around it may show them
 */
export function labelShownNear(element: Element): LabelShown {
  if (NAMES.some((name) => mayHoldMark(element.getAttribute(name) ?? ''))) return 'yes';
  if (hasSeenMark(surroundingsOf(element))) return 'yes';
  const { defaultView } = element.ownerDocument;
  return defaultView !== null && defaultView !== defaultView.parent ? 'unknown' : 'no';
}

/** The largest element around a medium that still is about it. */
function surroundingsOf(element: Element): Element {
  const block = blockOf(element)?.element;
  let around = element;
  for (let step = 0; step < MAX_STEPS_UP && around !== block; step += 1) {
    const parent = above(around);
    if (!parent || parent.getElementsByTagName('*').length > MAX_ELEMENTS) break;
    if (parent.querySelectorAll(MEDIA_SELECTOR).length > MAX_MEDIA) break;
    around = parent;
  }
  return around;
}

function hasSeenMark(around: Element): boolean {
  const text = around.textContent ?? '';
  if (text.length > MAX_TEXT_CHARS || !mayHoldMark(text)) return false;
  for (const node of textNodes(around)) {
    const holder = mentionsAi(node.data) ? elementOf(node) : undefined;
    if (holder && isSeenText(holder)) return true;
  }
  return false;
}
