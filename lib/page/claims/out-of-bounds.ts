import { above } from './blocks';
import { MAX_ANCESTORS } from './claim-limits';

/**
 * What is no text of an author: what can be pressed, chosen or filled in, what leads elsewhere, what shows code, and
 * what is not shown at all. A mark in it would be a menu's "AI image generator" or a tutorial's example.
 */
const NO_TEXT = new Set(
  'nav menu dt th button select option datalist textarea input label template script style noscript title svg math code kbd samp pre var object iframe canvas del s summary'.split(
    ' ',
  ),
);

const NO_TEXT_ROLES = new Set(
  'navigation menu menubar menuitem menuitemradio menuitemcheckbox button tab tablist option listbox switch checkbox radio search toolbar tooltip textbox combobox'.split(
    ' ',
  ),
);

const NO_TEXT_STATES =
  '[hidden],[inert],[aria-hidden="true" i],[contenteditable]:not([contenteditable="false" i]),a[rel~="tag" i],dialog:not([open])';

/** A form around a whole page is a habit of old frameworks. */
const WHOLE_PAGE = 'article,main,h1,[role="main" i]';

/** Whether an element by itself is no text of an author. */
export function isNoText(element: Element): boolean {
  if (NO_TEXT.has(element.localName) || element.localName === 'dialog') return isShut(element);
  // Asked for every element of a text, most of which have nothing to ask for.
  if (element.hasAttributes() && (hasNoTextRole(element) || element.matches(NO_TEXT_STATES))) return true;
  if (element.localName === 'form') return element.querySelector(WHOLE_PAGE) === null;
  if (element.localName === 'a') return isTag(element) || isInListOfLinks(element);
  return element.localName === 'table' && isOfData(element as HTMLTableElement);
}

const isShut = (element: Element): boolean => element.localName !== 'dialog' || !element.hasAttribute('open');

function hasNoTextRole(element: Element): boolean {
  const role = element.getAttribute('role');
  return role !== null && NO_TEXT_ROLES.has(role.trim().toLowerCase());
}

/** Whether an element stands in what is no text of an author. */
export function isOutOfBounds(element: Element): boolean {
  let each: Element | null = element;
  for (let step = 0; each && step < MAX_ANCESTORS; step += 1) {
    if (isNoText(each)) return true;
    each = above(each);
  }
  return each !== null;
}

function isTag(link: Element): boolean {
  return /^\s*[#＃]/.test(link.textContent ?? '');
}

/** Three links in a row, or three entries of links, are a menu or a list of subjects. */
const MANY = 3;

function isInListOfLinks(link: Element): boolean {
  const entry = link.parentElement?.localName === 'li' ? link.parentElement : link;
  const list = entry.parentElement;
  if (!list) return false;
  const links = [...list.children]
    .slice(0, 2 * MANY)
    .filter((each) => each.localName === 'a' || isOnlyLink(each));
  return links.length >= MANY;
}

function isOnlyLink(element: Element): boolean {
  return element.localName === 'li' && element.firstElementChild?.localName === 'a';
}

/** A table with headings compares things; one without lays out a page. */
function isOfData(table: HTMLTableElement): boolean {
  return table.querySelector('thead,caption,th') !== null;
}
