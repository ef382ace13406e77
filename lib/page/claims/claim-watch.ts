import { isLoadOfMedium } from '../worth';
import { blockOf } from './blocks';
import type { Claim, Gatherer } from './claim';
import { ClaimBook, type Root } from './claim-book';

/** Quiet after a change before a page is looked through again, in milliseconds. */
const REST_MS = 300;

/** Work done in one go, in milliseconds; the page has the rest of the frame. */
export const SLICE_MS = 3;

/** Longest wait for an idle moment, in milliseconds. */
const PATIENCE_MS = 500;

/** A page that never rests is looked through again after this many times what the last look cost. */
const SHARE = 20;

/** Most places waiting; beyond that the whole document is looked through once instead. */
const MAX_WAITING = 100;

/** Attributes by which pages make declarations, or show what was hidden. */
const ATTRIBUTES = [
  'ai-disclosure',
  'data-ai-disclosure',
  'content',
  'itemprop',
  'itemtype',
  'property',
  'hidden',
  'aria-hidden',
];

/** What may show text that was hidden by style. */
const STIRRING_EVENTS = ['load', 'click', 'toggle'] as const;

export type ClaimWatchOptions = {
  readonly window: Window & typeof globalThis;
  readonly gatherers: readonly Gatherer[];
  /** All claims of the document, whenever they have changed. */
  changed(claims: readonly Claim[]): void;
};

export type ClaimWatch = {
  /** Looks into a shadow root, and follows what happens in it. */
  add(root: ShadowRoot): void;
  /** Looks through all of it again: something is known now that the document itself does not show. */
  lookAgain(): void;
};

/**
 * Follows what a document says of itself: looks through it in idle slices of {@link SLICE_MS}, and again through the blocks
 * in which something changed, until `signal` aborts. No layout is forced; a page at rest costs nothing.
 */
export function watchClaims(options: ClaimWatchOptions, signal: AbortSignal): ClaimWatch {
  const watch = new Watch(options, signal);
  watch.start();
  return watch;
}

type Walk = { readonly root: Root; readonly steps: Iterator<Claim | undefined>; readonly found: Claim[] };

class Watch implements ClaimWatch {
  private readonly book = new ClaimBook();
  /** The document and every shadow root followed. */
  private readonly roots = new Set<Root>();
  private readonly dirty = new Set<Root>();
  private readonly mutations: MutationObserver;
  private readonly attributes: string[];
  private walk: Walk | undefined;
  private timer: number | undefined;
  private asked = false;
  /** Cost of the look under way, and of the last one. */
  private spentMs = 0;
  private lastMs = 0;

  constructor(
    private readonly options: ClaimWatchOptions,
    private readonly signal: AbortSignal,
  ) {
    const more = options.gatherers.flatMap(({ attributes = [] }) => attributes);
    this.attributes = [...new Set([...ATTRIBUTES, ...more])];
    this.mutations = new options.window.MutationObserver((records) => this.react(records));
  }

  start(): void {
    const { window } = this.options;
    this.add(window.document);
    const passive = { capture: true, passive: true, signal: this.signal } as const;
    const more = this.options.gatherers.flatMap(({ events = [] }) => events);
    const stirred = (event: Event) => {
      if (!isLoadOfMedium(event)) this.lookAgain();
    };
    for (const type of new Set([...STIRRING_EVENTS, ...more]))
      window.addEventListener(type, stirred, passive);
    this.signal.addEventListener('abort', () => {
      this.mutations.disconnect();
      window.clearTimeout(this.timer);
    });
  }

  add(root: Document | ShadowRoot): void {
    if (this.roots.has(root) || this.signal.aborted) return;
    this.roots.add(root);
    this.mutations.observe(root, {
      subtree: true,
      childList: true,
      characterData: true,
      attributeFilter: this.attributes,
    });
    this.dirty.add(root);
    this.ask();
  }

  private react(records: readonly MutationRecord[]): void {
    for (const { target } of records) {
      const element = target.nodeType === target.TEXT_NODE ? target.parentNode : target;
      if (element) this.soil(element as Root);
    }
  }

  lookAgain(): void {
    for (const root of this.roots) this.soil(root);
  }

  private soil(root: Root): void {
    this.dirty.add(root);
    if (this.dirty.size > MAX_WAITING + this.roots.size) {
      this.dirty.clear();
      for (const each of this.roots) this.dirty.add(each);
    }
    if (this.timer !== undefined || this.asked || this.signal.aborted) return;
    const rest = Math.max(REST_MS, this.lastMs * SHARE);
    this.timer = this.options.window.setTimeout(() => this.ask(), rest);
  }

  private ask(): void {
    this.options.window.clearTimeout(this.timer);
    this.timer = undefined;
    if (this.asked || this.signal.aborted) return;
    this.asked = true;
    this.options.window.requestIdleCallback(() => this.slice(), { timeout: PATIENCE_MS });
  }

  private slice(): void {
    this.asked = false;
    if (this.signal.aborted) return;
    const { performance } = this.options.window;
    const start = performance.now();
    let more = true;
    while (more && performance.now() < start + SLICE_MS) more = this.step();
    this.spentMs += performance.now() - start;
    if (more) this.ask();
  }

  /** Goes one step on; says whether there is another. */
  private step(): boolean {
    this.walk ??= this.nextWalk();
    if (!this.walk) {
      this.finish();
      return false;
    }
    const { done, value } = this.walk.steps.next();
    if (value) this.walk.found.push(value);
    if (!done) return true;
    this.book.replace(this.walk.root, this.walk.found);
    this.walk = undefined;
    return true;
  }

  private nextWalk(): Walk | undefined {
    const { gatherers } = this.options;
    for (const node of this.dirty) {
      this.dirty.delete(node);
      const root = node.isConnected ? scopeOf(node) : undefined;
      if (!root) continue;
      for (const other of this.dirty) if (root.contains(other)) this.dirty.delete(other);
      return { root, steps: gatherAll(root, gatherers), found: [] };
    }
    return undefined;
  }

  private finish(): void {
    const lost = this.book.tidy();
    if (this.book.takeChange()) this.options.changed(this.book.claims());
    this.lastMs = this.spentMs;
    this.spentMs = 0;
    for (const place of lost) this.soil(place);
  }
}

/** What has to be looked through when something changed in a node: the block that it belongs to, as a whole. */
function scopeOf(node: Root): Root {
  if (!('localName' in node)) return node;
  const block = blockOf(node);
  return block?.kind === 'main' ? node.ownerDocument : (block?.element ?? node);
}

function* gatherAll(root: Root, gatherers: readonly Gatherer[]): Iterator<Claim | undefined> {
  for (const gatherer of gatherers) yield* gatherer.gather(root);
}
