import { describe, expect, it } from 'vitest';
import {
  type Box,
  intersect,
  isEmpty,
  isSameBox,
  labelFontPx,
  layoutLabel,
  placeTooltip,
} from '../../../lib/page/geometry';

const box = (x: number, y: number, width: number, height: number): Box => ({ x, y, width, height });
const widths = { full: 5, compact: 3.5, glyph: 1.92 };
const lay = (picture: Box, corner: Parameters<typeof layoutLabel>[3] = 'top-left', visible = picture) =>
  layoutLabel(picture, picture, visible, corner, widths);

describe('labelFontPx (GB 45438-2025 5.2)', () => {
  it.each([
    [box(0, 0, 32, 900), 11],
    [box(0, 0, 220, 220), 11],
    [box(0, 0, 221, 400), 11.25],
    [box(0, 0, 420, 280), 14],
    [box(0, 0, 1000, 800), 40],
    [box(0, 0, 3000, 2000), 100],
  ])('gives %o the font size %d px', (picture, font) => {
    expect(labelFontPx(picture)).toBe(font);
  });

  it('is never below 5 % of the shortest side', () => {
    for (let side = 1; side < 3000; side += 7) {
      expect(labelFontPx(box(0, 0, side, 3000))).toBeGreaterThanOrEqual(side * 0.05);
    }
  });
});

describe('layoutLabel', () => {
  const picture = box(100, 50, 400, 200);

  it.each([
    ['top-left', 110, 60],
    ['top-right', 435, 60],
    ['bottom-left', 110, 218.88],
    ['bottom-right', 435, 218.88],
  ] as const)('anchors %s at 10 px', (corner, x, y) => {
    const layout = lay(picture, corner);
    expect(layout).toMatchObject({ form: 'full', fontPx: 11, small: false, corner });
    expect(layout?.box.x).toBeCloseTo(x, 6);
    expect(layout?.box.y).toBeCloseTo(y, 6);
    expect(layout?.box.width).toBeCloseTo(55, 6);
    expect(layout?.box.height).toBeCloseTo(21.12, 6);
    expect(layout?.cut).toBeUndefined();
  });

  it('stands at 4 px on a small picture', () => {
    expect(lay(box(0, 0, 119, 300))).toMatchObject({ small: true, box: { x: 4, y: 4 } });
    expect(lay(box(0, 0, 120, 300))).toMatchObject({ small: false, box: { x: 10, y: 10 } });
  });

  it.each([
    [box(0, 0, 63, 200), 'full'],
    [box(0, 0, 62, 200), 'compact'],
    [box(0, 0, 47, 200), 'compact'],
    [box(0, 0, 46, 200), 'glyph'],
    [box(0, 0, 200, 39), 'glyph'],
    [box(0, 0, 200, 40), 'full'],
  ] as const)('shows on %o the form %s', (narrow, form) => {
    expect(lay(narrow)?.form).toBe(form);
  });

  it('is never wider than its picture', () => {
    for (let width = 16; width < 1200; width += 3) {
      const layout = lay(box(0, 0, width, 700));
      expect(layout?.box.width).toBeLessThanOrEqual(Math.max(width - 8, 1.92 * 11));
    }
  });

  it('draws nothing on what is too small to be a picture', () => {
    expect(lay(box(0, 0, 15, 400))).toBeUndefined();
    expect(lay(box(0, 0, 16, 400))?.form).toBe('glyph');
  });

  it('draws nothing where nothing of the picture is visible', () => {
    expect(lay(picture, 'top-left', box(0, 0, 0, 0))).toBeUndefined();
  });

  it('is cut where a scroller cuts the picture', () => {
    const layout = lay(picture, 'top-left', box(100, 65, 400, 185));
    expect(layout?.box.y).toBe(60);
    expect(layout?.cut).toEqual([5, 0, 0, 0]);
  });

  it('goes once the scroller has cut all of it', () => {
    expect(lay(picture, 'top-left', box(100, 80, 400, 170))?.cut?.[0]).toBe(20);
    expect(lay(picture, 'top-left', box(100, 81.2, 400, 168.8))).toBeUndefined();
  });

  it('moves into the visible part of a cropped picture', () => {
    const crop = box(130, 70, 300, 150);
    const layout = layoutLabel(picture, crop, crop, 'top-left', widths);
    expect(layout).toMatchObject({ box: { x: 140, y: 80 } });
    expect(layout?.cut).toBeUndefined();
  });

  it('stays with the picture when less than half of it is left', () => {
    const crop = box(100, 50, 199, 200);
    const layout = layoutLabel(picture, crop, crop, 'top-right', widths);
    expect(layout).toBeUndefined();
    expect(layoutLabel(picture, crop, crop, 'top-left', widths)?.box.x).toBe(110);
  });
});

describe('boxes', () => {
  it('intersect to what both cover', () => {
    expect(intersect(box(0, 0, 10, 10), box(5, 6, 10, 10))).toEqual(box(5, 6, 5, 4));
    expect(isEmpty(intersect(box(0, 0, 10, 10), box(10, 0, 5, 5)))).toBe(true);
  });

  it('are the same within the tolerance', () => {
    expect(isSameBox(box(0, 0, 1, 1), box(0.04, 0, 1, 1))).toBe(true);
    expect(isSameBox(box(0, 0, 1, 1), box(0.06, 0, 1, 1))).toBe(false);
  });
});

describe('placeTooltip', () => {
  const viewport = { width: 800, height: 600 };
  const size = { width: 280, height: 80 };

  it('stands below the label', () => {
    expect(placeTooltip(box(100, 100, 80, 20), size, viewport)).toEqual({ x: 100, y: 126 });
  });

  it('stands above where there is no room below', () => {
    expect(placeTooltip(box(100, 560, 80, 20), size, viewport)).toEqual({ x: 100, y: 474 });
  });

  it('stays inside the viewport', () => {
    expect(placeTooltip(box(700, 100, 80, 20), size, viewport)).toEqual({ x: 514, y: 126 });
    expect(placeTooltip(box(-20, -10, 80, 20), size, viewport)).toEqual({ x: 6, y: 16 });
    expect(placeTooltip(box(10, 10, 80, 20), size, { width: 200, height: 60 })).toEqual({ x: 6, y: 6 });
  });
});
