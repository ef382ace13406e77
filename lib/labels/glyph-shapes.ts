import type { Badge } from './label-plan';

/** One shape of a sign, on a 24 × 24 grid. `ink` is the colour of the text, `ground` that of what it stands on. */
export type GlyphShape = {
  readonly tag: 'rect' | 'path' | 'circle';
  readonly fill: 'ink' | 'ground' | 'none';
  /** All other attributes, as SVG writes them. */
  readonly attributes: Readonly<Record<string, string>>;
};

const STROKE = { stroke: 'currentColor', 'stroke-width': '1.8', 'stroke-linejoin': 'round' } as const;

const frame = (extra: Readonly<Record<string, string>> = {}): GlyphShape => ({
  tag: 'rect',
  fill: 'none',
  attributes: { x: '2.9', y: '2.9', width: '18.2', height: '18.2', rx: '3.6', ...STROKE, ...extra },
});

const path = (
  d: string,
  fill: GlyphShape['fill'],
  extra: Readonly<Record<string, string>> = {},
): GlyphShape => ({
  tag: 'path',
  fill,
  attributes: { d, ...extra },
});

const circle = (
  [cx, cy, r]: readonly [cx: string, cy: string, r: string],
  fill: GlyphShape['fill'],
  extra: Readonly<Record<string, string>> = {},
): GlyphShape => ({ tag: 'circle', fill, attributes: { cx, cy, r, ...extra } });

/**
 * The sign of each state, told apart by shape first: filled square with AI (属于), half-filled square
 * (可能为), dashed square with a dot (疑似), triangle (凭证与内容不符), camera outline (captured).
 */
export const GLYPH_SHAPES: { readonly [badge in Badge]: readonly GlyphShape[] } = {
  confirmed: [
    { tag: 'rect', fill: 'ink', attributes: { x: '2', y: '2', width: '20', height: '20', rx: '4' } },
    path(
      'M5.4 17.2 9.6 6.8h2l4.2 10.4h-2.2l-.9-2.4H8.5l-.9 2.4zM9.2 13h2.8l-1.4-3.8zM16.6 6.8h2.1v10.4h-2.1z',
      'ground',
      { 'fill-rule': 'evenodd' },
    ),
  ],
  possible: [frame(), path('M3 12h18v5.5a3.6 3.6 0 0 1-3.6 3.6H6.6A3.6 3.6 0 0 1 3 17.5z', 'ink')],
  suspected: [frame({ 'stroke-dasharray': '3.4 2.6' }), circle(['12', '12', '2.6'], 'ink')],
  broken: [
    path('M12 3 22.2 21H1.8z', 'none', { ...STROKE, 'stroke-width': '2' }),
    path('M11 9.4h2v5.4h-2zM11 16.4h2v2h-2z', 'ink'),
  ],
  captured: [
    path(
      'M3 8.4a2 2 0 0 1 2-2h2.6L9.2 4h5.6l1.6 2.4H19a2 2 0 0 1 2 2V18a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2z',
      'none',
      STROKE,
    ),
    circle(['12', '12.9', '3.7'], 'none', STROKE),
  ],
};
