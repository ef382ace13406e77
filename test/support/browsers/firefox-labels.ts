import type { LabelNode } from './browser';
import { readLabels } from './read-labels';

/** Elements of privileged code know their shadow root even where it is closed. */
type Privileged = Element & { readonly openOrClosedShadowRoot?: ShadowRoot | null };

/**
 * Source of the privileged function that reads the labels of a whole document, closed shadow roots included. It is
 * text because it is put together from two functions: a page's CSP binds `new Function` there.
 */
export const READ_ALL_LABELS = `() => (${readEveryRoot})(document, ${readLabels})`;

function readEveryRoot(root: ParentNode, read: (root: ParentNode) => LabelNode[]): LabelNode[] {
  const walk = (each: ParentNode): LabelNode[] => {
    const shadows = Array.from(
      each.querySelectorAll<Privileged>('*'),
      (element) => element.openOrClosedShadowRoot,
    );
    return [...read(each), ...shadows.flatMap((shadow) => (shadow ? walk(shadow) : []))];
  };
  return walk(root);
}
