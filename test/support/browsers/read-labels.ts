import type { LabelNode } from './browser';

/**
 * Reads the labels below one root. It is sent into the browser as source text, so it may use nothing from outside.
 *
 * `this`-free on purpose: Chromium calls it with a closed shadow root, Firefox with a shadow root it opened as
 * privileged code.
 */
export function readLabels(root: ParentNode): LabelNode[] {
  const nodes = Array.from(root.querySelectorAll<HTMLElement>('[data-aigc-badge]'));
  return nodes.map((node) => {
    const { x, y, width, height } = node.getBoundingClientRect();
    const rendered = node.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    return {
      badge: node.getAttribute('data-aigc-badge') ?? '',
      // biome-ignore lint/performance/useDomNodeTextContent: what is rendered is the point: a compact label hides part of its text.
      text: node.innerText.replace(/\s+/g, ' ').trim(),
      name: node.getAttribute('aria-label') ?? '',
      box: { x, y, width, height },
      visible: rendered && width > 0 && height > 0,
    };
  });
}
