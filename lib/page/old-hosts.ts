import { TOP_LAYER } from './layers';
import type { ShadowRootOf } from './shadow-roots';

/**
 * Removes label hosts that an earlier version of this extension left in the document: after an update its scripts no
 * longer run, or no longer reach their background. They are told by what stands in their closed root, which no page sees.
 */
export function removeOldHosts(document: Document, shadowRootOf: ShadowRootOf): void {
  const homes = [document.documentElement, ...document.querySelectorAll(TOP_LAYER)];
  for (const element of homes.flatMap((home) => [...(home?.children ?? [])])) {
    if (element.localName !== 'div') continue;
    if (shadowRootOf(element)?.querySelector('.layer > .probe')) element.remove();
  }
}
