import { LookThrough } from './look-through';
import { isIn, type Medium } from './medium';
import type { ShadowRootOf } from './shadow-roots';
import type { Way } from './way';
import { waysOf } from './ways/all';
import { AHEAD_PX, isLoadOfMedium, MEDIA_SELECTOR } from './worth';

export type FinderEvents = {
  /** A medium of some size came near the viewport, or its element shows another one than when last told. */
  found(medium: Medium): void;
  /** The element shows something else now, or nothing, or left the document. The same object as was told. */
  gone(medium: Medium): void;
  /**
   * It is far from the viewport again. `true` where nothing was begun with it and nothing is kept: it is told anew, as
   * another object, when it comes back.
   */
  left(medium: Medium): boolean;
  /** A shadow root that others may want to look into, too. */
  root?(root: ShadowRoot): void;
};

/** Attributes that decide which file an element shows, its own and those of `<source>`. */
const SOURCE_ATTRIBUTES = [
  'src',
  'srcset',
  'sizes',
  'media',
  'type',
  'crossorigin',
  'poster',
  'href',
  'data',
];

/** Attributes that decide how it is drawn, and with it whatever stands in it. */
const STYLE_ATTRIBUTES = ['style', 'class', 'hidden', 'open'];

/** What tells that an element shows something else, or that it has come. None of these bubble: they are captured. */
const MEDIA_EVENTS = ['load', 'error', 'loadstart', 'loadedmetadata', 'emptied', 'play', 'seeking'] as const;

/** What may bring backgrounds into sight or change them: where to look again. */
const STIRRING_EVENTS = ['DOMContentLoaded', 'load', 'resize', 'click', 'keyup', 'toggle'] as const;

type Known = {
  readonly element: Element;
  ways: readonly Way[];
  near: boolean;
  /** What was told, by way and address. */
  readonly told: Map<string, Medium>;
};

export type FinderOptions = {
  readonly window: Window & typeof globalThis;
  readonly shadowRootOf: ShadowRootOf;
};

/**
 * Finds every medium of a document and of its shadow trees, whichever way it is shown and whenever it comes (see `ways/`).
 * Reads the page, writes nothing on it, and stops with `signal`.
 *
 * Capturing listeners see what loads; a MutationObserver per root sees what comes, goes and is about to change; an
 * IntersectionObserver lets media through in the order in which they come near. Backgrounds and shadow roots give no
 * sign of themselves: the page is looked through for them (`look-through.ts`).
 */
export function startFinder(options: FinderOptions, events: FinderEvents, signal: AbortSignal): void {
  new Finder(options, events, signal).start();
}

class Finder {
  private readonly known = new Map<Element, Known>();
  private readonly roots = new WeakSet<Node>();
  private readonly document: Document;
  private readonly mutations: MutationObserver;
  private readonly ahead: IntersectionObserver;
  private readonly inView: IntersectionObserver;
  private readonly sizes: ResizeObserver;
  private readonly through: LookThrough;

  constructor(
    private readonly options: FinderOptions,
    private readonly events: FinderEvents,
    private readonly signal: AbortSignal,
  ) {
    const { window } = options;
    this.document = window.document;
    this.mutations = new window.MutationObserver((records) => this.react(records));
    const notice = (entries: readonly IntersectionObserverEntry[]) => this.notice(entries);
    this.ahead = new window.IntersectionObserver(notice, { rootMargin: `${AHEAD_PX}px` });
    // Sound and film are fetched when they can be seen, never ahead of time.
    this.inView = new window.IntersectionObserver(notice);
    // What grows out of icon size is looked into then.
    this.sizes = new window.ResizeObserver((entries) => {
      for (const { target } of entries) this.consider(target);
    });
    const seen = {
      root: (root: ShadowRoot) => this.watch(root),
      draws: (element: Element) => this.add(element, true),
      bare: (element: Element) => this.consider(element),
    };
    this.through = new LookThrough(options, seen, signal);
  }

  start(): void {
    const { window } = this.options;
    this.watch(this.document);
    this.through.begin();
    const passive = { capture: true, passive: true, signal: this.signal } as const;
    const stirred = (event: Event) => {
      if (!isLoadOfMedium(event)) this.through.soil(this.document);
    };
    for (const type of STIRRING_EVENTS) window.addEventListener(type, stirred, passive);
    window.addEventListener('scroll', () => this.through.scrolled(this.document), passive);
    this.signal.addEventListener('abort', () => this.end());
  }

  private end(): void {
    for (const observer of [this.mutations, this.ahead, this.inView, this.sizes]) observer.disconnect();
    this.known.clear();
  }

  /** Begins with a document or a shadow root: what it holds, and what happens in it. */
  private watch(root: Document | ShadowRoot): void {
    if (this.roots.has(root)) return;
    this.roots.add(root);
    if ('host' in root) this.events.root?.(root);
    this.mutations.observe(root, {
      subtree: true,
      childList: true,
      attributeFilter: [...SOURCE_ATTRIBUTES, ...STYLE_ATTRIBUTES],
    });
    const onEvent = ({ target }: Event) => {
      if (target !== null && 'localName' in target) this.happened(target as Element);
    };
    for (const type of MEDIA_EVENTS)
      root.addEventListener(type, onEvent, { capture: true, passive: true, signal: this.signal });
    // It does not leave the shadow tree.
    root.addEventListener('scroll', () => this.through.scrolled(root), {
      capture: true,
      passive: true,
      signal: this.signal,
    });
    for (const element of mediaIn(root)) this.add(element);
  }

  private happened(element: Element): void {
    // A style sheet has come.
    if (element.localName === 'link') this.through.soil(this.document);
    if (!element.matches(MEDIA_SELECTOR)) return;
    this.add(element);
    // A player without controls has no box to come into view; it is heard.
    const known = this.known.get(element);
    if (!known || !isHeard(element)) return;
    known.near = true;
    this.consider(element);
  }

  private react(records: readonly MutationRecord[]): void {
    for (const record of records) {
      if (record.type === 'childList') this.changedChildren(record);
      else this.changedAttribute(record);
    }
    if (records.some(({ removedNodes }) => removedNodes.length > 0)) this.sweepOut();
  }

  private changedChildren({ target, addedNodes }: MutationRecord): void {
    if (target.nodeName.toLowerCase() === 'style') this.through.soil(this.document);
    for (const node of addedNodes) {
      if (node.nodeType !== node.ELEMENT_NODE) continue;
      for (const element of mediaIn(node as Element)) this.add(element);
      this.through.soil(node);
    }
  }

  private changedAttribute({ target, attributeName }: MutationRecord): void {
    if (STYLE_ATTRIBUTES.includes(attributeName ?? '')) {
      this.through.soil(target);
      return;
    }
    const owner = target.nodeName.toLowerCase() === 'source' ? target.parentNode : target;
    // The browser picks the new source in a microtask of its own (HTML, update the image data).
    if (owner) for (const element of mediaIn(owner as Element)) queueMicrotask(() => this.add(element));
  }

  /** Lets go of all that left the document, also with a host or out of a shadow tree, where no observer looks. */
  private sweepOut(): void {
    for (const known of [...this.known.values()]) {
      if (isIn(this.document, known.element)) continue;
      this.known.delete(known.element);
      for (const observer of [this.ahead, this.inView, this.sizes]) observer.unobserve(known.element);
      for (const medium of known.told.values()) this.events.gone(medium);
    }
  }

  private add(element: Element, withBackgrounds = false): void {
    const known = this.known.get(element);
    if (known) {
      if (withBackgrounds) known.ways = waysOf(element, true);
      this.consider(element);
    } else if (isIn(this.document, element) && !isForCanvas(element)) {
      this.known.set(element, {
        element,
        ways: waysOf(element, withBackgrounds),
        near: false,
        told: new Map(),
      });
      this.follow(element);
    }
  }

  private follow(element: Element): void {
    const isPlayer = element.localName === 'video' || element.localName === 'audio';
    (isPlayer ? this.inView : this.ahead).observe(element);
    this.sizes.observe(element);
  }

  private notice(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      const known = this.known.get(target);
      if (known) known.near = isIntersecting || isHeard(target);
      if (known && !known.near) this.letGo(known);
      this.consider(target);
    }
  }

  /** What is scrolled past before its turn need not be read. */
  private letGo({ told }: Known): void {
    for (const [key, medium] of told) if (this.events.left(medium)) told.delete(key);
  }

  /** Compares what an element shows with what was told of it. */
  private consider(element: Element): void {
    const known = this.known.get(element);
    if (!known || !isIn(this.document, element)) return;
    const now = new Map(
      known.ways.flatMap((way) =>
        way.shown(element).map((url) => [`${way.id} ${url}`, { element, way, url }]),
      ),
    );
    for (const [key, medium] of known.told) {
      if (now.has(key)) continue;
      known.told.delete(key);
      this.events.gone(medium);
    }
    if (!known.near) return;
    for (const [key, medium] of now) {
      if (known.told.has(key) || !medium.way.isReady(element)) continue;
      known.told.set(key, medium);
      this.events.found(medium);
    }
  }
}

/** What stands in a canvas is for those who do not see it; Firefox gives it a box all the same. */
function isForCanvas(element: Element): boolean {
  return element.parentElement?.closest('canvas') != null;
}

function isHeard(element: Element): boolean {
  return element.localName === 'audio' && !(element as HTMLAudioElement).paused;
}

/** Media elements under a node, the node itself included; those in shadow trees below are found by the walk. */
function mediaIn(node: ParentNode & Node): readonly Element[] {
  const inner = [...node.querySelectorAll(MEDIA_SELECTOR)];
  return 'matches' in node && (node as unknown as Element).matches(MEDIA_SELECTOR)
    ? [node as unknown as Element, ...inner]
    : inner;
}
