/** Gives an element's shadow root, open or closed; `null` where it has none. */
export type ShadowRootOf = (element: Element) => ShadowRoot | null;

/** Work done in one go, in milliseconds: a frame has sixteen, and the page needs most of them. */
const SLICE_MS = 3;

/** Elements looked at between two looks at the clock. */
const ELEMENTS_PER_LOOK = 50;

/** Longest wait for an idle moment, in milliseconds: busy pages have none. */
const PATIENCE_MS = 500;

/** Most places waiting to be walked; beyond that the whole document is walked once instead. */
const MAX_WAITING = 500;

/** Walks what is under a node, in idle slices. */
export type SlicedWalk = {
  /** Asks for a walk; asking again while it waits is harmless. */
  look(node: Node): void;
};

/**
 * Calls `visit` for every element under the nodes asked for, and `visitText` for every text node, a few milliseconds at a time and only while the page
 * is idle, until `signal` aborts. Elements that leave the document before their turn are passed over.
 */
export function slicedWalk(
  window: Window & typeof globalThis,
  visit: (element: Element) => void,
  signal: AbortSignal,
  visitText?: (text: Text) => void,
): SlicedWalk {
  const shown = visitText ? NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT : NodeFilter.SHOW_ELEMENT;
  const waiting = new Set<Node>();
  let walker: TreeWalker | undefined;
  let asked = false;

  const next = (): Node | undefined => {
    const inner = walker?.nextNode();
    if (inner) return inner;
    walker = undefined;
    for (const node of waiting) {
      waiting.delete(node);
      if (!node.isConnected) continue;
      walker = window.document.createTreeWalker(node, shown);
      if (node.nodeType === Node.ELEMENT_NODE) return node;
      return next();
    }
    return undefined;
  };
  const slice = () => {
    asked = false;
    if (signal.aborted) return;
    const end = window.performance.now() + SLICE_MS;
    while (window.performance.now() < end) {
      for (let count = 0; count < ELEMENTS_PER_LOOK; count += 1) {
        const node = next();
        if (!node) return;
        if (node.nodeType === Node.TEXT_NODE) visitText?.(node as Text);
        else visit(node as Element);
      }
    }
    ask();
  };
  const ask = () => {
    if (asked || signal.aborted) return;
    asked = true;
    window.requestIdleCallback(slice, { timeout: PATIENCE_MS });
  };
  return {
    look: (node) => {
      const many = waiting.size >= MAX_WAITING;
      if (many) waiting.clear();
      waiting.add(many ? window.document : node);
      ask();
    },
  };
}
