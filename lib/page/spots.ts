import type { Corner } from '../settings/settings';
import type { Clipped } from './clipping';
import { type Cover, worseOf } from './cover';
import { type Box, intersect, isEmpty, type LabelLayout, type LabelWidths, layoutLabel } from './geometry';
import type { SiteThing } from './site-things';

/** Where a label might stand: a corner of an area, with all its words or with its sign alone. */
export type Spot = {
  readonly shape: Box;
  readonly clipped: Clipped;
  readonly corner: Corner;
  readonly signOnly: boolean;
  /** How many places along the side edge it is moved away from the corner. */
  readonly steps: number;
};

/** Room kept between a label and what the site itself shows, in CSS pixels. */
const APART_PX = 3;

/** How far from its edges a label is probed. */
const PROBE_INSET_PX = 1;

/** Lays a label out at a spot; `undefined` where no part of it would be seen. */
export function layoutAt(spot: Spot, widths: LabelWidths): LabelLayout | undefined {
  const { shape, clipped, corner, signOnly, steps } = spot;
  const fit = signOnly
    ? { ...widths, full: Number.POSITIVE_INFINITY, compact: Number.POSITIVE_INFINITY }
    : widths;
  return layoutLabel(shape, clipped.cropped, clipped.visible, corner, fit, steps);
}

/**
 * The first spot where the label would cover nothing; else the first where it would stand on things of the site that
 * may be covered (a long caption, a small picture). `undefined`: there is none, or the label's own corner is just
 * passing below something that stays in the viewport, where it waits rather than jumps.
 *
 * @param spots in the order in which they are wanted
 * @param coverOf what is over the picture in a box of the viewport
 */
export function chooseSpot(
  spots: readonly Spot[],
  widths: LabelWidths,
  coverOf: (box: Box) => Cover,
): Spot | undefined {
  let second: Spot | undefined;
  let waits = true;
  for (const spot of spots) {
    const layout = layoutAt(spot, widths);
    if (!layout) continue;
    const cover = coverOf(seenPart(layout));
    if (cover === 'free') return spot;
    if (cover === 'passing' && waits) return undefined;
    if (cover === 'occupied') second ??= spot;
    waits = false;
  }
  return second;
}

/** What of a label is not cut. */
export function seenPart({ box, cut: [top, right, bottom, left] = [0, 0, 0, 0] }: LabelLayout): Box {
  return {
    x: box.x + left,
    y: box.y + top,
    width: box.width - left - right,
    height: box.height - top - bottom,
  };
}

/** What the site's own things make of a box: those that must not be covered at all count like a cover. */
export function coverByThings(box: Box, things: readonly SiteThing[]): Cover {
  const apart = {
    x: box.x - APART_PX,
    y: box.y - APART_PX,
    width: box.width + 2 * APART_PX,
    height: box.height + 2 * APART_PX,
  };
  return things
    .filter((thing) => !isEmpty(intersect(apart, thing.box)))
    .reduce<Cover>((worst, { firm }) => worseOf(worst, firm ? 'covered' : 'occupied'), 'free');
}

/**
 * Points at which to ask what is over a box: two opposite corners and the middle, so that no edge comes over it
 * unnoticed from any side. Those outside the viewport are left out: nobody can be asked there.
 */
export function probesOf(
  box: Box,
  view: { readonly width: number; readonly height: number },
): readonly { readonly x: number; readonly y: number }[] {
  const right = box.x + box.width - PROBE_INSET_PX;
  const bottom = box.y + box.height - PROBE_INSET_PX;
  return [
    { x: box.x + PROBE_INSET_PX, y: box.y + PROBE_INSET_PX },
    { x: box.x + box.width / 2, y: box.y + box.height / 2 },
    { x: right, y: bottom },
  ].filter(({ x, y }) => x >= 0 && y >= 0 && x < view.width && y < view.height);
}
