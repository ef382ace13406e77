import type { Corner } from '../settings/settings';
import type { Box } from './geometry';

/** How an `<img>` shows its picture within its box, as computed style says. Edges in CSS pixels. */
export type PictureFit = {
  readonly objectFit: string;
  readonly objectPosition: string;
  /** Border and padding together: top, right, bottom, left. */
  readonly edges: readonly [number, number, number, number];
};

type Size = { readonly width: number; readonly height: number };

/**
 * The picture's own area within its element's box: without border and padding, and without the empty bars that
 * `object-fit` may leave (CSS Images 3, 5.5). Never larger than the element.
 *
 * @param box the element's border box
 * @param natural the picture's own size in CSS pixels; zero where unknown
 */
export function pictureBox(box: Box, natural: Size, fit: PictureFit): Box {
  const content = contentBox(box, fit.edges);
  if (natural.width <= 0 || natural.height <= 0) return content;
  const drawn = drawnSize(content, natural, fit.objectFit);
  const width = Math.min(drawn.width, content.width);
  const height = Math.min(drawn.height, content.height);
  const [across, down] = parsePosition(fit.objectPosition);
  return {
    x: content.x + across(content.width - width),
    y: content.y + down(content.height - height),
    width,
    height,
  };
}

function contentBox(box: Box, [top, right, bottom, left]: PictureFit['edges']): Box {
  return {
    x: box.x + left,
    y: box.y + top,
    width: Math.max(0, box.width - left - right),
    height: Math.max(0, box.height - top - bottom),
  };
}

function drawnSize(content: Size, natural: Size, objectFit: string): Size {
  if (objectFit !== 'contain' && objectFit !== 'scale-down' && objectFit !== 'none') return content;
  const contain = Math.min(content.width / natural.width, content.height / natural.height);
  const scale = objectFit === 'none' ? 1 : objectFit === 'scale-down' ? Math.min(1, contain) : contain;
  return { width: natural.width * scale, height: natural.height * scale };
}

type Along = (free: number) => number;

/** Computed `object-position` is two lengths or percentages; anything else counts as the middle. */
function parsePosition(position: string): readonly [Along, Along] {
  const [across = '50%', down = '50%'] = position.trim().split(/\s+/);
  return [along(across), along(down)];
}

function along(part: string): Along {
  const value = Number.parseFloat(part);
  if (!Number.isFinite(value)) return (free) => free / 2;
  const offset: Along = part.endsWith('%') ? (free) => (free * value) / 100 : () => value;
  return (free) => Math.max(0, Math.min(free, offset(free)));
}

/** Room a label beside a player needs, and what is left between the two, in CSS pixels. */
const BESIDE_WIDTH_PX = 140;
const BESIDE_HEIGHT_PX = 40;
const BESIDE_GAP_PX = 4;

/** A place beside a player: its box and the corner of it that touches the player. */
export type Beside = { readonly box: Box; readonly corner: Corner };

/**
 * Where the label of a player without a picture may go, never on the player: to its right where there is room, above
 * it, below it.
 *
 * @param box the player's border box
 * @param viewWidth width of what can be seen, in CSS pixels
 */
export function besideBoxes(box: Box, viewWidth: number): readonly Beside[] {
  const x = box.x + box.width + BESIDE_GAP_PX;
  const right = {
    box: { x, y: box.y, width: BESIDE_WIDTH_PX, height: Math.max(box.height, BESIDE_HEIGHT_PX) },
    corner: 'top-left',
  } as const;
  const strip = { x: box.x, width: Math.max(box.width, BESIDE_WIDTH_PX), height: BESIDE_HEIGHT_PX };
  const above = { box: { ...strip, y: box.y - BESIDE_HEIGHT_PX }, corner: 'bottom-left' } as const;
  const below = { box: { ...strip, y: box.y + box.height }, corner: 'top-left' } as const;
  return x + BESIDE_WIDTH_PX <= viewWidth ? [right, above, below] : [above, below];
}
