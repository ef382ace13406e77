/** Text that is smaller than this is not read by anyone, in CSS pixels. */
const MIN_FONT_PX = 4;

/** Least distance between the colours of text and ground, as the sum over the three channels (0 to 765). */
const MIN_CONTRAST = 24;

/** Ancestors asked for the ground below a text. */
const MAX_GROUNDS = 24;

/**
 * Whether people can see an element's text, as far as its style alone tells: rendered, not transparent, not tiny, and not in
 * the colour of its ground. An explicit label has to be perceivable (Labelling Measures, Art. 4): what is not seen is
 * no label, and is not taken for one. Computes styles, never a layout.
 */
export function isSeenText(element: Element): boolean {
  if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
  const view = element.ownerDocument.defaultView;
  if (!view) return false;
  const { fontSize, color } = view.getComputedStyle(element);
  const ink = channels(color);
  if (Number.parseFloat(fontSize) < MIN_FONT_PX || ink?.[3] === 0) return false;
  const ground = groundOf(element, view);
  return !ink || !ground || distance(ink, ground) >= MIN_CONTRAST;
}

type Channels = readonly [number, number, number, number];

/** Colour behind a text; nothing where a picture is, or a colour that is not plain. */
function groundOf(element: Element, view: Window): Channels | undefined {
  let each: Element | null = element;
  for (let step = 0; each && step < MAX_GROUNDS; step += 1) {
    const { backgroundColor, backgroundImage } = view.getComputedStyle(each);
    if (backgroundImage !== 'none') return undefined;
    const ground = channels(backgroundColor);
    if (!ground) return undefined;
    if (ground[3] > 0) return ground[3] === 1 ? ground : undefined;
    each = each.parentElement;
  }
  return undefined;
}

function channels(color: string): Channels | undefined {
  const [, r, g, b, a = '1'] = /^rgba?\((\d+)[,\s]+(\d+)[,\s]+(\d+)(?:[,\s/]+([\d.]+))?\)$/.exec(color) ?? [];
  return r === undefined ? undefined : [Number(r), Number(g), Number(b), Number(a)];
}

function distance(one: Channels, other: Channels): number {
  return Math.abs(one[0] - other[0]) + Math.abs(one[1] - other[1]) + Math.abs(one[2] - other[2]);
}
