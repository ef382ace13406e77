import type { Corner } from '../settings/settings';
import { type Clipped, type Clipper, clip, clippersOf } from './clipping';
import { type Box, isSameBox, type LabelLayout, layoutLabel } from './geometry';
import { listenToLabels } from './label-events';
import { createLabelHost, type LabelHost, toHost } from './label-host';
import { changeLabelNode, createLabelNode, drawLabel, type LabelContent, type LabelNode } from './label-node';
import { LabelRuler } from './label-widths';
import { type Medium, stillShows } from './medium';
import { startMovement } from './movement';
import type { PictureFit } from './picture-box';
import { fitOf, isShown, shapeOf } from './picture-shape';
import { Sentinels } from './sentinels';
import { createTooltip, type Tooltip } from './tooltip';

/** How far outside the viewport labels are kept in place, in CSS pixels. */
const NEAR_PX = 200;

/** How long `reveal` points at a picture. */
const REVEAL_MS = 1600;

export type OverlayOptions = {
  readonly window: Window & typeof globalThis;
  /** The corner of labels, and what activating one does (for its tooltip), as chosen at this moment. */
  readonly look: () => { readonly corner: Corner; readonly hint: string };
  readonly onActivate: (medium: Medium) => void;
  /** The element shows another medium now, or left the document: its label has just been taken away. */
  readonly onStale: (medium: Medium) => void;
  readonly signal: AbortSignal;
};

/** A labelled medium: identity is the element and the source it showed when the label was made. */
type Labelled = {
  readonly medium: Medium;
  readonly element: Element;
  node: LabelNode;
  /** Where the picture was when last placed, in viewport coordinates. */
  last?: Box | undefined;
  near: boolean;
  /** What computed styles said last; walking up a deeply nested page is too dear for every frame of a scroll. */
  styled?: { readonly fit: PictureFit; readonly clippers: readonly Clipper[] };
};

type Measured = {
  readonly one: Labelled;
  readonly rect: DOMRect;
  readonly shape: Box;
  readonly clipped: Clipped;
};

/**
 * Draws labels over pictures: one host per document, one node per label, moved only by transforms. Nothing is
 * written on the page's own elements. Everything is made with the first label; a page without one pays nothing.
 */
export class Overlay {
  private readonly labelled = new Map<Element, Labelled>();
  private parts: Parts | undefined;

  constructor(private readonly options: OverlayOptions) {}

  /**
   * Puts a label on the element of a medium; one that stands there for the same medium is changed where it is. It is
   * drawn in the coming frame, before anything is painted, together with all others of that frame: each drawn at once would force a layout of its own.
   */
  put(medium: Medium, content: LabelContent): void {
    const { element } = medium;
    const parts = this.ready();
    const standing = this.labelled.get(element);
    if (standing?.medium === medium) {
      this.change(standing, content, parts);
      return;
    }
    this.drop(element);
    const node = createLabelNode(this.options.window.document, content);
    const one: Labelled = { medium, element, node, near: true };
    this.labelled.set(element, one);
    parts.host.layer.append(node.button);
    parts.near.observe(element);
    parts.sizes.observe(element);
    parts.stir();
  }

  private change(one: Labelled, content: LabelContent, { tooltip, stir }: Parts): void {
    one.node = changeLabelNode(one.node, content);
    tooltip.change(one.node);
    stir();
  }

  /** Takes the label off an element; harmless where there is none. */
  drop(element: Element): void {
    const one = this.labelled.get(element);
    if (!one || !this.parts) return;
    this.labelled.delete(element);
    this.parts.near.unobserve(element);
    this.parts.sizes.unobserve(element);
    this.parts.sentinels.disarm(element);
    if (one.node.button.contains(this.parts.host.root.activeElement)) this.parts.tooltip.hide();
    one.node.button.remove();
  }

  /** Scrolls a picture into view and points at it for a moment. */
  reveal(element: Element): void {
    const { window } = this.options;
    const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: calm ? 'instant' : 'smooth' });
    const frame = window.document.createElement('div');
    frame.className = 'frame';
    const { host } = this.ready();
    host.layer.append(frame);
    const until = window.performance.now() + REVEAL_MS;
    const follow = () => {
      if (window.performance.now() > until || !element.isConnected) return frame.remove();
      placeFrame(frame, toHost(boxOf(element.getBoundingClientRect()), host.frame()));
      window.requestAnimationFrame(follow);
    };
    follow();
  }

  private ready(): Parts {
    this.parts ??= this.assemble();
    return this.parts;
  }

  private assemble(): Parts {
    const { window, signal } = this.options;
    const { document } = window;
    const host = createLabelHost(document, signal);
    const tooltip = createTooltip(document, host);
    const stir = startMovement(window, (styles) => this.place(styles), signal);
    const near = new IntersectionObserver((entries) => this.notice(entries), { rootMargin: `${NEAR_PX}px` });
    const sizes = new ResizeObserver(stir);
    for (const root of [document.documentElement, document.body]) if (root) sizes.observe(root);
    const sentinels = new Sentinels(document, stir);
    // They watch boxes given by their distance from the viewport's edges, which have just moved.
    window.addEventListener('resize', () => sentinels.disarmAll(), { passive: true, signal });
    const labelOf = (button: HTMLButtonElement) => this.find(button);
    listenToLabels(
      window,
      {
        root: host.root,
        onActivate: (button) => this.activate(labelOf(button)),
        onEnter: (button) => {
          const one = labelOf(button);
          if (one) tooltip.show(one.node, this.options.look().hint);
        },
        onLeave: () => tooltip.hide(),
      },
      signal,
    );
    signal.addEventListener('abort', () => this.end());
    return { host, tooltip, ruler: new LabelRuler(document, host.layer), near, sizes, sentinels, stir };
  }

  private end(): void {
    this.parts?.near.disconnect();
    this.parts?.sizes.disconnect();
    this.parts?.sentinels.disarmAll();
    this.labelled.clear();
  }

  private find(button: HTMLButtonElement): Labelled | undefined {
    return [...this.labelled.values()].find(({ node }) => node.button === button);
  }

  private activate(one: Labelled | undefined): void {
    if (one) this.options.onActivate(one.medium);
  }

  /**
   * A picture far away, or scrolled out of its box, is not followed; its label is hidden, so that none is left
   * behind where another picture comes to stand meanwhile.
   */
  private notice(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      const one = this.labelled.get(target);
      if (!one) continue;
      one.near = isIntersecting;
      delete one.styled;
      if (isIntersecting) continue;
      drawLabel(one.node, undefined, 1);
      one.last = undefined;
      this.parts?.sentinels.disarm(target);
    }
    this.parts?.stir();
  }

  /** One frame's work. Says whether any picture moved, so that the loop knows when to rest. */
  private place(styles: boolean): boolean {
    const { document } = this.options.window;
    for (const one of this.labelled.values()) if (!stillShows(one.medium, document)) this.leave(one);
    const near = [...this.labelled.values()].filter((one) => one.near);
    return this.draw(near, styles);
  }

  /** A label on the wrong picture would be a false statement: it goes before anything else is done. */
  private leave(one: Labelled): void {
    this.drop(one.element);
    this.options.onStale(one.medium);
  }

  /** All reads first, then all writes: one layout per frame at most. Says whether any picture moved. */
  private draw(batch: readonly Labelled[], styles: boolean): boolean {
    const parts = this.ready();
    const frame = parts.host.frame();
    const planned = batch
      .map((one) => measure(one, styles))
      .map((measured) => ({ measured, layout: this.plan(parts, measured) }));
    const step = 1 / (this.options.window.devicePixelRatio || 1);
    for (const { measured, layout } of planned)
      drawLabel(measured.one.node, layout && { ...layout, box: toHost(layout.box, frame) }, step);
    return planned.map(({ measured }) => settle(parts.sentinels, measured)).includes(true);
  }

  private plan(parts: Parts, { one, shape, clipped }: Measured): LabelLayout | undefined {
    if (!isShown(one.element)) return undefined;
    const widths = parts.ruler.widths(one.node.content);
    return layoutLabel(shape, clipped.cropped, clipped.visible, this.options.look().corner, widths);
  }
}

/** Notes where a picture is now; a still one gets its sentinel, a moving one has no use for it. */
function settle(sentinels: Sentinels, { one, rect, shape }: Measured): boolean {
  const moved = !one.last || !isSameBox(one.last, shape);
  one.last = shape;
  if (moved) sentinels.disarm(one.element);
  else if (one.near && !sentinels.isArmed(one.element)) sentinels.arm(one.element, rect);
  return moved;
}

type Parts = {
  readonly host: LabelHost;
  readonly tooltip: Tooltip;
  readonly ruler: LabelRuler;
  readonly near: IntersectionObserver;
  readonly sizes: ResizeObserver;
  readonly sentinels: Sentinels;
  readonly stir: () => void;
};

function measure(one: Labelled, styles: boolean): Measured {
  const { element, medium } = one;
  if (styles || !one.styled) one.styled = { fit: fitOf(medium), clippers: clippersOf(element) };
  const rect = element.getBoundingClientRect();
  const shape = shapeOf(medium, rect, one.styled.fit);
  return { one, rect, shape, clipped: clip(shape, one.styled.clippers) };
}

function boxOf({ left, top, width, height }: DOMRect): Box {
  return { x: left, y: top, width, height };
}

function placeFrame(frame: HTMLElement, box: Box): void {
  frame.style.setProperty('transform', `translate(${box.x}px, ${box.y}px)`);
  frame.style.setProperty('width', `${box.width}px`);
  frame.style.setProperty('height', `${box.height}px`);
}
