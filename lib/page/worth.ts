/** Media rendered smaller than this on either side are icons and are not looked into, in CSS pixels. */
export const MIN_SIDE_PX = 40;

/** Pictures this far outside the viewport are looked into ahead of time, in CSS pixels. */
export const AHEAD_PX = 300;

/**
 * Every element that shows a medium by itself. `image` is SVG's, and `svg:root` a picture opened as a document; the type
 * of an `input` is matched in any case. An inline drawing states something only in `<metadata>`.
 */
export const MEDIA_SELECTOR =
  'img,image,video,audio,object,embed,input[type="image" i],svg:root,svg:has(>metadata)';

/** Whether a box is large enough to be looked into. */
export function isLarge({ width, height }: { readonly width: number; readonly height: number }): boolean {
  return Math.min(width, height) >= MIN_SIDE_PX;
}

/**
 * Whether a medium has loaded, not the document or a style sheet: nothing else comes to light with it, and a page of a
 * hundred pictures need not be looked through for each that comes.
 */
export function isLoadOfMedium({ type, target }: Event): boolean {
  if (type !== 'load' || target === null || !('matches' in target)) return false;
  return (target as Element).matches(MEDIA_SELECTOR);
}
