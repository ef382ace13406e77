import type { Corner } from '../settings/settings';
import { type Clipped, type Clipper, clip, clippersOf } from './clipping';
import { cornersFrom } from './corners';
import type { FrameReads } from './frame-reads';
import type { Box } from './geometry';
import type { LabelNode } from './label-node';
import type { Laid } from './laid';
import { layerOf } from './layers';
import type { Medium } from './medium';
import type { PictureFit } from './picture-box';
import { besideOf, fitOf, hasBottomControls, shapeOf } from './picture-shape';
import { type SiteThing, siteThingsOn } from './site-things';
import type { Spot } from './spots';
import type { Stage } from './stages';
import { type Lines, linesOf, textSpots } from './text-spots';

/** A labelled medium: identity is the element and the source it showed when the label was made. */
export type Labelled = {
  readonly medium: Medium;
  readonly element: Element;
  node: LabelNode;
  /** Where its label is drawn. */
  stage: Stage;
  /** Where the picture was when last placed, in viewport coordinates. */
  last?: Box | undefined;
  near: boolean;
  /** What computed styles said last; walking up a deeply nested page is too dear for every frame of a scroll. */
  styled?: Styled;
  /** What its label was last laid out for. */
  laid?: Laid;
  /** Which of its spots was chosen last (`none`: no spot is free) and in which round. */
  chosen?: { readonly spot: number | 'none'; readonly round: number };
};

type Styled = {
  readonly fit: PictureFit;
  readonly clippers: readonly Clipper[];
  readonly layer: Element | undefined;
  /** What of the site's own stands on the picture, seen from the picture's corner. Read on first need. */
  things?: readonly SiteThing[];
  /** Where the lines of a text are, seen from its corner. Read on first need. */
  lines?: Lines;
};

/** What was read of a labelled picture in one frame, in viewport coordinates. */
export type Measured = {
  readonly one: Labelled;
  readonly rect: DOMRect;
  readonly shape: Box;
  readonly clipped: Clipped;
};

/** What is read from styles for a picture, anew where `styles` says so. */
export function styleOf(one: Labelled, styles: boolean, reads: FrameReads): Styled {
  if (styles || !one.styled)
    one.styled = {
      fit: fitOf(one.medium, reads.styleOf(one.element)),
      clippers: clippersOf(one.element, reads),
      layer: layerOf(one.element),
    };
  return one.styled;
}

/** Measures a picture and what its ancestors leave of it. */
export function measure(one: Labelled, styled: Styled, reads: FrameReads): Measured {
  const rect = one.element.getBoundingClientRect();
  const shape = shapeOf(one.medium, rect, styled.fit);
  return { one, rect, shape, clipped: clip(shape, styled.clippers, reads) };
}

/** Places along the side edges that are tried when the site's own things stand in all corners. */
const STEPS = [1, 2, 3];

/**
 * Where the label may stand, in the order of preference: all words in every corner, then further along the side edges,
 * then the sign alone in the same places.
 */
export function spotsOf(measured: Measured, chosen: Corner, reads: FrameReads): readonly Spot[] {
  const { one, shape, clipped } = measured;
  if (one.medium.way.area === 'text') return withSigns(ofText(measured, reads));
  if (one.medium.way.area === 'beside') return withSigns(besides(one, shape, reads));
  const corners = cornersFrom(chosen, hasBottomControls(one.medium));
  const spots = [0, ...STEPS].flatMap((steps) =>
    corners.map((corner) => ({ shape, clipped, corner, signOnly: false, steps })),
  );
  return withSigns(spots);
}

function ofText({ one, shape }: Measured, reads: FrameReads): readonly Spot[] {
  const { styled, element } = one;
  if (!styled) return [];
  styled.lines ??= linesOf(element, shape, reads);
  return textSpots(element, shape, styled.lines, styled.clippers, reads);
}

function withSigns(spots: readonly Spot[]): readonly Spot[] {
  return [...spots, ...spots.map((spot) => ({ ...spot, signOnly: true }))];
}

function besides(one: Labelled, shape: Box, reads: FrameReads): readonly Spot[] {
  return besideOf(one.medium, shape).map(({ box, corner }) => ({
    shape: box,
    clipped: clip(box, one.styled?.clippers ?? [], reads),
    corner,
    signOnly: false,
    steps: 0,
  }));
}

/** What of the site's own stands on the picture, moved along with it since it was read. */
export function thingsOn({ one, shape }: Measured, reads: FrameReads): readonly SiteThing[] {
  const { styled, element } = one;
  if (!styled || one.medium.way.area === 'beside' || one.medium.way.area === 'text') return [];
  styled.things ??= siteThingsOn(element, shape, reads).map((thing) => moved(thing, -shape.x, -shape.y));
  return styled.things.map((thing) => moved(thing, shape.x, shape.y));
}

function moved({ box, firm }: SiteThing, x: number, y: number): SiteThing {
  return { box: { ...box, x: box.x + x, y: box.y + y }, firm };
}
