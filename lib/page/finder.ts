/** A picture that is shown, loaded, in or near the viewport and large enough to speak of. */
export type Candidate = {
  readonly element: HTMLImageElement;
  /** Its `currentSrc` when it was found; element and URL together are its identity. */
  readonly url: string;
};

export type FinderEvents = {
  /** A picture came up, in order of coming into view. Each identity once, until it is gone. */
  onCandidate(candidate: Candidate): void;
  /** The element shows something else now, or has left the document. */
  onGone(candidate: Candidate): void;
  /** The document changed in a way that may move, hide or cut pictures. */
  onChange(): void;
};

/** Pictures rendered smaller than this on either side are icons, not content. Looked at again when they grow. */
export const MIN_RENDERED_PX = 32;

/** Pictures this small in themselves are place holders and tracking pixels, however large they are drawn. */
export const MIN_NATURAL_PX = 4;

/** How far outside the viewport a picture is found: time to read it before it is seen. */
const FOUND_MARGIN = '300px';

/** Attributes that choose a picture, then those that commonly move or hide one. */
const WATCHED_ATTRIBUTES = [
  'src',
  'srcset',
  'sizes',
  'media',
  'type',
  'style',
  'class',
  'hidden',
  'open',
  'width',
  'height',
  'dir',
];
const CHOOSING_ATTRIBUTES = new Set(['src', 'srcset', 'sizes', 'media', 'type']);

/**
 * Finds every `<img>` of a document — `src`, `srcset`, `<picture>`, lazily set and swapped sources, late and
 * removed elements — until `signal` aborts. Reads only; nothing is written on the page.
 *
 * Shadow roots are not looked into.
 */
export function startFinder(document: Document, events: FinderEvents, signal: AbortSignal): void {
  if (signal.aborted) return;
  const finder = new Finder(document, events);
  finder.start(signal);
}

class Finder {
  /** Every picture in the document, with the URL it was handed out under, if it was. */
  private readonly pictures = new Map<HTMLImageElement, string | undefined>();
  private readonly toRecheck = new Set<HTMLImageElement>();
  private frame = 0;
  private readonly views = new IntersectionObserver((entries) => this.see(entries), {
    rootMargin: FOUND_MARGIN,
  });
  private readonly sizes = new ResizeObserver((entries) => {
    for (const { target } of entries) if (isPicture(target)) this.lookAgain(target);
  });
  private readonly mutations = new MutationObserver((records) => this.takeChanges(records));

  constructor(
    private readonly document: Document,
    private readonly events: FinderEvents,
  ) {}

  start(signal: AbortSignal): void {
    const onLoad = ({ target }: Event) => {
      if (isPicture(target)) this.update(target);
    };
    const listening = { capture: true, passive: true, signal } as const;
    this.document.addEventListener('load', onLoad, listening);
    this.document.addEventListener('error', onLoad, listening);
    this.mutations.observe(this.document, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: WATCHED_ATTRIBUTES,
    });
    for (const picture of this.document.images) this.add(picture);
    signal.addEventListener('abort', () => this.stop());
  }

  private stop(): void {
    this.mutations.disconnect();
    this.views.disconnect();
    this.sizes.disconnect();
    this.document.defaultView?.cancelAnimationFrame(this.frame);
    this.pictures.clear();
  }

  private add(picture: HTMLImageElement): void {
    if (this.pictures.has(picture)) return;
    this.pictures.set(picture, undefined);
    this.views.observe(picture);
  }

  /** Asks the observer for a fresh answer: visibility and size of many pictures in one frame, no forced layout. */
  private lookAgain(picture: HTMLImageElement): void {
    this.views.unobserve(picture);
    this.views.observe(picture);
  }

  private see(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting, boundingClientRect } of entries) {
      if (!isIntersecting || !isPicture(target)) continue;
      if (this.pictures.get(target) !== undefined || !this.pictures.has(target) || !isLoaded(target))
        continue;
      if (isLargeEnough(boundingClientRect)) this.handOut(target);
      else this.sizes.observe(target);
    }
  }

  private handOut(element: HTMLImageElement): void {
    const url = element.currentSrc;
    this.pictures.set(element, url);
    this.views.unobserve(element);
    this.sizes.unobserve(element);
    this.events.onCandidate({ element, url });
  }

  /** Compares a picture with what it was handed out as; takes it back where it differs. */
  private update(picture: HTMLImageElement): void {
    if (picture.isConnected) this.add(picture);
    const url = this.pictures.get(picture);
    if (url !== undefined && (!picture.isConnected || picture.currentSrc !== url)) {
      this.pictures.set(picture, undefined);
      this.events.onGone({ element: picture, url });
    }
    if (!picture.isConnected) this.forget(picture);
    else if (this.pictures.get(picture) === undefined) this.lookAgain(picture);
  }

  private forget(picture: HTMLImageElement): void {
    this.pictures.delete(picture);
    this.views.unobserve(picture);
    this.sizes.unobserve(picture);
  }

  private takeChanges(records: readonly MutationRecord[]): void {
    const changed = new Set<HTMLImageElement>();
    for (const record of records) collectPictures(record, changed);
    for (const picture of changed) {
      this.update(picture);
      this.updateNextFrame(picture);
    }
    this.events.onChange();
  }

  /** Some browsers choose the new source only after mutations were reported (HTML: await a stable state). */
  private updateNextFrame(picture: HTMLImageElement): void {
    this.toRecheck.add(picture);
    if (this.frame !== 0) return;
    this.frame =
      this.document.defaultView?.requestAnimationFrame(() => {
        this.frame = 0;
        for (const one of this.toRecheck) if (this.pictures.get(one) !== undefined) this.update(one);
        this.toRecheck.clear();
      }) ?? 0;
  }
}

function collectPictures(record: MutationRecord, into: Set<HTMLImageElement>): void {
  if (record.type === 'attributes') {
    if (CHOOSING_ATTRIBUTES.has(record.attributeName ?? '')) addChosen(record.target, into);
    return;
  }
  for (const node of [...record.addedNodes, ...record.removedNodes]) addAllIn(node, into);
  if (record.target instanceof HTMLPictureElement) addAllIn(record.target, into);
}

/** A change on `<img>` concerns itself, one on `<source>` the pictures it is offered to. */
function addChosen(target: Node, into: Set<HTMLImageElement>): void {
  if (isPicture(target)) into.add(target);
  else if (target.parentNode instanceof HTMLPictureElement) addAllIn(target.parentNode, into);
}

function addAllIn(node: Node, into: Set<HTMLImageElement>): void {
  if (isPicture(node)) into.add(node);
  else if (node instanceof Element) for (const picture of node.querySelectorAll('img')) into.add(picture);
}

function isPicture(target: unknown): target is HTMLImageElement {
  return target instanceof HTMLImageElement;
}

/** Waiting for the page's own load means that reading can be served from its cache. */
function isLoaded({ complete, currentSrc, naturalWidth, naturalHeight }: HTMLImageElement): boolean {
  return complete && currentSrc !== '' && naturalWidth >= MIN_NATURAL_PX && naturalHeight >= MIN_NATURAL_PX;
}

function isLargeEnough({ width, height }: DOMRectReadOnly): boolean {
  return width >= MIN_RENDERED_PX && height >= MIN_RENDERED_PX;
}
