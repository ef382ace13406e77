import type { Badge } from '../labels/label-plan';

/**
 * The sign of each state, told apart by shape first: filled square with AI (属于), half-filled square
 * (可能为), dashed square with a dot (疑似), triangle (凭证与内容不符), camera outline (captured). Drawn on a
 * 24 × 24 grid in the text's colour; `ground` parts take the label's ground.
 */
type Shape = {
  readonly tag: 'rect' | 'path' | 'circle';
  readonly attributes: Readonly<Record<string, string>>;
};

const INK = 'currentColor';
const GROUND = 'var(--ground)';

const frame = (extra: Readonly<Record<string, string>> = {}): Shape => ({
  tag: 'rect',
  attributes: {
    x: '2.9',
    y: '2.9',
    width: '18.2',
    height: '18.2',
    rx: '3.6',
    fill: 'none',
    stroke: INK,
    'stroke-width': '1.8',
    ...extra,
  },
});
const filled = (d: string, fill = INK): Shape => ({ tag: 'path', attributes: { d, fill } });
const outline = (d: string, width: string): Shape => ({
  tag: 'path',
  attributes: { d, fill: 'none', stroke: INK, 'stroke-width': width, 'stroke-linejoin': 'round' },
});
const circle = (cx: string, cy: string, r: string, extra: Readonly<Record<string, string>>): Shape => ({
  tag: 'circle',
  attributes: { cx, cy, r, ...extra },
});

const SHAPES: { readonly [badge in Badge]: readonly Shape[] } = {
  confirmed: [
    { tag: 'rect', attributes: { x: '2', y: '2', width: '20', height: '20', rx: '4', fill: INK } },
    filled('M5.4 17.2 9.6 6.8h2l4.2 10.4h-2.2l-.9-2.4H8.5l-.9 2.4zM9.2 13h2.8l-1.4-3.8z', GROUND),
    filled('M16.6 6.8h2.1v10.4h-2.1z', GROUND),
  ],
  possible: [frame(), filled('M3 12h18v5.5a3.6 3.6 0 0 1-3.6 3.6H6.6A3.6 3.6 0 0 1 3 17.5z')],
  suspected: [frame({ 'stroke-dasharray': '3.4 2.6' }), circle('12', '12', '2.6', { fill: INK })],
  broken: [outline('M12 3 22.2 21H1.8z', '2'), filled('M11 9.4h2v5.4h-2zM11 16.4h2v2h-2z')],
  captured: [
    outline(
      'M3 8.4a2 2 0 0 1 2-2h2.6L9.2 4h5.6l1.6 2.4H19a2 2 0 0 1 2 2V18a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2z',
      '1.8',
    ),
    circle('12', '12.9', '3.7', { fill: 'none', stroke: INK, 'stroke-width': '1.8' }),
  ],
};

const SVG = 'http://www.w3.org/2000/svg';

/** Draws the sign of a state; hidden from assistive technology, since the words beside it say the same. */
export function createGlyph(document: Document, badge: Badge): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', 'glyph');
  for (const { tag, attributes } of SHAPES[badge]) {
    const shape = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) shape.setAttribute(name, value);
    svg.append(shape);
  }
  return svg;
}
