/** Elements of which lists are made where a page has no semantics, and those in which paragraphs are written. */
const ENTRY = new Set(['div', 'li', 'section', 'tr', 'dd']);

/** Brothers and sisters of one kind that make a list, itself included. */
const MIN_ALIKE = 3;

/** Looked at on each side. */
const NEAR = 4;

/** An entry holds at least this many elements: a line of text, a chip or a paragraph has fewer. */
const MIN_ELEMENTS = 2;

/**
 * Whether an element is one of several alike, each made of several parts: a post of a forum, an answer of a chat, a
 * result of a search. Told by its like-named neighbours, never by what the names are.
 */
export function isEntry(element: Element): boolean {
  if (!ENTRY.has(element.localName) && !element.localName.includes('-')) return false;
  if (element.childElementCount < MIN_ELEMENTS) return false;
  return 1 + alike(element, 'previousElementSibling') + alike(element, 'nextElementSibling') >= MIN_ALIKE;
}

function alike(element: Element, side: 'previousElementSibling' | 'nextElementSibling'): number {
  let count = 0;
  let each = element[side];
  for (let step = 0; each && step < NEAR; step += 1) {
    if (isAlike(each, element)) count += 1;
    each = each[side];
  }
  return count;
}

/** States (`active`, `first`) are told by further classes; the first one names the kind. */
function isAlike(one: Element, other: Element): boolean {
  return (
    one.localName === other.localName &&
    one.childElementCount >= MIN_ELEMENTS &&
    one.classList[0] === other.classList[0]
  );
}
