import { calmly } from './calmly';
import { type ShadowRootOf, type SlicedWalk, slicedWalk } from './shadow-roots';
import { BACKGROUND_WAYS } from './ways/backgrounds';
import { AHEAD_PX, isLarge } from './worth';

/** Quiet after which a page is looked through, in milliseconds. */
const REST_MS = 150;

/** How long nothing must have been scrolled before all is looked through once more, in milliseconds. */
const SETTLED_MS = 1000;

/** Elements that draw no background worth reading, or nothing at all. */
const NO_BACKGROUND = new Set(['script', 'style', 'link', 'meta', 'head', 'title', 'br', 'source', 'option']);

export type LookThroughOptions = {
  readonly window: Window & typeof globalThis;
  readonly shadowRootOf: ShadowRootOf;
};

export type Seen = {
  /** A shadow root, each time it is come across. */
  root(root: ShadowRoot): void;
  /** An element in sight with a background. */
  draws(element: Element): void;
  /** An element in sight without one. */
  bare(element: Element): void;
};

/**
 * Looks through a page, in idle slices, for what gives no sign of itself: backgrounds and shadow roots. What is in sight is
 * looked at after every change that may concern it, and once scrolling is over.
 *
 * While a page is scrolled, only elements whose style is not known yet are asked about, and only those that draw a
 * background are measured: a page of 5,000 elements would else be measured at every step, 17 ms each.
 */
export class LookThrough {
  private readonly document: Document;
  private readonly dirty = new Set<Node>();
  private readonly moved = new Set<Document | ShadowRoot>();
  /** What drew no background when it was glanced at; a change with a sign takes it out. */
  private readonly bare = new WeakSet<Element>();
  private readonly walk: SlicedWalk;
  private readonly glance: SlicedWalk;
  private readonly rest: () => void;
  private readonly settle: () => void;
  private lastScroll = 0;

  constructor(
    private readonly options: LookThroughOptions,
    private readonly seen: Seen,
    signal: AbortSignal,
  ) {
    const { window } = options;
    this.document = window.document;
    this.walk = slicedWalk(window, (element) => this.visit(element), signal);
    this.glance = slicedWalk(window, (element) => this.glanceAt(element), signal);
    this.rest = calmly(window, REST_MS, () => this.lookAgain(), signal);
    this.settle = calmly(window, SETTLED_MS, () => this.settled(), signal);
  }

  /** Looks through the whole document, without waiting for quiet. */
  begin(): void {
    this.walk.look(this.document);
  }

  /** Something under a node may have another style, or a shadow root. */
  soil(node: Node): void {
    this.dirty.add(node);
    this.rest();
  }

  /** Other things come into sight in a document or shadow root. */
  scrolled(root: Document | ShadowRoot): void {
    this.moved.add(root);
    this.lastScroll = this.options.window.performance.now();
    this.rest();
    this.settle();
  }

  /** Once scrolling is over, also what changed without a sign is found. */
  private settled(): void {
    const { performance } = this.options.window;
    if (performance.now() - this.lastScroll < SETTLED_MS / 2) this.settle();
    else this.soil(this.document);
  }

  private lookAgain(): void {
    const isAll = this.dirty.has(this.document);
    for (const node of isAll ? [this.document] : this.dirty) this.walk.look(node);
    if (!isAll) for (const root of this.moved) this.glance.look(root);
    this.dirty.clear();
    this.moved.clear();
  }

  private visit(element: Element): void {
    this.lookInto(element, this.walk);
    // What it may have become counts when it comes into sight.
    this.bare.delete(element);
    if (NO_BACKGROUND.has(element.localName) || !this.isInSight(element)) return;
    if (drawsBackground(element)) this.seen.draws(element);
    else this.seen.bare(element);
  }

  private glanceAt(element: Element): void {
    const { localName } = element;
    // Custom elements get their shadow root when their script comes.
    if (this.bare.has(element) && !localName.includes('-')) return;
    const isHost = this.lookInto(element, this.glance);
    const draws = !NO_BACKGROUND.has(localName) && drawsBackground(element);
    if (!draws && !isHost) this.bare.add(element);
    if (draws && this.isInSight(element)) this.seen.draws(element);
  }

  /** Whether an element has a shadow root, which is then looked through, too. */
  private lookInto(element: Element, walk: SlicedWalk): boolean {
    const root = this.options.shadowRootOf(element);
    if (!root) return false;
    this.seen.root(root);
    walk.look(root);
    return true;
  }

  private isInSight(element: Element): boolean {
    const { innerWidth, innerHeight } = this.options.window;
    const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
    if (!isLarge({ width, height })) return false;
    return (
      right > -AHEAD_PX && bottom > -AHEAD_PX && left < innerWidth + AHEAD_PX && top < innerHeight + AHEAD_PX
    );
  }
}

function drawsBackground(element: Element): boolean {
  return BACKGROUND_WAYS.some((way) => way.shown(element).length > 0);
}
