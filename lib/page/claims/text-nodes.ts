/** Every text node under a root, in document order, shadow trees left aside. */
export function* textNodes(root: Node): Iterable<Text> {
  const document = root.ownerDocument ?? (root as Document);
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) yield node as Text;
}

/** The element that a text stands in: its parent, or the host of the shadow root it stands in directly. */
export function elementOf({ parentNode }: Text): Element | undefined {
  if (!parentNode) return undefined;
  if (parentNode.nodeType === Node.ELEMENT_NODE) return parentNode as Element;
  return 'host' in parentNode ? (parentNode as ShadowRoot).host : undefined;
}

/** Whether a document is a file of plain text or Markdown that the browser shows as it is (HTML 7.5.4). */
export function isTextDocument({ contentType }: Document): boolean {
  return /^text\/(?!html)/i.test(contentType);
}
