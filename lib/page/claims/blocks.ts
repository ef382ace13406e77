import { MAX_ANCESTORS } from './claim-limits';
import { isEntry } from './entries';

/** What of a page a piece of text belongs to. */
export type BlockKind =
  /** An article, post or answer. */
  | 'article'
  /** What somebody else says of it: never a word on the article, nor on its pictures. */
  | 'comment'
  /** Words of others, shown within a text. */
  | 'quote'
  /** Pictures or films with their caption. */
  | 'figure'
  /** A part of a text under a heading of its own. */
  | 'section'
  /** One of several alike: a post in a list without semantics. */
  | 'entry'
  /** The page's main text. */
  | 'main'
  /** What stands on every page of a site: it speaks of the page as a whole. */
  | 'site';

/** A piece of a page that something can be said of. */
export type Block = { readonly element: Element; readonly kind: BlockKind };

/**
 * Comments by their semantics: ARIA 1.3 `comment`, schema.org, HTML's advice to nest articles in articles, and the words
 * that content management systems have used for their lists of comments since the beginning.
 */
const COMMENT =
  '[role="comment" i],[itemprop~="comment" i],[itemtype$="schema.org/Comment" i],[itemtype$="schema.org/UserComments" i]';
const COMMENT_NAME = /(?:^|[\s_-])(?:comment|reply|评论|回复)(?:$|[\s_-](?!count|form|list|s\b))/i;
const COMMENT_LIST =
  /(?:^|[\s_-])(?:comments|replies|comment-?list|reply-?list|commentlist|评论区)(?:$|[\s_-])/i;

const FIGURE =
  '[role="figure" i],[itemtype$="schema.org/ImageObject" i],[itemtype$="schema.org/VideoObject" i]';
const ARTICLE =
  '[role="article" i],[itemtype$="Article" i],[itemtype$="schema.org/BlogPosting" i],[itemtype$="schema.org/SocialMediaPosting" i],[itemtype$="schema.org/DiscussionForumPosting" i],[itemtype$="schema.org/Answer" i],[itemtype$="schema.org/Question" i],[itemtype$="schema.org/Review" i]';

/** Attributes without which none of the selectors matches. */
const MEANING = ['role', 'itemtype', 'itemprop'] as const;
const BY_MEANING: readonly (readonly [selector: string, kind: BlockKind])[] = [
  [COMMENT, 'comment'],
  [FIGURE, 'figure'],
  [ARTICLE, 'article'],
  ['[role="main" i]', 'main'],
  ['[role="region" i]', 'section'],
  ['[role="contentinfo" i],[role="banner" i],[role="complementary" i]', 'site'],
];

/** A map: pages may name an element like a member of every object. */
const BY_NAME: ReadonlyMap<string, BlockKind> = new Map([
  ['blockquote', 'quote'],
  ['q', 'quote'],
  ['figure', 'figure'],
  ['article', 'article'],
  ['main', 'main'],
  ['body', 'main'],
  ['section', 'section'],
  ['footer', 'site'],
  ['header', 'site'],
  ['aside', 'site'],
]);
const MAIN = 'main,[role="main" i]';
const SECTION = 'section,[role="region" i]';
const HEADING = 'h1,h2,h3,h4,h5,h6,[role="heading" i]';

/** The element above, out of shadow trees too. */
export function above(element: Element): Element | null {
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return 'host' in root ? (root as ShadowRoot).host : null;
}

/**
 * The block that an element's text belongs to: the nearest that has one of the meanings above. Only the tree is read.
 *
 * @returns nothing outside the body, and where a page nests too deeply to tell
 */
export function blockOf(element: Element): Block | undefined {
  let below: Element | undefined;
  let site: Element | undefined;
  let each: Element | null = element;
  for (let step = 0; each && step < MAX_ANCESTORS; step += 1) {
    const kind = kindOf(each, below);
    if (kind === 'list') return { element: below ?? each, kind: 'comment' };
    if (kind === 'site') site ??= each;
    else if (kind === 'main') return mainOrSite(each, site);
    else if (kind) return { element: each, kind };
    below = each;
    each = above(each);
  }
  return undefined;
}

/**
 * Beside the main text a body holds what belongs to nobody's text: menus, tips and dialogs that scripts put at its end.
 */
function mainOrSite(main: Element, site: Element | undefined): Block | undefined {
  if (site) return { element: site, kind: 'site' };
  if (main.localName === 'body' && main.querySelector(MAIN)) return undefined;
  return { element: main, kind: 'main' };
}

function kindOf(element: Element, below: Element | undefined): BlockKind | 'list' | undefined {
  const kind =
    (element.hasAttributes() ? kindByAttributes(element, below) : undefined) ??
    BY_NAME.get(element.localName);
  if (kind === 'section') return hasOwnHeading(element) ? kind : undefined;
  return kind ?? (isEntry(element) ? 'entry' : undefined);
}

function kindByAttributes(element: Element, below: Element | undefined): BlockKind | 'list' | undefined {
  if (isNamed(element, COMMENT_NAME)) return 'comment';
  if (below && isNamed(element, COMMENT_LIST)) return 'list';
  if (!MEANING.some((name) => element.hasAttribute(name))) return undefined;
  return BY_MEANING.find(([selector]) => element.matches(selector))?.[1];
}

/** Names are given by people in lists of words; what a build tool made up matches none of these. */
function isNamed(element: Element, name: RegExp): boolean {
  if (element.localName === 'body' || element.localName === 'html') return false;
  return name.test(element.id) || name.test(element.getAttribute('class') ?? '');
}

function hasOwnHeading(section: Element): boolean {
  const first = section.querySelector(HEADING);
  return first !== null && first.closest(SECTION) === section;
}

/** Whether an element begins a block of its own within another: what stands in it is not said by the outer one. */
export function isBlock(element: Element): boolean {
  const kind = kindOf(element, undefined);
  return kind !== undefined && kind !== 'main' && kind !== 'site';
}

/** The heading of a block: its first, unless that belongs to a block within. */
export function headingOf(block: Element): Element | undefined {
  if (block.matches(HEADING)) return block;
  for (const heading of [...block.querySelectorAll(HEADING)].slice(0, 4))
    if (blockOf(heading)?.element === block) return heading;
  return undefined;
}
