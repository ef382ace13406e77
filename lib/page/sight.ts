import { type Cover, coverAt, worseOf } from './cover';
import type { FrameReads } from './frame-reads';
import type { Box, LabelLayout, LabelWidths } from './geometry';
import { type Labelled, type Measured, thingsOn } from './labelled';
import type { Look } from './movement';
import { chooseSpot, coverByThings, layoutAt, probesOf, type Spot, seenPart } from './spots';
import { coverOfText } from './text-spots';

/** Time for asking what lies over labels, in milliseconds per frame of a movement: the page needs the rest of it. */
const BUDGET_MS = 1;

/**
 * Chooses where on its picture each label stands: where neither a covering element nor anything the site itself shows
 * lies. Asking the browser for it is the dearest part of placing labels, so each is asked about once per change that
 * was told, only in the viewport, the longest unasked first, within a budget per frame; the rest keeps its spot until
 * a later frame. The last frame before the rest leaves nothing unasked.
 */
export class Sight {
  private round = 0;
  private end = 0;
  /** Whether everything is asked anew, not only whether a label may stay. */
  private thorough = true;

  constructor(
    private readonly window: Window & typeof globalThis,
    private readonly isHost: (element: Element) => boolean,
  ) {}

  /** Begins a frame. `moved`: something moved in the one before. */
  begin({ styles, told, last }: Look, moved: boolean): void {
    if (styles || told || moved) this.round += 1;
    this.thorough = styles || last;
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
      const stays = !this.thorough && this.mayStay(measured, spots[0], widths, reads);
      const spot = stays ? spots[0] : chooseSpot(spots, widths, (box) => this.coverOf(box, measured, reads));
      one.chosen = { spot: spot ? spots.indexOf(spot) : 'none', round: this.round };
    }
    if (one.chosen?.spot === 'none') return undefined;
    const spot = spots[one.chosen?.spot ?? 0] ?? spots[0];
    return spot && layoutAt(spot, widths);
  }

  /**
   * Whether a label that stands where it stood on its picture may be left as it is: between two thorough looks the one
   * question whether something has come over it is enough.
   *
   * @param label what is seen of the label now, in viewport coordinates
   */
  staysAt(label: Box, measured: Measured, reads: FrameReads): boolean {
    const { one } = measured;
    if (this.thorough || one.chosen === undefined || one.chosen.spot === 'none') return false;
    if (!this.isDue(measured)) return true;
    if (!this.isFree(label, measured, reads)) return false;
    one.chosen = { ...one.chosen, round: this.round };
    return true;
  }

  /**
   * While the page only moves, one question tells whether something is over a label in the corner it is wanted in; the
   * others are asked when the movement ends.
   */
  private mayStay(
    measured: Measured,
    spot: Spot | undefined,
    widths: LabelWidths,
    reads: FrameReads,
  ): boolean {
    const { chosen, element } = measured.one;
    const layout = spot && (chosen?.spot ?? 0) === 0 ? layoutAt(spot, widths) : undefined;
    if (!layout) return false;
    const box = seenPart(layout);
    if (!chosen && coverByThings(box, thingsOn(measured, reads)) !== 'free') return false;
    const [, middle] = probesOf(box, this.view());
    const over = { target: element, room: measured.shape };
    return middle === undefined || coverAt(over, middle, reads, this.isHost) === 'free';
  }

  private isDue({ one, shape }: Measured): boolean {
    if (one.chosen?.round === this.round || !this.isInView(shape)) return false;
    // One that was never looked at would be drawn blindly.
    return one.chosen === undefined || this.window.performance.now() < this.end;
  }

  private isInView({ x, y, width, height }: Box): boolean {
    const view = this.view();
    return x < view.width && y < view.height && x + width > 0 && y + height > 0;
  }

  /** Asked at its middle; of what is outside the viewport nobody can be asked. */
  private isFree(label: Box, { one, shape }: Measured, reads: FrameReads): boolean {
    if (one.medium.way.area === 'text') return coverOfText(label, one.element, reads, this.isHost) === 'free';
    const middle = { x: label.x + label.width / 2, y: label.y + label.height / 2 };
    const over = { target: one.element, room: shape };
    return !this.isPointInView(middle) || coverAt(over, middle, reads, this.isHost) === 'free';
  }

  private isPointInView({ x, y }: { readonly x: number; readonly y: number }): boolean {
    const view = this.view();
    return x >= 0 && y >= 0 && x < view.width && y < view.height;
  }

  private view(): { readonly width: number; readonly height: number } {
    return { width: this.window.innerWidth, height: this.window.innerHeight };
  }

  private coverOf(box: Box, measured: Measured, reads: FrameReads): Cover {
    const { element, medium } = measured.one;
    if (medium.way.area === 'text') return coverOfText(box, element, reads, this.isHost);
    let cover = coverByThings(box, thingsOn(measured, reads));
    const over = { target: measured.one.element, room: measured.shape };
    for (const point of probesOf(box, this.view())) {
      if (cover === 'covered') break;
      cover = worseOf(cover, coverAt(over, point, reads, this.isHost));
    }
    return cover;
  }
}
