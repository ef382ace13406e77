import { fileText } from '../bytes/file-text';
import type { Inspection } from '../inspect/inspection';
import type { LabelPlan } from '../labels/label-plan';
import { labelWords } from '../labels/label-words';
import { planLabel } from '../labels/plan-label';
import type { PageCounts, PageItem } from '../messages/page-items';
import type { Jurisdiction } from '../rules/jurisdiction';
import type { Language } from '../rules/localized';
import type { Corner } from '../settings/settings';
import { type Candidate, startFinder } from './finder';
import { Overlay } from './overlay';

/** Longest alternative text kept with an item. */
const MAX_ALT_CHARS = 500;

/** Changes come in bursts while a page loads; one message carries a burst. */
const BURST_MS = 100;

/** What changed on a page since it was last told. */
export type PageChange = {
  readonly put: readonly PageItem[];
  readonly drop: readonly string[];
  readonly counts: PageCounts;
};

/** How labels look and what they say: all that a person may change while a page is open. */
export type PageLook = {
  readonly jurisdiction: Jurisdiction;
  readonly language: Language;
  readonly corner: Corner;
  /** What a click on a label does, for its tooltip. */
  readonly hint: string;
};

export type PageOptions = {
  readonly window: Window & typeof globalThis;
  /** Begins the ids of this page's items; no other page of the tab may use it. */
  readonly idPrefix: string;
  /** Reads a picture; must not reject for what a file or server does. */
  inspect(url: string, element: HTMLImageElement): Promise<Inspection>;
  onChange(change: PageChange): void;
  onActivate(itemId: string): void;
  /** Now, as ISO 8601 with offset. */
  now(): string;
  readonly signal: AbortSignal;
};

/** A page under way. */
export type Page = {
  /** Shows a person where an item is. */
  reveal(itemId: string): void;
  /** Words and places every label anew; nothing is read again, and every item stays the item it was. */
  restyle(look: PageLook): void;
};

/** A picture told by the finder, from then until it shows something else. */
type Seen = { readonly url: string; inspection?: Inspection; item?: PageItem };

/**
 * One document's pictures from found to labelled. Every answer is checked against what its element shows when the
 * answer comes: identity is element and source, never the element alone.
 */
export function startPage(options: PageOptions, initial: PageLook): Page {
  let look = initial;
  const seen = new Map<HTMLImageElement, Seen>();
  const changes = changeLog(options, () => countAll(seen.values()));
  let nextId = 1;

  const forget = (element: HTMLImageElement) => {
    const one = seen.get(element);
    if (!one) return;
    seen.delete(element);
    overlay.drop(element);
    changes.dropped(one.item);
  };
  const overlay = new Overlay({
    window: options.window,
    signal: options.signal,
    look: () => look,
    onActivate: (element) => {
      const item = seen.get(element)?.item;
      if (item) options.onActivate(item.id);
    },
    onStale: forget,
  });
  const found = async ({ element, url }: Candidate) => {
    const one: Seen = { url };
    seen.set(element, one);
    one.inspection = await options.inspect(url, element);
    if (options.signal.aborted || seen.get(element) !== one) return;
    if (element.currentSrc !== url) return forget(element);
    label(element, one, one.inspection);
  };
  const draw = (element: HTMLImageElement, plan: LabelPlan) => {
    const words = labelWords(plan, look.jurisdiction, look.language);
    overlay.put(element, { plan, words, language: look.language });
  };
  const label = (element: HTMLImageElement, one: Seen, inspection: Inspection) => {
    const plan = planLabel(inspection.verdict);
    if (!plan) return changes.counted();
    draw(element, plan);
    const id = `${options.idPrefix}-${nextId++}`;
    one.item = describe(options, element, one.url, { id, inspection, label: plan });
    changes.put(one.item);
  };
  startFinder(options.window.document, { found: (one) => void found(one), gone: forget }, options.signal);
  return {
    reveal: (itemId) => {
      for (const [element, { item }] of seen) if (item?.id === itemId) overlay.reveal(element);
    },
    restyle: (next) => {
      look = next;
      for (const [element, { item }] of seen) if (item) draw(element, item.label);
    },
  };
}

function describe(
  options: PageOptions,
  element: HTMLImageElement,
  url: string,
  rest: Pick<PageItem, 'id' | 'inspection' | 'label'>,
): PageItem {
  return {
    ...rest,
    kind: 'image',
    mediaUrl: url,
    pageUrl: options.window.location.href,
    alt: fileText(element.alt, MAX_ALT_CHARS),
    readAt: options.now(),
  };
}

/** Gathers changes and tells them once per burst, until the page's signal aborts. */
function changeLog(options: PageOptions, count: () => PageCounts) {
  const put = new Map<string, PageItem>();
  const drop = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = () => {
    timer = undefined;
    options.onChange({ put: [...put.values()], drop: [...drop], counts: count() });
    put.clear();
    drop.clear();
  };
  const counted = () => {
    if (!options.signal.aborted) timer ??= setTimeout(tell, BURST_MS);
  };
  options.signal.addEventListener('abort', () => clearTimeout(timer));
  return {
    counted,
    put: (item: PageItem) => {
      put.set(item.id, item);
      counted();
    },
    dropped: (item: PageItem | undefined) => {
      if (item && !put.delete(item.id)) drop.add(item.id);
      counted();
    },
  };
}

function countAll(all: Iterable<Seen>): PageCounts {
  let [labelled, noLabel, unreadable] = [0, 0, 0];
  const notChecked = new Map<string, number>();
  for (const { item, inspection } of all) {
    if (item) labelled += 1;
    else if (inspection?.verdict.kind === 'not-checked')
      notChecked.set(inspection.verdict.why, (notChecked.get(inspection.verdict.why) ?? 0) + 1);
    else if (inspection?.verdict.kind === 'unreadable') unreadable += 1;
    else if (inspection) noLabel += 1;
  }
  return { labelled, noLabel, unreadable, notChecked: Object.fromEntries(notChecked) };
}
