import type { Corner } from '../settings/settings';
import { ClipFinder } from './clips';
import { Follower } from './follow';
import { listenToLabels } from './label-events';
import { createLabelHost, type LabelHost } from './label-host';
import { createLabelNode, drawLabel, type LabelContent } from './label-node';
import { LabelRuler } from './label-widths';
import { watchMoved } from './moved-sentinel';
import { createRevealFrame, type RevealFrame } from './reveal-frame';
import { createTooltip, type Tooltip } from './tooltip';
import { isStale, type Pass, readLabel, type TrackedLabel } from './tracked-label';

/** How labels look, and what activating one does, in words. */
export type OverlayLook = { readonly corner: Corner; readonly hint: string };

export type OverlayEvents = {
  /** A person pressed the label of this picture. */
  onActivate(element: HTMLImageElement): void;
  /** The picture no longer shows what its label speaks of; the label is gone already. */
  onStale(element: HTMLImageElement): void;
};

/** Labels this far outside the viewport are kept in place, so that scrolling and tabbing find them there. */
const NEAR_MARGIN = '200px';

/** Sentinels armed at once; beyond that a picture that moves by itself is found by the other triggers. */
const MAX_SENTINELS = 200;

/**
 * Draws labels over the pictures of one document and keeps them there until `signal` aborts. Writes nothing on
 * any element of the page.
 */
export class Overlay {
  private readonly labels = new Map<Element, TrackedLabel>();
  private readonly owners = new Map<Element, TrackedLabel>();
  private readonly host: LabelHost;
  private readonly ruler: LabelRuler;
  private readonly tooltip: Tooltip;
  private readonly revealFrame: RevealFrame;
  private readonly follower: Follower;
  private readonly visibility: IntersectionObserver;
  private readonly sizes: ResizeObserver;

  constructor(
    private readonly document: Document,
    private look: OverlayLook,
    private readonly events: OverlayEvents,
    signal: AbortSignal,
  ) {
    const window = document.defaultView;
    if (!window) throw new TypeError('A document without a window shows nothing to label');
    this.host = createLabelHost(document, signal);
    this.ruler = new LabelRuler(document, this.host.layer);
    this.tooltip = createTooltip(document, this.host);
    this.revealFrame = createRevealFrame(document, this.host, signal);
    this.follower = new Follower(window, this.asFollowed(), signal);
    this.visibility = new IntersectionObserver((entries) => this.see(entries), { rootMargin: NEAR_MARGIN });
    this.sizes = new ResizeObserver(() => this.touch());
    this.sizes.observe(document.documentElement);
    if (document.body) this.sizes.observe(document.body);
    listenToLabels(window, this.asLabelEvents(), signal);
    signal.addEventListener('abort', () => this.stop());
  }

  /** Shows a label on a picture, or changes the words of the one it has. Drawn in the coming frame. */
  put(element: HTMLImageElement, url: string, content: LabelContent): void {
    const known = this.labels.get(element);
    if (known && known.url === url) this.replaceNode(known, content);
    else this.add(element, url, content);
    this.touch();
  }

  /** Takes a picture's label away, at once. */
  remove(element: Element): void {
    const label = this.labels.get(element);
    if (!label) return;
    this.labels.delete(element);
    this.owners.delete(label.node.button);
    label.disarm?.();
    this.visibility.unobserve(element);
    this.sizes.unobserve(element);
    this.tooltip.hideFor(label.node);
    label.node.button.remove();
  }

  /** Changes corner and hint; words are changed by {@link put}. */
  setLook(look: OverlayLook): void {
    this.look = look;
    this.touch();
  }

  /** Something in the document changed that may move, hide or cut pictures. */
  touch(): void {
    this.follower.touch(true);
  }

  /** Scrolls a picture into view and frames it for a moment. */
  reveal(element: HTMLImageElement): void {
    element.scrollIntoView({ block: 'center', inline: 'nearest' });
    this.revealFrame.show(element);
  }

  private add(element: HTMLImageElement, url: string, content: LabelContent): void {
    this.remove(element);
    const node = createLabelNode(this.document, content);
    const label: TrackedLabel = { element, url, node, isNear: true };
    this.labels.set(element, label);
    this.owners.set(node.button, label);
    this.host.layer.append(node.button);
    this.visibility.observe(element);
    this.sizes.observe(element);
  }

  private replaceNode(label: TrackedLabel, content: LabelContent): void {
    const old = label.node;
    label.node = createLabelNode(this.document, content);
    drawLabel(label.node, label.layout, this.devicePixel());
    this.tooltip.hideFor(old);
    this.owners.delete(old.button);
    this.owners.set(label.node.button, label);
    old.button.replaceWith(label.node.button);
  }

  private see(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      const label = this.labels.get(target);
      if (!label) continue;
      label.isNear = isIntersecting;
      if (!isIntersecting) this.hide(label);
    }
    this.touch();
  }

  private hide(label: TrackedLabel): void {
    label.disarm?.();
    label.disarm = undefined;
    label.layout = undefined;
    this.tooltip.hideFor(label.node);
    drawLabel(label.node, undefined, this.devicePixel());
  }

  private nearLabels(): TrackedLabel[] {
    return [...this.labels.values()].filter(({ isNear }) => isNear);
  }

  private asFollowed() {
    return {
      hasWork: () => this.revealFrame.isShown() || this.nearLabels().length > 0,
      pass: (deep: boolean) => this.pass(deep),
      rest: () => this.armSentinels(),
      concerns: (node: Node) => this.nearLabels().some(({ element }) => node.contains(element)),
    };
  }

  /** All reads first, then all writes: one layout per frame, whatever the number of labels. */
  private pass(deep: boolean): boolean {
    this.dropStale();
    const near = this.nearLabels();
    const pass: Pass = {
      frame: this.host.frame(),
      corner: this.look.corner,
      ruler: this.ruler,
      paddingBoxes: new Map(),
      ...(deep || near.some(({ clips }) => !clips) ? { finder: new ClipFinder() } : {}),
    };
    const moved = near.filter((label) => readLabel(label, pass));
    this.revealFrame.read(pass.frame);
    const step = this.devicePixel();
    for (const label of near) drawLabel(label.node, label.layout, step);
    for (const label of moved) label.disarm?.();
    for (const label of moved) label.disarm = undefined;
    this.revealFrame.draw();
    if (moved.length > 0) this.tooltip.hideUnlessFocused();
    return moved.length > 0;
  }

  private dropStale(): void {
    for (const label of [...this.labels.values()].filter(isStale)) {
      this.remove(label.element);
      this.events.onStale(label.element);
    }
  }

  private armSentinels(): void {
    const { clientWidth, clientHeight } = this.document.documentElement;
    const view = this.document.compatMode === 'BackCompat' ? this.document.body : undefined;
    const viewport = { width: view?.clientWidth ?? clientWidth, height: view?.clientHeight ?? clientHeight };
    for (const label of this.nearLabels().slice(0, MAX_SENTINELS)) {
      if (label.disarm || !label.box || !label.layout) continue;
      label.disarm = watchMoved(label.element, label.box, viewport, () => {
        label.disarm = undefined;
        this.touch();
      });
    }
  }

  private asLabelEvents() {
    const ownerOf = (button: HTMLButtonElement) => this.owners.get(button);
    return {
      root: this.host.root,
      onActivate: (button: HTMLButtonElement) => {
        const label = ownerOf(button);
        if (label && !isStale(label)) this.events.onActivate(label.element);
      },
      onEnter: (button: HTMLButtonElement) => {
        const label = ownerOf(button);
        if (label) this.tooltip.show(label.node, this.look.hint);
      },
      onLeave: () => this.tooltip.hide(),
    };
  }

  private devicePixel(): number {
    return 1 / Math.max(1, this.document.defaultView?.devicePixelRatio ?? 1);
  }

  private stop(): void {
    for (const label of this.labels.values()) label.disarm?.();
    this.labels.clear();
    this.owners.clear();
    this.visibility.disconnect();
    this.sizes.disconnect();
  }
}
