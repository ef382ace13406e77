import { fileText } from '../bytes/file-text';
import type { Inspection } from '../inspect/inspection';
import type { LabelPlan } from '../labels/label-plan';
import type { PageCounts, PageItem } from '../messages/page-items';
import { type Finding, isSaidByPage } from '../signals/finding';
import type { Medium } from './medium';
import { labelShownNear } from './shown-label';

/** Longest alternative text kept with an item, and longest excerpt of a text. */
const MAX_ALT_CHARS = 500;
const MAX_EXCERPT_CHARS = 300;

/** A medium told by the finder, or a text that the page speaks of, until its element shows something else. */
export type Seen = {
  readonly medium: Medium;
  /** Of a text: the block that it is about. */
  readonly anchor?: Element;
  /** Smaller side of the element when it was found, in CSS pixels. */
  readonly side: number;
  /** What the page says of it. */
  said: readonly Finding[];
  /** What the file says; of a text, nothing. */
  inspection?: Inspection;
  /** As the fast reading left it: a check anew begins there. */
  read?: Inspection;
  item?: PageItem;
  /** Checks begun; only the last one counts. */
  checks: number;
  /** A person asked for the check. */
  forced: boolean;
};

/** States in the order in which they speak for an element that shows several media. */
const BY_STRENGTH: readonly LabelPlan['badge'][] = [
  'confirmed',
  'broken',
  'possible',
  'suspected',
  'captured',
];

/** Rank of what an item says: the lowest speaks for its element. */
export function strengthOf({ item }: Seen): number {
  return item ? BY_STRENGTH.indexOf(item.label.badge) : BY_STRENGTH.length;
}

/** Whether a credential in the file itself was or is being checked; one elsewhere is not asked for by itself. */
export function wasChecked({ read, inspection }: Seen): boolean {
  const kind = inspection?.credential?.kind;
  return read?.credential?.kind === 'checking' && (kind === 'checked' || kind === 'checking');
}

/** What is known of an item, as the panel takes it. */
export function describe(
  { medium: { element, way, url }, anchor }: Seen,
  rest: Pick<PageItem, 'id' | 'inspection' | 'label' | 'pageUrl' | 'readAt'>,
): PageItem {
  return {
    ...rest,
    kind: way.kind,
    ...(way.as === undefined ? {} : { as: way.as }),
    ...(anchor || !isSaidByFile(rest.inspection) ? {} : { pageShowsLabel: labelShownNear(element) }),
    ...(anchor ? { excerpt: fileText(wordsOf(anchor), MAX_EXCERPT_CHARS) } : {}),
    mediaUrl: anchor ? rest.pageUrl : url,
    alt: fileText(anchor ? titleOf(element, anchor) : nameOf(element), MAX_ALT_CHARS),
  };
}

/** Whether the page shows another label near a medium now than when it was described. */
export function hasNewWords({ item, medium }: Seen): boolean {
  return item?.pageShowsLabel !== undefined && item.pageShowsLabel !== labelShownNear(medium.element);
}

function isSaidByFile({ verdict }: Inspection): boolean {
  return verdict.kind === 'ai' && verdict.because.some((finding) => !isSaidByPage(finding));
}

/** What the page calls a medium in words, by whichever attribute its element has for it. */
function nameOf(element: Element): string {
  const names = ['alt', 'aria-label', 'title'].map((name) => element.getAttribute(name));
  return names.find((name) => name) ?? '';
}

/** A text is called by its headline, a page by its title. */
function titleOf(holder: Element, anchor: Element): string {
  const { documentElement, title } = anchor.ownerDocument;
  if (anchor === documentElement) return title;
  return holder === anchor ? '' : flat(holder.textContent ?? '');
}

function wordsOf(anchor: Element): string {
  const { body, documentElement } = anchor.ownerDocument;
  if (anchor === documentElement || !body) return '';
  const parts: string[] = [];
  let chars = 0;
  const walker = anchor.ownerDocument.createTreeWalker(anchor, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node && chars <= MAX_EXCERPT_CHARS; node = walker.nextNode()) {
    if (/^(?:script|style|template|noscript)$/.test(node.parentElement?.localName ?? '')) continue;
    const words = flat(node.nodeValue ?? '');
    parts.push(words);
    chars += words.length;
  }
  return flat(parts.join(' '));
}

const flat = (text: string): string =>
  text
    .slice(0, 8 * MAX_ALT_CHARS)
    .replace(/\s+/g, ' ')
    .trim();

/** How many media of a page ended how. A failed reading is counted also where the page says something of the medium. */
export function countAll(all: Iterable<Seen>): PageCounts {
  let [labelled, noLabel, unreadable] = [0, 0, 0];
  const notChecked = new Map<string, number>();
  for (const { item, inspection, anchor } of all) {
    // A text of which nothing is said in the end is no file without a label.
    if (anchor && !item) continue;
    const verdict = inspection?.verdict;
    if (item) labelled += 1;
    if (verdict?.kind === 'not-checked') notChecked.set(verdict.why, (notChecked.get(verdict.why) ?? 0) + 1);
    else if (verdict?.kind === 'unreadable') unreadable += 1;
    else if (verdict && !item) noLabel += 1;
  }
  return { labelled, noLabel, unreadable, notChecked: Object.fromEntries(notChecked) };
}
