import type { Corner } from '../settings/settings';

/** A rectangle in CSS pixels. Which origin it is measured from is said where it is used. */
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** How much of its words a label shows: glyph and text, glyph and `AI`, glyph alone. */
export type LabelForm = 'full' | 'compact' | 'glyph';

/** Width of a label per form, in em of its own font size, padding included. */
export type LabelWidths = { readonly [form in LabelForm]: number };

/** Where a label stands: its anchored corner (same origin as the picture), its size, and what of it is cut. */
export type LabelLayout = {
  readonly form: LabelForm;
  readonly fontPx: number;
  readonly small: boolean;
  readonly corner: Corner;
  /** The label's own box. */
  readonly box: Box;
  /** Pixels cut from top, right, bottom, left, where the picture itself is cut there by a scroller. */
  readonly cut?: readonly [number, number, number, number];
};

/** GB 45438-2025 5.2: text height is at least 5 % of the picture's shortest side. */
export const TEXT_SHARE = 0.05;

/** Below this Chinese text is no longer legible (5.2: 字型应清晰可辨). */
export const MIN_TEXT_PX = 11;

/** Height of a label in em: a glyph of 1.08 em between two paddings of 0.42 em. */
export const LABEL_HEIGHT_EM = 1.92;

/** Pictures whose shortest side is less than this carry the label closer to their edge. */
export const SMALL_SIDE_PX = 120;
export const INSET_PX = 10;
export const SMALL_INSET_PX = 4;

/** What is left between two places a label may take along an edge, in CSS pixels. */
const STEP_GAP_PX = 6;

/** Pictures whose shortest side is less than this carry the glyph alone. */
export const GLYPH_ONLY_SIDE_PX = 40;

/** A label on less than this would hide the picture it speaks of. */
export const MIN_LABELLED_SIDE_PX = 16;

/** A label follows a cropped picture's visible part only while at least this share of each side is visible. */
const CROP_SHARE = 0.5;

/** Font steps: fine enough to keep ≥ 5 %, coarse enough not to change with every sub-pixel of a resize. */
const FONT_STEP_PX = 0.25;

/**
 * Font size of a label in CSS pixels: 5 % of the shortest side, rounded up to a quarter pixel, at least
 * {@link MIN_TEXT_PX}. There is no upper bound, since the clause knows none.
 */
export function labelFontPx(picture: Box): number {
  const share = TEXT_SHARE * Math.min(picture.width, picture.height);
  return Math.max(MIN_TEXT_PX, Math.ceil(share / FONT_STEP_PX) * FONT_STEP_PX);
}

/**
 * Places a label in a corner of its picture.
 *
 * @param picture the picture as rendered, without padding, border and letterbox
 * @param cropped its part left by ancestors that cut without scrolling (`overflow: hidden`)
 * @param visible its part left by all ancestors that cut, scrollers included
 * @param widths the label's widths in em
 * @param steps how many times its own height (and a gap) it is moved along the side edge, away from its corner
 * @returns the layout in the picture's coordinates; `undefined` where no part of the label would be seen
 */
export function layoutLabel(
  picture: Box,
  cropped: Box,
  visible: Box,
  corner: Corner,
  widths: LabelWidths,
  steps = 0,
): LabelLayout | undefined {
  if (Math.min(picture.width, picture.height) < MIN_LABELLED_SIDE_PX || isEmpty(visible)) return undefined;
  const frame = isMostOf(cropped, picture) ? cropped : picture;
  const fontPx = labelFontPx(picture);
  const small = Math.min(frame.width, frame.height) < SMALL_SIDE_PX;
  const inset = small ? SMALL_INSET_PX : INSET_PX;
  const form = fitForm(frame, frame.width - 2 * inset, fontPx, widths);
  const size = { width: widths[form] * fontPx, height: LABEL_HEIGHT_EM * fontPx };
  const box = anchor(frame, size, corner, inset + steps * (size.height + STEP_GAP_PX), inset);
  if (steps > 0 && !isInside(box, frame)) return undefined;
  const cut = cutsOf(box, visible);
  if (cut && (cut[0] + cut[2] >= box.height || cut[1] + cut[3] >= box.width)) return undefined;
  return { form, fontPx, small, corner, box, ...(cut ? { cut } : {}) };
}

/** The longest form that is no wider than the room; the glyph alone on the smallest pictures. */
function fitForm(frame: Box, room: number, fontPx: number, widths: LabelWidths): LabelForm {
  if (Math.min(frame.width, frame.height) < GLYPH_ONLY_SIDE_PX) return 'glyph';
  if (widths.full * fontPx <= room) return 'full';
  return widths.compact * fontPx <= room ? 'compact' : 'glyph';
}

function anchor(
  frame: Box,
  size: { readonly width: number; readonly height: number },
  corner: Corner,
  fromEdge: number,
  inset: number,
): Box {
  const atRight = corner.endsWith('right');
  const atBottom = corner.startsWith('bottom');
  const x = atRight ? frame.x + frame.width - inset - size.width : frame.x + inset;
  const y = atBottom ? frame.y + frame.height - fromEdge - size.height : frame.y + fromEdge;
  return { x, y, ...size };
}

function isInside(box: Box, frame: Box): boolean {
  return box.y >= frame.y && box.y + box.height <= frame.y + frame.height;
}

function cutsOf(box: Box, visible: Box): readonly [number, number, number, number] | undefined {
  const top = Math.max(0, visible.y - box.y);
  const right = Math.max(0, box.x + box.width - visible.x - visible.width);
  const bottom = Math.max(0, box.y + box.height - visible.y - visible.height);
  const left = Math.max(0, visible.x - box.x);
  return top + right + bottom + left > 0 ? [top, right, bottom, left] : undefined;
}

function isMostOf(part: Box, whole: Box): boolean {
  return part.width >= whole.width * CROP_SHARE && part.height >= whole.height * CROP_SHARE;
}

/** The part two boxes share; of zero size where they share none. */
export function intersect(a: Box, b: Box): Box {
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  const width = Math.max(0, Math.min(a.x + a.width, b.x + b.width) - x);
  const height = Math.max(0, Math.min(a.y + a.height, b.y + b.height) - y);
  return { x, y, width, height };
}

/** Whether a box has no area. */
export function isEmpty(box: Box): boolean {
  return box.width <= 0 || box.height <= 0;
}

/** Whether two boxes differ by less than a device pixel could show. */
export function isSameBox(a: Box, b: Box, tolerance = 0.05): boolean {
  return (
    Math.abs(a.x - b.x) < tolerance &&
    Math.abs(a.y - b.y) < tolerance &&
    Math.abs(a.width - b.width) < tolerance &&
    Math.abs(a.height - b.height) < tolerance
  );
}

/**
 * Where a tooltip stands beside its label, in viewport coordinates: below it where there is room, above it
 * otherwise, and always inside the viewport, so that it never makes a page scroll.
 */
export function placeTooltip(
  label: Box,
  size: { readonly width: number; readonly height: number },
  viewport: { readonly width: number; readonly height: number },
  gap = 6,
): { readonly x: number; readonly y: number } {
  const below = label.y + label.height + gap;
  const above = label.y - gap - size.height;
  const fitsBelow = below + size.height + gap <= viewport.height;
  const y = fitsBelow || above < gap ? below : above;
  const farthest = { x: viewport.width - size.width - gap, y: viewport.height - size.height - gap };
  return { x: clamp(label.x, gap, farthest.x), y: clamp(y, gap, farthest.y) };
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
