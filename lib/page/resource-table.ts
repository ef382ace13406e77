import type { Inspection } from '../inspect/inspection';

/** What a resource was found to be, and when it was read (ISO 8601 with offset). */
export type Outcome = { readonly inspection: Inspection; readonly readAt: string };

/** Reads one picture. Rejecting is a fault of the reader; it then counts as not checked. */
export type InspectPicture = (
  url: string,
  element: HTMLImageElement,
  signal: AbortSignal,
) => Promise<Inspection>;

type Resource = {
  state: 'queued' | 'reading' | 'done';
  readonly element: HTMLImageElement;
  readonly listeners: Set<(outcome: Outcome) => void>;
  readonly abort: AbortController;
  outcome?: Outcome;
};

/** Pictures read at once. More would compete with the page's own loading. */
export const MAX_READING = 6;

/** Outcomes kept of pictures that no longer stand on the page, for lists that recycle their elements. */
export const MAX_KEPT = 500;

/**
 * One state machine per resource, not per element: unknown → queued → reading → done. Pictures that show the
 * same URL share one reading; what nobody shows any more is not read.
 */
export class ResourceTable {
  private readonly resources = new Map<string, Resource>();
  private reading = 0;

  constructor(
    private readonly inspect: InspectPicture,
    private readonly now: () => string,
    private readonly signal: AbortSignal,
  ) {
    signal.addEventListener('abort', () => this.stop());
  }

  /**
   * Asks for a resource, first come first served. The listener gets the outcome once it is there — at once where
   * it is known — and again whenever it is {@link update}d.
   *
   * @returns gives up interest; the last to do so ends a reading that has not come to its end
   */
  request(url: string, element: HTMLImageElement, listener: (outcome: Outcome) => void): () => void {
    const resource = this.resources.get(url) ?? this.enqueue(url, element);
    resource.listeners.add(listener);
    if (resource.outcome) listener(resource.outcome);
    this.pump();
    return () => this.release(url, resource, listener);
  }

  /** Replaces the outcome of a resource, for instance when its credentials have been verified. */
  update(url: string, inspection: Inspection): void {
    const resource = this.resources.get(url);
    if (resource?.state === 'done') this.settle(resource, inspection);
  }

  private enqueue(url: string, element: HTMLImageElement): Resource {
    const resource: Resource = {
      state: 'queued',
      element,
      listeners: new Set(),
      abort: new AbortController(),
    };
    this.resources.set(url, resource);
    return resource;
  }

  private pump(): void {
    if (this.signal.aborted) return;
    for (const [url, resource] of this.resources) {
      if (this.reading >= MAX_READING) return;
      if (resource.state === 'queued') this.read(url, resource);
    }
  }

  private read(url: string, resource: Resource): void {
    resource.state = 'reading';
    this.reading += 1;
    this.inspect(url, resource.element, resource.abort.signal)
      .catch(() => NOT_READ)
      .then((inspection) => {
        this.reading -= 1;
        if (!resource.abort.signal.aborted) this.settle(resource, inspection);
        this.pump();
      });
  }

  private settle(resource: Resource, inspection: Inspection): void {
    resource.state = 'done';
    resource.outcome = { inspection, readAt: this.now() };
    for (const listener of [...resource.listeners]) listener(resource.outcome);
  }

  private release(url: string, resource: Resource, listener: (outcome: Outcome) => void): void {
    resource.listeners.delete(listener);
    if (resource.listeners.size > 0 || this.resources.get(url) !== resource) return;
    // To the end of the map: what was left longest ago is forgotten first.
    this.resources.delete(url);
    if (resource.state === 'done') this.resources.set(url, resource);
    else resource.abort.abort();
    this.forgetOldest();
  }

  private forgetOldest(): void {
    if (this.resources.size <= MAX_KEPT) return;
    for (const [url, { state, listeners }] of this.resources) {
      if (state === 'done' && listeners.size === 0) this.resources.delete(url);
      if (this.resources.size <= MAX_KEPT) return;
    }
  }

  private stop(): void {
    for (const { abort } of this.resources.values()) abort.abort();
    this.resources.clear();
  }
}

const NOT_READ: Inspection = {
  container: 'unknown',
  verdict: { kind: 'not-checked', why: 'network-failed' },
  findings: [],
  remarks: [],
  read: { state: 'internal', bytes: 0, reads: 0 },
};
