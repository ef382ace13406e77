import { describe, expect, it } from 'vitest';
import { GLYPH_SHAPES } from '../../../lib/labels/glyph-shapes';

const signs = Object.entries(GLYPH_SHAPES);

describe('signs', () => {
  it('are one for each badge', () => {
    expect(signs.map(([badge]) => badge)).toEqual([
      'confirmed',
      'possible',
      'suspected',
      'broken',
      'captured',
    ]);
  });

  it('differ by shape alone, whatever the colours', () => {
    const outlines = signs.map(([, shapes]) =>
      JSON.stringify(shapes.map(({ tag, attributes }) => [tag, attributes])),
    );
    expect(new Set(outlines).size).toBe(signs.length);
  });

  it.each(signs)('%s has shapes that a renderer can tell apart by tag and fill', (_, shapes) => {
    const keys = shapes.map(({ tag, fill }) => `${tag} ${fill}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it.each(signs)('%s leaves its fill to the renderer', (_, shapes) => {
    expect(
      shapes.flatMap(({ attributes }) => Object.keys(attributes)).filter((name) => name === 'fill'),
    ).toEqual([]);
  });
});
