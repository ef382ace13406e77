import type { Corner } from '../settings/settings';
import { FrameReads } from './frame-reads';
import { type Box, isSameBox, type LabelLayout } from './geometry';
import { listenToLabels } from './label-events';
import { type HostFrame, toHost } from './label-host';
import { changeLabelNode, createLabelNode, drawLabel, type LabelContent } from './label-node';
import { LabelRuler } from './label-widths';
import { type Labelled, type Measured, measure, spotsOf, styleOf } from './labelled';
import { drawAt, forgetLook, labelStanding } from './laid';
import { layerOf } from './layers';
import { type Medium, stillShows } from './medium';
import { type Look, type Movement, startMovement } from './movement';
import { isShown } from './picture-shape';
import { dropOffset, followPrint, setOffset, TELLS_OF_PAPER } from './print-layout';
import { Sentinels } from './sentinels';
import { Sight } from './sight';
import { type Stage, Stages } from './stages';

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

/**
 * Draws labels over pictures: one host per document, one node per label, moved only by transforms. Nothing is
 * written on the page's own elements. Everything is made with the first label; a page without one pays nothing.
 */
export class Overlay {
  private readonly labelled = new Map<Element, Labelled>();
  private parts: Parts | undefined;
  /** Whether the last frame moved anything. */
  private moved = false;

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
    const stage = parts.stages.at(layerOf(element));
    this.labelled.set(element, { medium, element, node, stage, near: true });
    stage.host.layer.append(node.button);
    parts.near.observe(element);
    parts.sizes.observe(element);
    parts.movement.nudge();
  }

  private change(one: Labelled, content: LabelContent, { movement }: Parts): void {
    // Longer words may lie over what shorter ones did not reach.
    if (one.node.content.words.label !== content.words.label) delete one.chosen;
    delete one.laid;
    one.node = changeLabelNode(one.node, content);
    one.stage.tooltip.change(one.node);
    movement.nudge();
  }

  /** Takes the label off an element; harmless where there is none. */
  drop(element: Element): void {
    const one = this.labelled.get(element);
    if (!one || !this.parts) return;
    this.labelled.delete(element);
    this.parts.near.unobserve(element);
    this.parts.sizes.unobserve(element);
    this.parts.sentinels.disarm(element);
    if (one.node.button.contains(one.stage.host.root.activeElement)) one.stage.tooltip.hide();
    one.node.button.remove();
  }

  /** Scrolls a picture into view, `atOnce` without a movement, and points at it for a moment. */
  reveal(element: Element, atOnce: boolean): void {
    const { window } = this.options;
    const calm = atOnce || window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: calm ? 'instant' : 'smooth' });
    const frame = window.document.createElement('div');
    frame.className = 'frame';
    const { host } = this.ready().stages.at(layerOf(element));
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
    const stages = new Stages(document, (stage) => this.furnish(stage), signal);
    const movement = startMovement(window, (look) => this.place(look), signal);
    const near = new IntersectionObserver((entries) => this.notice(entries), { rootMargin: `${NEAR_PX}px` });
    const sizes = new ResizeObserver(movement.stir);
    for (const root of [document.documentElement, document.body]) if (root) sizes.observe(root);
    const sentinels = new Sentinels(document, movement.stir);
    // They watch boxes given by their distance from the viewport's edges, which have just moved.
    window.addEventListener('resize', () => sentinels.disarmAll(), { passive: true, signal });
    signal.addEventListener('abort', () => this.end());
    if (TELLS_OF_PAPER) followPrint(window, { lay: () => this.lay(), back: () => this.back() }, signal);
    const ruler = new LabelRuler(document, stages.at(undefined).host.layer);
    const sight = new Sight(window, (element) => stages.isHost(element));
    return { stages, ruler, near, sizes, sentinels, sight, movement };
  }

  private furnish({ host, tooltip, signal }: Stage): void {
    const onEnter = (button: HTMLButtonElement) => {
      const one = this.find(button);
      if (one) tooltip.show(one.node, this.options.look().hint);
    };
    const onActivate = (button: HTMLButtonElement) => {
      const one = this.find(button);
      if (one) this.options.onActivate(one.medium);
    };
    const labels = { root: host.root, onActivate, onEnter, onLeave: () => tooltip.hide() };
    listenToLabels(this.options.window, labels, signal);
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

  /**
   * A picture far away, or scrolled out of its box, is not followed; its label is hidden, so that none is left
   * behind where another picture comes to stand meanwhile.
   */
  private notice(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      const one = this.labelled.get(target);
      if (!one) continue;
      one.near = isIntersecting;
      forgetLook(one);
      if (isIntersecting) continue;
      drawLabel(one.node, undefined, 1);
      one.last = undefined;
      this.parts?.sentinels.disarm(target);
    }
    this.parts?.movement.nudge();
  }

  /** One frame's work. Says whether any picture moved, so that the loop knows when to rest. */
  private place(look: Look): boolean {
    const { document } = this.options.window;
    for (const one of this.labelled.values()) if (!stillShows(one.medium, document)) this.leave(one);
    const { sight } = this.ready();
    sight.begin(look, this.moved);
    const near = [...this.labelled.values()].filter((one) => one.near);
    this.moved = this.draw(sight.inOrder(near), look.styles);
    return this.moved;
  }

  /** A label on the wrong picture would be a false statement: it goes before anything else is done. */
  private leave(one: Labelled): void {
    this.drop(one.element);
    this.options.onStale(one.medium);
  }

  /** All reads first, then all writes: one layout per frame at most. Says whether any picture moved. */
  private draw(batch: readonly Labelled[], styles: boolean): boolean {
    const parts = this.ready();
    const reads = new FrameReads(this.options.window);
    const styled = batch.map((one) => ({ one, style: styleOf(one, styles, reads) }));
    if (styles) this.restage(styled.map(({ one, style }) => ({ one, layer: style.layer })));
    const measured = styled.map(({ one, style }) => measure(one, style, reads));
    const frameOf = framesOf(measured.map(({ one }) => one.stage));
    const step = 1 / (this.options.window.devicePixelRatio || 1);
    const planned = measured
      .filter((each) => styles || !this.stays(parts, each, frameOf(each.one.stage), reads))
      .map((each) => ({ measured: each, layout: this.plan(parts, each, reads) }));
    for (const { measured: each, layout } of planned) drawAt(each, layout, frameOf(each.one.stage), step);
    const moved = new Set(measured.filter((each) => settle(parts.sentinels, each)));
    return planned.some(({ measured: each }) => moved.has(each));
  }

  /** Scrolled with its picture, a label stands where it stood: nothing is worked out and nothing written. */
  private stays({ sight }: Parts, measured: Measured, frame: HostFrame, reads: FrameReads): boolean {
    const label = labelStanding(measured, frame);
    return label !== undefined && isShown(measured.one.element) && sight.staysAt(label, measured, reads);
  }

  /** Moves labels to the layer their picture is drawn in now; those of a layer that ended go back to the document. */
  private restage(batch: readonly { readonly one: Labelled; readonly layer: Element | undefined }[]): void {
    const { stages } = this.ready();
    stages.tidy();
    for (const { one, layer } of batch) moveTo(one, stages.at(layer));
    for (const one of this.labelled.values()) if (one.stage.signal.aborted) moveTo(one, stages.at(undefined));
  }

  /** Places every label on paper; those of dialogs are left out, which paper does not show as the screen does. */
  private lay(): void {
    const parts = this.ready();
    const stage = parts.stages.at(undefined);
    stage.host.layer.toggleAttribute('data-paper', true);
    const reads = new FrameReads(this.options.window);
    const planned = [...this.labelled.values()]
      .filter((one) => one.stage === stage && stillShows(one.medium, this.options.window.document))
      .map((one) => measure(one, styleOf(one, true, reads), reads))
      .map((measured) => ({ one: measured.one, layout: this.plan(parts, measured, reads) }));
    const frame = stage.host.frame();
    for (const { node } of this.labelled.values()) drawLabel(node, undefined, 1);
    for (const { one, layout } of planned) drawOnPaper(one, layout, frame);
  }

  private back(): void {
    const { stages, movement } = this.ready();
    stages.at(undefined).host.layer.removeAttribute('data-paper');
    for (const one of this.labelled.values()) {
      drawLabel(one.node, undefined, 1);
      dropOffset(one.node.button);
      forgetLook(one);
    }
    movement.stir();
  }

  private plan(parts: Parts, measured: Measured, reads: FrameReads): LabelLayout | undefined {
    const { element, node } = measured.one;
    if (!isShown(element)) return undefined;
    const spots = spotsOf(measured, this.options.look().corner, reads);
    return parts.sight.layout(measured, spots, parts.ruler.widths(node.content), reads);
  }
}

function drawOnPaper({ node }: Labelled, layout: LabelLayout | undefined, frame: HostFrame): void {
  const box = layout && toHost(layout.box, frame);
  drawLabel(node, layout && box && { ...layout, box }, 1);
  if (!layout || !box) return;
  const atRight = layout.corner.endsWith('right');
  setOffset(node.button, atRight ? box.x + box.width : box.x, box.y, atRight);
}

function moveTo(one: Labelled, stage: Stage): void {
  if (one.stage === stage) return;
  one.stage = stage;
  delete one.laid;
  stage.host.layer.append(one.node.button);
}

/** Where the coordinates of each stage start, read once for all labels on it. */
function framesOf(stages: readonly Stage[]): (stage: Stage) => HostFrame {
  const frames = new Map([...new Set(stages)].map((stage) => [stage, stage.host.frame()]));
  return (stage) => frames.get(stage) ?? stage.host.frame();
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
  readonly stages: Stages;
  readonly ruler: LabelRuler;
  readonly near: IntersectionObserver;
  readonly sizes: ResizeObserver;
  readonly sentinels: Sentinels;
  readonly sight: Sight;
  readonly movement: Movement;
};

function boxOf({ left, top, width, height }: DOMRect): Box {
  return { x: left, y: top, width, height };
}

function placeFrame(frame: HTMLElement, box: Box): void {
  frame.style.setProperty('transform', `translate(${box.x}px, ${box.y}px)`);
  frame.style.setProperty('width', `${box.width}px`);
  frame.style.setProperty('height', `${box.height}px`);
}
