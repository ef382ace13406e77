import type { PageItem } from '../messages/page-items';

/** Where a medium is drawn, as far as its element tells. */
export type Area =
  /** In the element's content box, after its `object-fit`. */
  | 'content'
  /** In the element's padding box: a background. */
  | 'padding'
  /** Nowhere: a player without a picture. Its label stands beside it. */
  | 'beside'
  /** Lines of text: its label stands behind or beside them, never on them. */
  | 'text';

/** A way of showing a medium. One file each under `ways/`. */
export type Way = {
  readonly id: string;
  readonly kind: PageItem['kind'];
  /** What the medium is to its element, where that is not simply its content. */
  readonly as?: NonNullable<PageItem['as']>;
  readonly area: Area;
  /** Its address is what was written out of the page, not a file: what is signed of a file does not hold for it. */
  readonly isRebuilt?: true;
  /** Absolute addresses of what the element shows this way at this moment; none where it shows nothing so. */
  shown(element: Element): readonly string[];
  /** Whether what it shows has come, or needs no waiting for, and is no icon. */
  isReady(element: Element): boolean;
};

/** Absolute form of an address in a document; nothing where it is empty or no address. */
export function absolute(address: string | null | undefined, element: Element): readonly string[] {
  if (!address || !URL.canParse(address, element.baseURI)) return [];
  return [new URL(address, element.baseURI).href];
}

/** Size of an element on the page in CSS pixels, before transforms where the browser tells it. */
export function sizeOf(element: Element): { readonly width: number; readonly height: number } {
  const { clientWidth, clientHeight } = element;
  if (clientWidth > 0 && clientHeight > 0) return { width: clientWidth, height: clientHeight };
  // Elements of SVG and inline boxes have no client size.
  return element.getBoundingClientRect();
}
