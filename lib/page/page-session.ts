import type { Inspection } from '../inspect/inspection';
import type { LabelPlan } from '../labels/label-plan';
import type { LabelWords } from '../labels/label-words';
import { planLabel } from '../labels/plan-label';
import type { PageItem } from '../messages/page-items';
import type { Language } from '../rules/localized';
import type { Corner } from '../settings/settings';
import { type Candidate, startFinder } from './finder';
import { Overlay } from './overlay';
import { countPictures, type PageChange, toPageItem } from './page-change';
import { type InspectPicture, type Outcome, ResourceTable } from './resource-table';

/** How labels look and speak. */
export type PageLook = {
  readonly language: Language;
  readonly corner: Corner;
  /** Words of a label, from the rule pack. */
  readonly words: (plan: LabelPlan) => LabelWords;
  /** What activating a label does, in one short phrase. */
  readonly hint: string;
};

export type PageOptions = PageLook & {
  readonly document: Document;
  readonly inspect: InspectPicture;
  /** Called some time after items or counts changed, with all that changed since the last call. */
  readonly onItems: (change: PageChange) => void;
  /** A person activated a label; called within their gesture. */
  readonly onActivate: (item: PageItem) => void;
  /** Now, as ISO 8601 with offset. */
  readonly now: () => string;
  /** Stops everything and takes all labels away. */
  readonly signal: AbortSignal;
};

/** A document that is being labelled. */
export type PageSession = {
  /** Everything there is now, for a background that has lost its memory. */
  snapshot(): PageChange;
  /** Changes corner, language and words of all labels without reading any picture again. */
  setLook(look: PageLook): void;
  /** Replaces what is known of a resource, for instance after its credentials were verified. */
  update(url: string, inspection: Inspection): void;
  /** Scrolls an item's picture into view and frames it; `false` where it is no longer there. */
  reveal(itemId: string): boolean;
};

type Sighting = {
  readonly candidate: Candidate;
  readonly id: string;
  release: () => void;
  outcome?: Outcome;
  item?: PageItem;
};

/** Items of one report; more go into the next, so that no message grows without bound. */
export const MAX_PUT = 100;

/** Changes within this time are reported together. */
const REPORT_MS = 120;

const running = new WeakMap<Document, PageSession>();

/**
 * Labels the pictures of a document until `options.signal` aborts. Started again while it runs, it goes on as it
 * is and gives the session that is there.
 *
 * @returns `undefined` for documents that are no HTML and have nowhere to draw
 */
export function startPage(options: PageOptions): PageSession | undefined {
  const { document, signal } = options;
  if (signal.aborted || !(document.documentElement instanceof HTMLElement)) return undefined;
  const known = running.get(document);
  if (known) return known;
  const session = new Session(options);
  running.set(document, session);
  signal.addEventListener('abort', () => running.delete(document));
  return session;
}

class Session implements PageSession {
  private readonly sightings = new Map<HTMLImageElement, Sighting>();
  private readonly resources: ResourceTable;
  private readonly overlay: Overlay;
  private readonly changed = new Set<Sighting>();
  private readonly dropped = new Set<string>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private look: PageLook;

  constructor(private readonly options: PageOptions) {
    const { document, inspect, now, signal } = options;
    this.look = options;
    this.resources = new ResourceTable(inspect, now, signal);
    this.overlay = new Overlay(
      document,
      options,
      {
        onActivate: (element) => this.activate(element),
        onStale: (element) => this.forget(element),
      },
      signal,
    );
    signal.addEventListener('abort', () => clearTimeout(this.timer));
    const onChange = () => this.overlay.touch();
    const onGone = ({ element }: Candidate) => this.forget(element);
    startFinder(document, { onCandidate: (found) => this.meet(found), onGone, onChange }, signal);
  }

  snapshot(): PageChange {
    const put = [...this.sightings.values()].flatMap(({ item }) => (item ? [item] : []));
    return { put, drop: [], counts: this.count() };
  }

  setLook(look: PageLook): void {
    this.look = look;
    this.overlay.setLook(look);
    for (const { candidate, item } of this.sightings.values()) if (item) this.draw(candidate, item.label);
  }

  update(url: string, inspection: Inspection): void {
    this.resources.update(url, inspection);
  }

  reveal(itemId: string): boolean {
    const sighting = [...this.sightings.values()].find(({ id, item }) => item && id === itemId);
    if (sighting) this.overlay.reveal(sighting.candidate.element);
    return sighting !== undefined;
  }

  private meet(candidate: Candidate): void {
    const { element, url } = candidate;
    this.forget(element);
    const sighting: Sighting = { candidate, id: newId(), release: () => {} };
    this.sightings.set(element, sighting);
    sighting.release = this.resources.request(url, element, (outcome) => this.settle(sighting, outcome));
  }

  private settle(sighting: Sighting, outcome: Outcome): void {
    const { candidate, id } = sighting;
    if (this.sightings.get(candidate.element) !== sighting) return;
    const plan = planLabel(outcome.inspection.verdict);
    const hadItem = sighting.item !== undefined;
    sighting.outcome = outcome;
    if (plan) {
      sighting.item = toPageItem(id, candidate, plan, outcome);
      this.draw(candidate, plan);
      this.changed.add(sighting);
    } else if (hadItem) {
      this.unlabel(sighting);
    }
    this.report();
  }

  private draw({ element, url }: Candidate, plan: LabelPlan): void {
    const { words, language } = this.look;
    this.overlay.put(element, url, { plan, words: words(plan), language });
  }

  private unlabel(sighting: Sighting): void {
    this.overlay.remove(sighting.candidate.element);
    this.changed.delete(sighting);
    this.dropped.add(sighting.id);
    delete sighting.item;
  }

  private forget(element: HTMLImageElement): void {
    const sighting = this.sightings.get(element);
    if (!sighting) return;
    this.sightings.delete(element);
    sighting.release();
    if (sighting.item) this.unlabel(sighting);
    this.report();
  }

  private activate(element: HTMLImageElement): void {
    const item = this.sightings.get(element)?.item;
    if (item) this.options.onActivate(item);
  }

  private report(): void {
    if (!this.options.signal.aborted) this.timer ??= setTimeout(() => this.send(), REPORT_MS);
  }

  private send(): void {
    this.timer = undefined;
    const batch = [...this.changed].slice(0, MAX_PUT);
    for (const sighting of batch) this.changed.delete(sighting);
    const drop = [...this.dropped];
    this.dropped.clear();
    const put = batch.flatMap(({ item }) => (item ? [item] : []));
    this.options.onItems({ put, drop, counts: this.count() });
    if (this.changed.size > 0) this.report();
  }

  private count() {
    return countPictures(
      [...this.sightings.values()].flatMap(({ outcome, item }) =>
        outcome ? [{ inspection: outcome.inspection, isLabelled: item !== undefined }] : [],
      ),
    );
  }
}

const ID_BYTES = 12;

/** An id that no other frame of the tab will make; `randomUUID` is missing on pages without TLS. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(ID_BYTES));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
