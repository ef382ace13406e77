import { describe, expect, it } from 'vitest';
import { cornersFrom } from '../../../lib/page/corners';
import { type Cover, worseOf } from '../../../lib/page/cover';
import type { Box } from '../../../lib/page/geometry';
import { alphaOf } from '../../../lib/page/painted';
import { isOwnLabel } from '../../../lib/page/site-things';
import { chooseSpot, coverByThings, layoutAt, probesOf, type Spot } from '../../../lib/page/spots';

const shape: Box = { x: 0, y: 0, width: 400, height: 300 };
const WIDTHS = { full: 8, compact: 3, glyph: 2 };
const spot = (corner: Spot['corner'], more: Partial<Spot> = {}): Spot => ({
  shape,
  clipped: { cropped: shape, visible: shape },
  corner,
  signOnly: false,
  steps: 0,
  ...more,
});
const SPOTS = [spot('top-left'), spot('top-right'), spot('bottom-left')];

describe('cornersFrom', () => {
  it('goes along the same edge first', () => {
    expect(cornersFrom('bottom-right', false)).toEqual([
      'bottom-right',
      'bottom-left',
      'top-right',
      'top-left',
    ]);
  });

  it('keeps to the top where controls lie along the bottom', () => {
    expect(cornersFrom('bottom-right', true)).toEqual(['top-right', 'top-left']);
  });
});

describe('chooseSpot', () => {
  const answers =
    (...covers: readonly Cover[]) =>
    (box: Box): Cover =>
      covers[box.y > 150 ? 2 : box.x > 150 ? 1 : 0] ?? 'free';

  it.each([
    [['free', 'free', 'free'], 0],
    [['occupied', 'free', 'free'], 1],
    [['covered', 'occupied', 'free'], 2],
    [['covered', 'occupied', 'occupied'], 1],
    [['covered', 'covered', 'covered'], undefined],
    [['passing', 'free', 'free'], undefined],
    [['covered', 'passing', 'free'], 2],
  ] as const)('makes of %j the spot %s', (covers, index) =>
    expect(chooseSpot(SPOTS, WIDTHS, answers(...covers))).toBe(
      index === undefined ? undefined : SPOTS[index],
    ),
  );
});

describe('layoutAt', () => {
  it('shows the sign alone where asked', () => {
    expect(layoutAt(spot('top-left', { signOnly: true }), WIDTHS)?.form).toBe('glyph');
    expect(layoutAt(spot('top-left'), WIDTHS)?.form).toBe('full');
  });

  it('moves along the side edge, by whole places, and never out of the picture', () => {
    const y = (steps: number, corner: Spot['corner'] = 'top-left') =>
      layoutAt(spot(corner, { steps }), WIDTHS)?.box.y;
    const height = 15 * 1.92;
    expect([y(0), y(1), y(2)]).toEqual([10, 10 + height + 6, 10 + 2 * (height + 6)]);
    expect(y(1, 'bottom-left')).toBeCloseTo(300 - 10 - 2 * height - 6, 6);
    expect(y(9)).toBeUndefined();
  });
});

describe('coverByThings', () => {
  const box = { x: 10, y: 10, width: 100, height: 20 };
  it('tells what may be covered from what may not', () => {
    const at = (x: number, firm: boolean) => ({ box: { x, y: 10, width: 20, height: 20 }, firm });
    expect(coverByThings(box, [])).toBe('free');
    expect(coverByThings(box, [at(90, false)])).toBe('occupied');
    expect(coverByThings(box, [at(90, true), at(90, false)])).toBe('covered');
    expect(coverByThings(box, [at(112, true)])).toBe('covered');
    expect(coverByThings(box, [at(113, true)])).toBe('free');
  });
});

describe('probesOf', () => {
  it('asks at two corners and the middle, inside the viewport only', () => {
    const view = { width: 100, height: 100 };
    expect(probesOf({ x: 10, y: 10, width: 20, height: 10 }, view)).toEqual([
      { x: 11, y: 11 },
      { x: 20, y: 15 },
      { x: 29, y: 19 },
    ]);
    expect(probesOf({ x: 90, y: 90, width: 40, height: 20 }, view)).toEqual([{ x: 91, y: 91 }]);
  });
});

describe('worseOf', () => {
  it('ranks what covers above what stays, and that above what may be covered', () => {
    expect(worseOf('passing', 'occupied')).toBe('passing');
    expect(worseOf('passing', 'covered')).toBe('covered');
    expect(worseOf('free', 'free')).toBe('free');
  });
});

describe('alphaOf', () => {
  it.each([
    ['transparent', 0],
    ['', 0],
    ['rgb(1, 2, 3)', 1],
    ['rgba(1, 2, 3, 0)', 0],
    ['rgba(0, 0, 0, 0.35)', 0.35],
    ['color(srgb 1 0 0 / 0.5)', 0.5],
    ['oklch(0.5 0.1 20)', 1],
  ])('reads %s', (color, alpha) => expect(alphaOf(color)).toBe(alpha));
});

describe('isOwnLabel', () => {
  it.each([
    ['AI生成', true],
    ['内容由AI生成', true],
    ['人工智能合成', true],
    ['AI-generated content', true],
    ['Made with AI', true],
    ['含 AI\n  合成', true],
    ['AI', false],
    ['生成', false],
    ['Maid created this', false],
    ['这篇文章讨论AI生成图片的标识办法以及平台责任与用户义务', false],
  ])('%s: %s', (text, own) => expect(isOwnLabel(text)).toBe(own));
});
