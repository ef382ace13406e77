/** Elements the browser draws above all others (CSS Positioned Layout 4 §3.1: the top layer). */
export const TOP_LAYER = ':modal, :popover-open, :fullscreen';

/** Elements that are drawn without their children, so that nothing can be put into them. */
const WITHOUT_CHILDREN = new Set(['video', 'img', 'canvas', 'audio', 'iframe', 'object', 'embed', 'input']);

/**
 * The element of the top layer that an element is drawn in or is; `undefined` for what is drawn in the document. A
 * whole page in full screen counts as the document.
 */
export function layerOf(element: Element): Element | undefined {
  let each: Element | undefined = element;
  while (each) {
    const found: Element | null = each.closest(TOP_LAYER);
    if (found) return found === element.ownerDocument.documentElement ? undefined : found;
    const root = each.getRootNode();
    each = 'host' in root ? (root as ShadowRoot).host : undefined;
  }
  return undefined;
}

/** Whether an element still is in the top layer of its document. */
export function isLayer(element: Element): boolean {
  return element.isConnected && element.matches(TOP_LAYER);
}

/** Whether something can be put into an element and be drawn with it. */
export function mayHold(element: Element): boolean {
  return !WITHOUT_CHILDREN.has(element.localName);
}
