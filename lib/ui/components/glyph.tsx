import { GLYPH_SHAPES, type GlyphShape } from '../../labels/glyph-shapes';
import type { Badge } from '../../labels/label-plan';

const FILLS: { readonly [fill in GlyphShape['fill']]: string } = {
  ink: 'currentColor',
  ground: 'var(--chip-ground)',
  none: 'none',
};

/** The sign of a state, told apart by shape first, as on the page's labels. Says nothing by itself: words follow. */
export function Glyph({ badge }: { readonly badge: Badge }) {
  return (
    <svg class={`glyph glyph-${badge}`} viewBox="0 0 24 24" aria-hidden="true">
      {GLYPH_SHAPES[badge].map(({ tag: Shape, fill, attributes }) => (
        <Shape key={`${Shape} ${fill}`} {...attributes} fill={FILLS[fill]} />
      ))}
    </svg>
  );
}
