/** A picture to look into: an element and the source it shows at this moment. */
export type Candidate = { readonly element: HTMLImageElement; readonly url: string };

export type FinderEvents = {
  /** A loaded picture of some size came near the viewport, or shows another source than when last told. */
  found(candidate: Candidate): void;
  /** The element shows something else now, or nothing, or left the document. */
  gone(element: HTMLImageElement): void;
};

/** Pictures rendered smaller than this on either side are icons and are not looked into, in CSS pixels. */
export const MIN_SIDE_PX = 24;

/** Pictures this far outside the viewport are looked into ahead of time, in CSS pixels. */
const AHEAD_PX = 300;

/** Attributes that decide which file an `<img>` shows, its own and those of `<source>`. */
const SOURCE_ATTRIBUTES = ['src', 'srcset', 'sizes', 'media', 'type', 'crossorigin'];

type Known = {
  /** Source last told; empty while none was. */
  told: string;
  near: boolean;
};

/**
 * Finds every `<img>` of a document, whichever way it comes: in the markup, by `srcset` or `<picture>`, from lazy
 * loaders, by scripts later on. Reads the page, writes nothing on it, and stops with `signal`.
 *
 * A capturing `load` listener sees every source that is shown; a MutationObserver sees what comes, goes and is
 * about to change; an IntersectionObserver lets pictures through in the order in which they come near.
 */
export function startFinder(document: Document, events: FinderEvents, signal: AbortSignal): void {
  const known = new Map<HTMLImageElement, Known>();

  const consider = (element: HTMLImageElement) => {
    const state = known.get(element);
    if (!state) return;
    // Out of a shadow tree, which no observer of the document sees.
    if (!isIn(document, element)) return remove(element);
    const url = element.currentSrc;
    if (state.told !== '' && state.told !== url) forget(element, state);
    if (state.told === '' && state.near && isReady(element)) {
      state.told = url;
      events.found({ element, url });
    }
  };
  const forget = (element: HTMLImageElement, state: Known) => {
    state.told = '';
    events.gone(element);
  };
  const near = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const state = known.get(target as HTMLImageElement);
        if (state) state.near = isIntersecting;
        consider(target as HTMLImageElement);
      }
    },
    { rootMargin: `${AHEAD_PX}px` },
  );
  // A picture that grows out of icon size is looked into then.
  const sizes = new ResizeObserver((entries) => {
    for (const { target } of entries) consider(target as HTMLImageElement);
  });
  const add = (element: HTMLImageElement) => {
    if (known.has(element)) return consider(element);
    known.set(element, { told: '', near: false });
    near.observe(element);
    sizes.observe(element);
  };
  const remove = (element: HTMLImageElement) => {
    const state = known.get(element);
    if (!state || isIn(document, element)) return;
    known.delete(element);
    near.unobserve(element);
    sizes.unobserve(element);
    if (state.told !== '') forget(element, state);
  };
  watch(document, { add, remove, consider }, signal);
  signal.addEventListener('abort', () => {
    near.disconnect();
    sizes.disconnect();
    known.clear();
  });
}

type Watcher = {
  add(element: HTMLImageElement): void;
  remove(element: HTMLImageElement): void;
  consider(element: HTMLImageElement): void;
};

function watch(document: Document, watcher: Watcher, signal: AbortSignal): void {
  const onEvent = ({ target }: Event) => {
    if (isImage(target)) watcher.add(target);
  };
  for (const type of ['load', 'error'])
    document.addEventListener(type, onEvent, { capture: true, passive: true, signal });
  const observer = new MutationObserver((records) => {
    for (const record of records) react(record, watcher);
  });
  observer.observe(document, { subtree: true, childList: true, attributeFilter: SOURCE_ATTRIBUTES });
  signal.addEventListener('abort', () => observer.disconnect());
  imagesIn(document).forEach(watcher.add);
}

function react({ type, target, addedNodes, removedNodes }: MutationRecord, watcher: Watcher): void {
  if (type === 'childList') {
    for (const node of removedNodes) imagesIn(node).forEach(watcher.remove);
    for (const node of addedNodes) imagesIn(node).forEach(watcher.add);
    return;
  }
  const affected =
    target.nodeName === 'SOURCE' && target.parentNode ? imagesIn(target.parentNode) : imagesIn(target);
  // The browser picks the new source in a microtask of its own (HTML, update the image data).
  for (const element of affected) queueMicrotask(() => watcher.consider(element));
}

function imagesIn(node: Node): readonly HTMLImageElement[] {
  if (isImage(node)) return [node];
  return 'querySelectorAll' in node ? [...(node as ParentNode).querySelectorAll('img')] : [];
}

/** By name: an element moved here from another document keeps that one's classes, and `instanceof` would deny it. */
function isImage(node: EventTarget | null): node is HTMLImageElement {
  return node !== null && (node as Node).nodeName === 'IMG' && 'currentSrc' in node;
}

/** Part of this document: one that was moved into a frame is connected too, and none of ours. */
function isIn(document: Document, element: Element): boolean {
  return element.isConnected && element.ownerDocument === document;
}

/** Loaded, with a source, and no icon. */
function isReady(element: HTMLImageElement): boolean {
  if (!element.complete || element.naturalWidth === 0 || element.currentSrc === '') return false;
  return Math.min(element.clientWidth, element.clientHeight) >= MIN_SIDE_PX;
}
