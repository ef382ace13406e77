/** Neighbours looked at on each side. */
const NEAR = 4;

/** Alike neighbours that make a list of choices of what stands between or beside them. */
const MIN_ALIKE = 2;

/** Longest text of one choice, in UTF-16 units: what fits a chip, a tab or the line of a form. */
const MAX_CHOICE_CHARS = 24;

/** What tells something instead of offering it: figures, `name: value`, the end of a sentence. */
const TELLS = /\d|[：:|｜/／。.!！?？…]/;

/**
 * Whether an element is one of several short ones alike that offer something: the chips of a filter, the tabs of a gallery,
 * the options of a form made of plain elements, the rows of a table of figures. A mark among those is the name of a choice and labels nothing. What comes last without
 * a class of its own may be a line below others, and is none.
 */
export function isChoice(element: Element): boolean {
  if (isDatum(element)) return true;
  if (!isShort(element)) return false;
  const before = alike(element, 'previousElementSibling');
  const behind = alike(element, 'nextElementSibling');
  if (before + behind < MIN_ALIKE) return false;
  return behind > 0 || kindOf(element) !== '' || element.localName === 'li';
}

/** The name of a row: beside it stands a figure, a price, a share. */
function isDatum({ localName, parentElement }: Element): boolean {
  if (localName !== 'td' || !parentElement) return false;
  const cells = [...parentElement.children].slice(0, 2 * NEAR);
  return cells.some(({ textContent }) =>
    /^\s*[¥￥$€£]?\s*\d/.test((textContent ?? '').slice(0, MAX_CHOICE_CHARS)),
  );
}

function alike(element: Element, side: 'previousElementSibling' | 'nextElementSibling'): number {
  let count = 0;
  let each = element[side];
  while (each && count < NEAR && isAlike(each, element)) {
    count += 1;
    each = each[side];
  }
  return count;
}

const isAlike = (one: Element, other: Element): boolean =>
  one.localName === other.localName && kindOf(one) === kindOf(other) && isShort(one);

/** The first of its classes names the kind; states are told by further ones. */
const kindOf = (element: Element): string => element.getAttribute('class')?.trim().split(/\s+/)[0] ?? '';

function isShort(element: Element): boolean {
  if (element.childElementCount > 1) return false;
  const text = (element.textContent ?? '').trim();
  return text !== '' && text.length <= MAX_CHOICE_CHARS && !TELLS.test(text);
}
