import type { Clipped } from './clipping';
import { type Box, isSameBox, type LabelLayout } from './geometry';
import { fromHost, type HostFrame, toHost } from './label-host';
import { drawLabel } from './label-node';
import type { Labelled, Measured } from './labelled';
import { seenPart } from './spots';

/**
 * A picture and what is left of it, and what is seen of its label, in host coordinates: while the former stay the same,
 * nothing but what lies over the label can have changed for it, however far the page was scrolled.
 */
export type Laid = Clipped & { readonly shape: Box; readonly label: Box };

/**
 * Draws a label as it was laid out, and remembers for what.
 *
 * @param layout in viewport coordinates; nothing where the label is not to be seen
 * @param step a device pixel in CSS pixels
 */
export function drawAt(
  { one, shape, clipped }: Measured,
  layout: LabelLayout | undefined,
  frame: HostFrame,
  step: number,
): void {
  const inHost = (box: Box) => toHost(box, frame);
  drawLabel(one.node, layout && { ...layout, box: inHost(layout.box) }, step);
  if (!layout) return void delete one.laid;
  one.laid = {
    shape: inHost(shape),
    cropped: inHost(clipped.cropped),
    visible: inHost(clipped.visible),
    label: inHost(seenPart(layout)),
  };
}

/** What is seen of a label that needs no other layout, in viewport coordinates; nothing where it needs one. */
export function labelStanding({ one, shape, clipped }: Measured, frame: HostFrame): Box | undefined {
  const { laid } = one;
  const isAt = (was: Box, now: Box) => isSameBox(was, toHost(now, frame));
  const stands =
    laid &&
    isAt(laid.shape, shape) &&
    isAt(laid.visible, clipped.visible) &&
    isAt(laid.cropped, clipped.cropped);
  return stands ? fromHost(laid.label, frame) : undefined;
}

/** What was read of a picture, and what its label was laid out for, holds no longer. */
export function forgetLook(one: Labelled): void {
  delete one.styled;
  delete one.laid;
}
