import { type Clipper, clip } from './clipping';
import { type Cover, isPinned } from './cover';
import type { FrameReads } from './frame-reads';
import { type Box, intersect, isEmpty, LABEL_HEIGHT_EM, MIN_TEXT_PX, SMALL_INSET_PX } from './geometry';
import { paintOf, textBoxes } from './painted';
import type { Spot } from './spots';

/** Height of the areas beside a text; labels of pictures lower than this show their sign alone. */
const AREA_PX = 40;

/** Least width of an area above or below a text. */
const AREA_WIDTH_PX = 140;

/** Text nodes looked at from either end of an element. */
const MAX_NODES = 32;

/** Boxes narrower than this are texts for screen readers. */
const MIN_LINE_PX = 2;

/** Where an element's text begins and ends, as boxes of its first and last line, seen from the element's corner. */
export type Lines = { readonly first: Box; readonly last: Box; readonly isRightToLeft: boolean };

/** Reads the lines of a text; the element's own box stands for those of an element without any. */
export function linesOf(element: Element, shape: Box, reads: FrameReads): Lines {
  const texts = textNodes(element);
  const first = texts.map(boxesOf).find((boxes) => boxes.length > 0)?.[0] ?? shape;
  const last =
    [...texts]
      .reverse()
      .map(boxesOf)
      .find((boxes) => boxes.length > 0)
      ?.at(-1) ?? shape;
  const isRightToLeft = reads.styleOf(element).direction === 'rtl';
  return { first: moved(first, -shape.x, -shape.y), last: moved(last, -shape.x, -shape.y), isRightToLeft };
}

function textNodes(element: Element): readonly Text[] {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const all: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (node.nodeValue?.trim()) all.push(node as Text);
  return all.length <= 2 * MAX_NODES ? all : [...all.slice(0, MAX_NODES), ...all.slice(-MAX_NODES)];
}

function boxesOf(node: Text): readonly Box[] {
  const range = node.ownerDocument.createRange();
  range.selectNodeContents(node);
  return [...range.getClientRects()]
    .map(({ left, top, width, height }) => ({ x: left, y: top, width, height }))
    .filter(({ width, height }) => width >= MIN_LINE_PX && height >= MIN_LINE_PX);
}

const moved = (box: Box, x: number, y: number): Box => ({ ...box, x: box.x + x, y: box.y + y });

/**
 * Where the label of a text may stand, never on words: behind the end of its last line, above it, below it, beside it.
 *
 * @param room box of what the text stands in: the free rest of the last line may reach as far
 * @param viewWidth width of what can be seen
 */
export function textAreas(
  shape: Box,
  lines: Lines,
  room: Box,
  viewWidth: number,
): readonly { readonly box: Box; readonly corner: Spot['corner'] }[] {
  const side = lines.isRightToLeft ? 'right' : 'left';
  const last = moved(lines.last, shape.x, shape.y);
  const start = Math.min(shape.x, room.x);
  const end = Math.min(viewWidth, Math.max(shape.x + shape.width, room.x + room.width));
  // The label stands at the inset from its corner; so its middle is the line's.
  const y = last.y + last.height / 2 - (LABEL_HEIGHT_EM * MIN_TEXT_PX) / 2 - SMALL_INSET_PX;
  const behind = lines.isRightToLeft
    ? { x: start, y, width: last.x - start, height: AREA_PX }
    : { x: last.x + last.width, y, width: end - last.x - last.width, height: AREA_PX };
  const width = Math.max(shape.width, AREA_WIDTH_PX);
  const x = lines.isRightToLeft ? shape.x + shape.width - width : shape.x - SMALL_INSET_PX;
  return [
    { box: behind, corner: `top-${side}` },
    { box: { x, y: shape.y - AREA_PX, width, height: AREA_PX }, corner: `bottom-${side}` },
    { box: { x, y: shape.y + shape.height, width, height: AREA_PX }, corner: `top-${side}` },
  ];
}

/** The areas as spots, cut like the text itself. */
export function textSpots(
  element: Element,
  shape: Box,
  lines: Lines,
  clippers: readonly Clipper[],
  reads: FrameReads,
): readonly Spot[] {
  const parent = element.parentElement;
  const room = parent ? reads.boxOf(parent) : shape;
  const viewWidth = element.ownerDocument.documentElement.clientWidth;
  return textAreas(shape, lines, room, viewWidth)
    .filter(({ box }) => box.width > 0)
    .map(({ box, corner }) => ({
      shape: box,
      clipped: clip(box, clippers, reads),
      corner,
      signOnly: false,
      steps: 0,
    }));
}

/** Points asked across and down a label: words are found between them by their boxes. */
const ACROSS = [0.02, 0.25, 0.5, 0.75, 0.98];
const DOWN = [0.1, 0.5, 0.9];

/** What stands where the label of a text would be: any word or picture of the page is not to be covered. */
export function coverOfText(
  box: Box,
  target: Element,
  reads: FrameReads,
  ours: (element: Element) => boolean,
): Cover {
  const root = target.getRootNode() as Document | ShadowRoot;
  const { innerWidth, innerHeight } = reads.view;
  const around = new Set<Element>();
  for (const across of ACROSS)
    for (const down of DOWN) {
      const at = { x: box.x + box.width * across, y: box.y + box.height * down };
      if (at.x < 0 || at.y < 0 || at.x >= innerWidth || at.y >= innerHeight) continue;
      for (const element of root.elementsFromPoint(at.x, at.y)) if (!ours(element)) around.add(element);
    }
  const drawn = [...around].filter(
    (element) => !element.contains(target) && paintOf(element, reads) !== 'none',
  );
  if (drawn.some((element) => isPinned(element, target, reads))) return 'passing';
  if (drawn.length > 0) return 'covered';
  return [...around].some((element) => hasWordsIn(element, box)) ? 'covered' : 'free';
}

function hasWordsIn(element: Element, box: Box): boolean {
  return textBoxes(element, element.ownerDocument).some((text) => !isEmpty(intersect(text, box)));
}
