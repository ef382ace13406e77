import { above } from './blocks';
import { MAX_ANCESTORS } from './claim-limits';

/**
 * What is no text of an author: what can be pressed, chosen or filled in, what leads elsewhere, what shows code, and
 * what is not shown at all. A mark in it would be a menu's "AI image generator" or a tutorial's example.
 */
const NO_TEXT =
  'nav,menu,button,select,option,datalist,textarea,input,label,dialog:not([open]),template,script,style,noscript,title,svg,math,code,kbd,samp,pre,var,object,iframe,canvas,del,s,summary,' +
  '[role="navigation" i],[role="menu" i],[role="menubar" i],[role^="menuitem" i],[role="button" i],[role="tab" i],[role="tablist" i],[role="option" i],[role="listbox" i],[role="switch" i],[role="checkbox" i],[role="radio" i],[role="search" i],[role="toolbar" i],[role="tooltip" i],[role="textbox" i],[role="combobox" i],' +
  '[hidden],[aria-hidden="true" i],[contenteditable]:not([contenteditable="false" i]),a[rel~="tag" i],[inert]';

/** A form around a whole page is a habit of old frameworks. */
const WHOLE_PAGE = 'article,main,h1,[role="main" i]';

/** Whether an element by itself is no text of an author. */
export function isNoText(element: Element): boolean {
  if (element.matches(NO_TEXT)) return true;
  if (element.localName === 'form') return element.querySelector(WHOLE_PAGE) === null;
  if (element.localName === 'a') return isTag(element) || isInListOfLinks(element);
  return element.localName === 'table' && isOfData(element as HTMLTableElement);
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
  return table.tHead !== null || table.caption !== null || table.querySelector('th') !== null;
}
