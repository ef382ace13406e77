/** Marks of direction and joining that are no part of a word. */
const INVISIBLE = /[\s\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]+/g;

/** Points that may close a statement. */
const CLOSING = /[.。!,;；]+$/;

/**
 * A text as statements are compared: one width (NFKC), no spaces or invisible marks, lower case, no closing point.
 * Chinese pages put spaces around Latin letters or not, and full-width or plain punctuation.
 */
export function plainText(text: string): string {
  return text.normalize('NFKC').replace(INVISIBLE, '').toLowerCase().replace(CLOSING, '');
}

/**
 * The text of an element and all in it, where it is short.
 *
 * @param max UTF-16 units; no more than this and one text node is ever put together
 * @returns `undefined` where it is longer
 */
export function shortTextOf(element: Element, max: number): string | undefined {
  const walker = element.ownerDocument.createTreeWalker(element, SHOW_TEXT);
  let text = '';
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    text += node.nodeValue ?? '';
    if (text.length > max) return undefined;
  }
  return text;
}

/** `NodeFilter.SHOW_TEXT` (DOM Standard §6), as a number: not every document has the interface object. */
export const SHOW_TEXT = 4;
