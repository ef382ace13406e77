import { headingOf } from './claims/blocks';
import type { Medium } from './medium';
import type { Way } from './way';

/** A text has no address of its own; this stands for it where media have theirs. */
const NO_ADDRESS = '';

/** A text on the page, labelled at its headline or its first words. */
const TEXT: Way = {
  id: 'text',
  kind: 'text',
  area: 'text',
  shown: () => [NO_ADDRESS],
  isReady: () => true,
};

/** The page as a whole: listed, never labelled. */
const PAGE: Way = { ...TEXT, id: 'page', kind: 'page' };

/** What of a text or page a label belongs to, in the place of a medium. */
export function textMedium(anchor: Element): Medium {
  const isPage = anchor === anchor.ownerDocument.documentElement;
  return { element: isPage ? anchor : holderOf(anchor), way: isPage ? PAGE : TEXT, url: NO_ADDRESS };
}

/** Whether a text is still labelled where it should be: its headline may have come only now. */
export function isHolderOf({ element }: Medium, anchor: Element): boolean {
  return element.isConnected && textMedium(anchor).element === element;
}

/** Elements looked at for the first words of a text. */
const MAX_LOOKED_AT = 64;

/** First words are at least this long; a name or a date is shorter. */
const MIN_WORDS_CHARS = 12;

/** The headline of a text; without one the element of its first words, else the text itself. */
function holderOf(anchor: Element): Element {
  const heading = headingOf(anchor);
  if (heading) return heading;
  const walker = anchor.ownerDocument.createTreeWalker(anchor, NodeFilter.SHOW_TEXT);
  let node = walker.nextNode();
  for (let count = 0; node && count < MAX_LOOKED_AT; count += 1) {
    if ((node.nodeValue ?? '').trim().length >= MIN_WORDS_CHARS) return node.parentElement ?? anchor;
    node = walker.nextNode();
  }
  return anchor;
}
