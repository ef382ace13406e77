import { GLYPH_SHAPES, type GlyphShape } from '../labels/glyph-shapes';
import type { Badge } from '../labels/label-plan';

const SVG = 'http://www.w3.org/2000/svg';

const FILLS: { readonly [fill in GlyphShape['fill']]: string } = {
  ink: 'currentColor',
  ground: 'var(--ground)',
  none: 'none',
};

/** Draws the sign of a state; hidden from assistive technology, since the words beside it say the same. */
export function createGlyph(document: Document, badge: Badge): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', 'glyph');
  for (const { tag, fill, attributes } of GLYPH_SHAPES[badge]) {
    const shape = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) shape.setAttribute(name, value);
    shape.setAttribute('fill', FILLS[fill]);
    svg.append(shape);
  }
  return svg;
}
