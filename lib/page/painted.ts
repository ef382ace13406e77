import type { FrameReads } from './frame-reads';
import type { Box } from './geometry';

/** How much of what lies under it an element hides by what it draws itself. */
export type Paint =
  /** Nothing is drawn: a link over a card, a box that only lays out. */
  | 'none'
  /** What is below shines through: a tint, a gradient under a caption, a blur. */
  | 'veil'
  | 'solid';

/** Elements that are drawn by the browser or from a file, whatever their style. */
const REPLACED = new Set(['img', 'video', 'canvas', 'iframe', 'embed', 'object', 'audio', 'image']);
const FIELDS = new Set(['select', 'textarea', 'progress', 'meter']);
const SHAPES = new Set(['path', 'rect', 'circle', 'ellipse', 'polygon', 'polyline', 'line', 'use', 'text']);

/** Pictures of one or two pixels are laid over others so that those cannot be dragged away. */
const SPACER_PX = 2;

/** From here on a colour hides what is below; below the lower bound it is not seen. */
const SOLID_ALPHA = 0.6;
const VEIL_ALPHA = 0.12;

/** Direct text nodes looked at in one element. */
const MAX_TEXTS = 32;

/** What an element itself draws in its box, its text and its children left aside. Computed style is read. */
export function paintOf(element: Element, reads: FrameReads): Paint {
  if (!isSeen(element)) return 'none';
  const name = element.localName;
  if (name === 'img') return isSpacer(element as HTMLImageElement) ? 'none' : 'solid';
  if (REPLACED.has(name) || FIELDS.has(name)) return 'solid';
  if (SHAPES.has(name)) return 'solid';
  return backgroundOf(reads.styleOf(element));
}

function backgroundOf(style: CSSStyleDeclaration): Paint {
  const alpha = alphaOf(style.backgroundColor) * Number.parseFloat(style.opacity || '1');
  const image = style.backgroundImage;
  if (alpha >= SOLID_ALPHA || /url\(|image-set\(/.test(image)) return 'solid';
  const blurs = style.backdropFilter !== undefined && !['', 'none'].includes(style.backdropFilter);
  return alpha >= VEIL_ALPHA || blurs || /gradient\(/.test(image) ? 'veil' : 'none';
}

/**
 * Alpha of a computed colour: `rgb(a, b, c)`, `rgba(a, b, c, d)` or a function of CSS Color 4 with `/ d`; 1 where
 * there is none, 0 for `transparent` and for what is no colour.
 */
export function alphaOf(color: string): number {
  if (color === '' || color === 'transparent') return 0;
  const [, alpha] =
    /^rgba\([^,]*,[^,]*,[^,]*,\s*([\d.]+)\)$/.exec(color) ?? /\/\s*([\d.]+)\)$/.exec(color) ?? [];
  return alpha === undefined ? 1 : Number.parseFloat(alpha);
}

function isSpacer({ complete, naturalWidth, naturalHeight }: HTMLImageElement): boolean {
  return !complete || Math.min(naturalWidth, naturalHeight) <= SPACER_PX;
}

/** Drawn at all: an element without opacity still takes clicks, but it hides nothing. */
export function isSeen(element: Element): boolean {
  return element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
}

/** Boxes of the lines of text an element holds itself, in viewport coordinates. */
export function textBoxes(element: Element, document: Document): readonly Box[] {
  const boxes: Box[] = [];
  for (const node of [...element.childNodes].slice(0, MAX_TEXTS)) {
    if (node.nodeType !== Node.TEXT_NODE || !node.nodeValue?.trim()) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const { left, top, width, height } of [...range.getClientRects()].slice(0, MAX_TEXTS))
      boxes.push({ x: left, y: top, width, height });
  }
  return boxes;
}
