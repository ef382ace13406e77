import { DECLARED_BY, holdsDeclaration, isDeclaration, isTextOfInterest } from './claims/worth-reading';
import { type ShadowRootOf, slicedWalk } from './shadow-roots';
import { sheetPictures } from './sheet-pictures';
import { isLarge, MEDIA_SELECTOR } from './worth';

/** What a style sheet loads that is no picture. */
const NO_PICTURE = /\.(?:css|woff2?|ttf|otf|eot)(?:[?#]|$)/i;

/** An element whose own style, or a sheet whose text, names a file. */
const NAMES_FILES = '[style*="url("],[style*="image-set("]';

/** New nodes, words that change in place, and attributes by which an element comes to declare something. */
const OBSERVED = { subtree: true, childList: true, characterData: true, attributeFilter: [...DECLARED_BY] };

export type SentryOptions = {
  readonly window: Window & typeof globalThis;
  readonly shadowRootOf: ShadowRootOf;
  /** Called once, as soon as there is a medium or text that may be worth reading. */
  wake(): void;
};

/**
 * Watches a document for the first medium worth reading: one that is shown at 40 pixels or more, or whose size is not known
 * yet; and for the first words or declaration that may say that a text is made by AI. All else that this extension does
 * on a page is loaded then; a page without either pays for this watch only.
 *
 * Sees elements and text in the document and in its shadow roots, and what style sheets load. It forces no layout: sizes
 * come from attributes, later from a ResizeObserver.
 */
export function startSentry({ window, shadowRootOf, wake }: SentryOptions, signal: AbortSignal): void {
  const { document } = window;
  const over = new AbortController();
  const during = AbortSignal.any([over.signal, signal]);
  const rouse = () => {
    if (during.aborted) return;
    over.abort();
    wake();
  };
  const small = new window.ResizeObserver((entries) => {
    if (entries.some(({ contentRect }) => isLarge(contentRect))) rouse();
  });
  const check = (element: Element) => {
    if (isSmallBySource(element)) small.observe(element);
    else rouse();
  };
  const roots = new WeakSet<ShadowRoot>();
  const walk = slicedWalk(
    window,
    (element) => {
      const root = shadowRootOf(element);
      if (!root) return;
      if (!roots.has(root)) observe(root);
      else walk.look(root);
      roots.add(root);
    },
    during,
    (text) => {
      if (isTextOfInterest(text)) rouse();
    },
  );
  const search = (node: Node) => {
    if (node.nodeType === node.TEXT_NODE && isTextOfInterest(node as Text)) rouse();
    if (!('querySelectorAll' in node)) return;
    for (const element of mediaIn(node as ParentNode & Node)) check(element);
    if (holdsDeclaration(node as ParentNode & Node)) rouse();
    if (!during.aborted) walk.look(node);
  };
  const observer = new window.MutationObserver((records) => {
    for (const { addedNodes } of records) for (const node of addedNodes) search(node);
    if (records.some(({ target }) => becameOfInterest(target))) rouse();
  });
  const observe = (root: Node) => {
    observer.observe(root, OBSERVED);
    search(root);
  };
  watchResources(window, rouse, during);
  during.addEventListener('abort', () => {
    observer.disconnect();
    small.disconnect();
  });
  const lookAtSheets = sheetPictures(window, rouse, during);
  for (const type of ['DOMContentLoaded', 'load'])
    window.addEventListener(type, () => walk.look(document), { signal: during });
  // The document's own, and that of a sheet that comes later, which does not bubble; neither passes the other's target.
  for (const target of [window, document])
    target.addEventListener('load', lookAtSheets, { signal: during, capture: true, passive: true });
  lookAtSheets();
  observe(document);
}

/** Text that was written anew in its place, and an element that declares something now or whose script says it now. */
function becameOfInterest(target: Node): boolean {
  if (target.nodeType === target.TEXT_NODE) {
    const { parentElement } = target as Text;
    return isTextOfInterest(target as Text) || (parentElement !== null && isScriptOfInterest(parentElement));
  }
  return target.nodeType === target.ELEMENT_NODE && isDeclaration(target as Element);
}

const isScriptOfInterest = (element: Element): boolean =>
  element.localName === 'script' && isDeclaration(element);

/** Media and elements with files in their style, the node itself included. */
function mediaIn(node: ParentNode & Node): readonly Element[] {
  const inner = [...node.querySelectorAll(`${MEDIA_SELECTOR},${NAMES_FILES},style`)].filter(isOfInterest);
  const self = 'matches' in node ? (node as unknown as Element) : undefined;
  return self?.matches(`${MEDIA_SELECTOR},${NAMES_FILES},style`) && isOfInterest(self)
    ? [self, ...inner]
    : inner;
}

/** Files that a sheet names, fonts left aside. */
const SHEET_FILES = /url\(\s*["']?(?!["']?[^)"']*\.(?:woff2?|ttf|otf|eot))|image-set\(/i;

function isOfInterest(element: Element): boolean {
  return element.localName !== 'style' || SHEET_FILES.test(element.textContent ?? '');
}

/** Whether the markup itself says that it is an icon. */
function isSmallBySource(element: Element): boolean {
  const side = (name: string) => Number.parseFloat(element.getAttribute(name) ?? '');
  return !isLarge({ width: orLarge(side('width')), height: orLarge(side('height')) });
}

const orLarge = (side: number): number => (Number.isNaN(side) ? Number.POSITIVE_INFINITY : side);

/** Pictures of style sheets have no element; the browser lists what it loaded for them. */
function watchResources(window: Window & typeof globalThis, rouse: () => void, signal: AbortSignal): void {
  const observer = new window.PerformanceObserver((list) => {
    const entries = list.getEntries() as PerformanceResourceTiming[];
    if (entries.some(({ initiatorType, name }) => initiatorType === 'css' && !NO_PICTURE.test(name))) rouse();
  });
  observer.observe({ type: 'resource', buffered: true });
  signal.addEventListener('abort', () => observer.disconnect());
}
