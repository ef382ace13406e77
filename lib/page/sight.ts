import { type Cover, coverAt, worseOf } from './cover';
import type { FrameReads } from './frame-reads';
import type { Box, LabelLayout, LabelWidths } from './geometry';
import { type Labelled, type Measured, thingsOn } from './labelled';
import type { Look } from './movement';
import { chooseSpot, coverByThings, layoutAt, probesOf, type Spot } from './spots';

/** Time for asking what lies over labels, in milliseconds per frame of a movement: the page needs the rest of it. */
const BUDGET_MS = 2;

/**
 * Chooses where on its picture each label stands: where neither a covering element nor anything the site itself shows
 * lies. Asking the browser for it is the dearest part of placing labels, so each is asked about once per change that
 * was told, only in the viewport, the longest unasked first, within a budget per frame; the rest keeps its spot until
 * a later frame. The last frame before the rest leaves nothing unasked.
 */
export class Sight {
  private round = 0;
  private end = 0;

  constructor(
    private readonly window: Window & typeof globalThis,
    private readonly isHost: (element: Element) => boolean,
  ) {}

  /** Begins a frame. `moved`: something moved in the one before. */
  begin({ styles, told, last }: Look, moved: boolean): void {
    if (styles || told || moved) this.round += 1;
    this.end = last ? Number.POSITIVE_INFINITY : this.window.performance.now() + BUDGET_MS;
  }

  /** The order in which labels are to be looked at: those that waited longest first. */
  inOrder(batch: readonly Labelled[]): readonly Labelled[] {
    return [...batch].sort((a, b) => (a.chosen?.round ?? -1) - (b.chosen?.round ?? -1));
  }

  /** The layout of a label at the best of its spots; `undefined` where it is not to be seen. */
  layout(
    measured: Measured,
    spots: readonly Spot[],
    widths: LabelWidths,
    reads: FrameReads,
  ): LabelLayout | undefined {
    const { one } = measured;
    if (this.isDue(measured)) {
      const spot = chooseSpot(spots, widths, (box) => this.coverOf(box, measured, reads));
      one.chosen = { spot: spot ? spots.indexOf(spot) : 'none', round: this.round };
    }
    if (one.chosen?.spot === 'none') return undefined;
    const spot = spots[one.chosen?.spot ?? 0] ?? spots[0];
    return spot && layoutAt(spot, widths);
  }

  private isDue({ one, shape }: Measured): boolean {
    if (one.chosen?.round === this.round || !this.isInView(shape)) return false;
    // One that was never looked at would be drawn blindly.
    return one.chosen === undefined || this.window.performance.now() < this.end;
  }

  private isInView({ x, y, width, height }: Box): boolean {
    const { innerWidth, innerHeight } = this.window;
    return x < innerWidth && y < innerHeight && x + width > 0 && y + height > 0;
  }

  private coverOf(box: Box, measured: Measured, reads: FrameReads): Cover {
    const { innerWidth: width, innerHeight: height } = this.window;
    let cover = coverByThings(box, thingsOn(measured, reads));
    const over = { target: measured.one.element, room: measured.shape };
    for (const point of probesOf(box, { width, height })) {
      if (cover === 'covered') break;
      cover = worseOf(cover, coverAt(over, point, reads, this.isHost));
    }
    return cover;
  }
}
