import type { PlatformRule } from '../../../rules/platform-rule';
import { above } from '../blocks';
import type { ClaimScope } from '../claim';

/** What a platform's statement speaks of. */
export type PlatformItem = { readonly anchor: Element; readonly about: ClaimScope };

/** Where the same words are a choice, a heading, code or something being written, and not a statement. */
const NEVER = [
  'nav, menu, form, label, select, textarea, [contenteditable]:not([contenteditable="false"])',
  '[role="navigation"], [role="menu"], [role="menuitem"], [role="menubar"], [role="listbox"], [role="option"]',
  '[role="radio"], [role="radiogroup"], [role="checkbox"], [role="switch"], [role="tab"], [role="search"]',
  'h1, h2, h3, h4, h5, h6, [role="heading"], code, pre, blockquote, q',
  'script, style, template, noscript, [hidden]',
].join(', ');

/** Where, within an item, other people speak than the one who put it up. */
const OTHERS = '[class*="comment" i], [id*="comment" i], [role="comment"], [aria-label*="评论"]';

/** Pictures this wide are content; faces and signs are smaller. */
const MIN_CONTENT_PX = 200;

/** Text this long is an article or a post with nothing else in it to speak of. */
const MIN_ARTICLE_CHARS = 200;

/** Elements looked at in one ancestor; one with more pictures than this is no single item. */
const MAX_MEDIA = 40;

/**
 * The one item around a statement: the nearest container, or the nearest ancestor with one film, with a picture or
 * with the text of an article in it.
 *
 * @returns `undefined` where the words stand in a menu, form, heading or comment, in a post within a post, or where
 * nothing tells which of several items they speak of
 */
export function itemAround(from: Element, rule: PlatformRule): PlatformItem | undefined {
  if (closest(from, NEVER)) return undefined;
  const selector = rule.containers.join(', ');
  const container = selector === '' ? null : closest(from, selector);
  const item = container ? itemIn(container, selector) : climbed(from, rule.climb);
  return item && !isSaidByOthers(from, item.anchor) ? item : undefined;
}

/** As `Element.closest`, through shadow roots. */
function closest(element: Element, selector: string): Element | null {
  const found = element.closest(selector);
  if (found) return found;
  const root = element.getRootNode();
  return 'host' in root ? closest((root as ShadowRoot).host, selector) : null;
}

/** A post within a post is a quotation or an answer: whose the statement is cannot be told. */
function itemIn(container: Element, selector: string): PlatformItem | undefined {
  const around = above(container);
  return around && closest(around, selector) ? undefined : { anchor: container, about: 'item' };
}

function climbed(from: Element, climb: number): PlatformItem | undefined {
  let element = above(from);
  for (let up = 0; element && up < climb; up += 1, element = above(element)) {
    const { localName } = element;
    const found = localName === 'html' ? 'several' : contentOf(element);
    if (found === 'several') return undefined;
    if (found) return found;
  }
  return undefined;
}

/** What an ancestor holds: one film, one or more pictures, a long text; `several` films cannot be told apart. */
function contentOf(element: Element): PlatformItem | 'several' | undefined {
  const films = element.getElementsByTagName('video');
  const [film] = films;
  if (films.length > 1) return 'several';
  if (film) return { anchor: film, about: 'media' };
  if (element.localName === 'body') return undefined;
  const pictures = [...element.getElementsByTagName('img')].slice(0, MAX_MEDIA);
  if (pictures.some(isContent)) return { anchor: element, about: 'item' };
  return isLong(element) ? { anchor: element, about: 'text' } : undefined;
}

/** By the picture's own size or what its attribute says: neither asks for layout. */
function isContent(picture: HTMLImageElement): boolean {
  const stated = Number(picture.getAttribute('width') ?? 0);
  return (picture.naturalWidth || stated) >= MIN_CONTENT_PX;
}

/** Counts the text of its own paragraphs, stopping as soon as it is enough. */
function isLong(element: Element): boolean {
  let chars = 0;
  for (const paragraph of [...element.getElementsByTagName('p')].slice(0, MAX_MEDIA)) {
    chars += paragraph.textContent?.length ?? 0;
    if (chars >= MIN_ARTICLE_CHARS) return true;
  }
  return false;
}

function isSaidByOthers(from: Element, anchor: Element): boolean {
  for (let element: Element | null = from; element && element !== anchor; element = above(element)) {
    if (element.contains(anchor)) return false;
    if (element.matches(OTHERS) || element.localName.includes('comment')) return true;
  }
  return false;
}

/**
 * The one item of a page whose address names it: its only film, or its only container.
 *
 * @returns `undefined` where the page shows several: then its address does not tell which
 */
export function itemOfPage(document: Document, rule: PlatformRule): PlatformItem | undefined {
  const films = document.getElementsByTagName('video');
  const [film] = films;
  if (film && films.length === 1) return { anchor: film, about: 'media' };
  const selector = rule.containers.join(', ');
  const outer = selector === '' ? [] : [...document.querySelectorAll(selector)].filter(isOuter(selector));
  const [container] = outer;
  return container && outer.length === 1 ? { anchor: container, about: 'item' } : undefined;
}

const isOuter = (selector: string) => (element: Element) => !element.parentElement?.closest(selector);

/** The item a link leads to: what the link shows, or the container around it. */
export function itemOfLink(link: Element, rule: PlatformRule): PlatformItem | undefined {
  if (closest(link, NEVER)) return undefined;
  if (link.querySelector('img, video')) return { anchor: link, about: 'media' };
  const selector = rule.containers.join(', ');
  const container = selector === '' ? null : closest(link, selector);
  return container ? itemIn(container, selector) : undefined;
}
