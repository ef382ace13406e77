import { fileText } from '../bytes/file-text';
import type { Inspection } from '../inspect/inspection';
import type { LabelPlan } from '../labels/label-plan';
import { type LabelWords, labelWords } from '../labels/label-words';
import { planLabel } from '../labels/plan-label';
import type { PageCounts, PageItem, VerifyRequest } from '../messages/page-items';
import type { Jurisdiction } from '../rules/jurisdiction';
import type { Language } from '../rules/localized';
import type { Corner } from '../settings/settings';
import { type Candidate, startFinder } from './finder';
import { Overlay } from './overlay';
import { pageWord } from './page-words';

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
  /**
   * Checks the credential of a picture whose inspection says `checking`, or one that a person asks for. Gives the
   * inspection with what the check found, in bounded time; must not reject.
   */
  verify(picture: ToVerify): Promise<Inspection>;
  onChange(change: PageChange): void;
  onActivate(itemId: string): void;
  /** Now, as ISO 8601 with offset. */
  now(): string;
  readonly signal: AbortSignal;
};

/** A picture whose credential is to be checked, and how: by itself, or as a person asked. */
export type ToVerify = {
  readonly url: string;
  readonly element: HTMLImageElement;
  readonly inspection: Inspection;
  readonly how: 'auto' | VerifyRequest;
};

/** A page under way. */
export type Page = {
  /** Checks the credential of an item on a person's word; the item is told anew when it is done. */
  verify(itemId: string, how: VerifyRequest): void;
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
export function startPage(options: PageOptions, look: PageLook): Page {
  return new PageSession(options, look);
}

class PageSession implements Page {
  private readonly seen = new Map<HTMLImageElement, Seen>();
  private readonly changes: ChangeLog;
  private readonly overlay: Overlay;
  private nextId = 1;

  constructor(
    private readonly options: PageOptions,
    private look: PageLook,
  ) {
    const { window, signal } = options;
    this.changes = changeLog(options, () => countAll(this.seen.values()));
    const onStale = (element: HTMLImageElement) => this.forget(element);
    const onActivate = (element: HTMLImageElement) => {
      const item = this.seen.get(element)?.item;
      if (item) options.onActivate(item.id);
    };
    this.overlay = new Overlay({ window, signal, look: () => this.look, onActivate, onStale });
    startFinder(window.document, { found: (one) => void this.found(one), gone: onStale }, signal);
  }

  verify(itemId: string, how: VerifyRequest): void {
    for (const [element, one] of this.seen) if (one.item?.id === itemId) void this.check(element, one, how);
  }

  reveal(itemId: string): void {
    for (const [element, { item }] of this.seen) if (item?.id === itemId) this.overlay.reveal(element);
  }

  restyle(look: PageLook): void {
    this.look = look;
    for (const [element, { item }] of this.seen) if (item) this.draw(element, item.label);
  }

  private async found({ element, url }: Candidate): Promise<void> {
    const one: Seen = { url };
    this.seen.set(element, one);
    const inspection = await this.options.inspect(url, element);
    if (!this.isStill(element, one)) return;
    if (element.currentSrc !== url) return this.forget(element);
    this.label(element, one, inspection);
    if (inspection.credential?.kind === 'checking') await this.check(element, one, 'auto');
  }

  private async check(element: HTMLImageElement, one: Seen, how: ToVerify['how']): Promise<void> {
    const { url, inspection } = one;
    if (!inspection) return;
    this.label(element, one, { ...inspection, credential: { kind: 'checking' } });
    const checked = await this.options.verify({ url, element, inspection, how });
    if (this.isStill(element, one)) this.label(element, one, checked);
  }

  private isStill(element: HTMLImageElement, one: Seen): boolean {
    return !this.options.signal.aborted && this.seen.get(element) === one;
  }

  private label(element: HTMLImageElement, one: Seen, inspection: Inspection): void {
    one.inspection = inspection;
    const plan = planOf(inspection);
    if (plan) this.labelAs(element, one, inspection, plan);
    else this.unlabel(element, one);
  }

  private labelAs(element: HTMLImageElement, one: Seen, inspection: Inspection, plan: LabelPlan): void {
    this.draw(element, plan);
    const id = one.item?.id ?? `${this.options.idPrefix}-${this.nextId++}`;
    one.item = describe(this.options, element, one.url, { id, inspection, label: plan });
    this.changes.put(one.item);
  }

  private unlabel(element: HTMLImageElement, one: Seen): void {
    this.overlay.drop(element);
    this.changes.dropped(one.item);
    delete one.item;
  }

  private draw(element: HTMLImageElement, plan: LabelPlan): void {
    this.overlay.put(element, { plan, words: wordsOf(plan, this.look), language: this.look.language });
  }

  private forget(element: HTMLImageElement): void {
    const one = this.seen.get(element);
    if (!one) return;
    this.seen.delete(element);
    this.overlay.drop(element);
    this.changes.dropped(one.item);
  }
}

/** What a label says, with a word on the check while that is under way. */
function wordsOf(plan: LabelPlan, { jurisdiction, language }: PageLook): LabelWords {
  const words = labelWords(plan, jurisdiction, language);
  if (!plan.pending) return words;
  const gap = language === 'zh-CN' ? '' : ' ';
  return { ...words, sentence: `${words.sentence}${gap}${pageWord('label.checking', language)}` };
}

/** The dot of a label under way moves while its credential is being checked, and only then. */
function planOf({ verdict, credential }: Inspection): LabelPlan | undefined {
  const plan = planLabel(verdict);
  return plan && { ...plan, pending: credential?.kind === 'checking' };
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

type ChangeLog = {
  /** Only the counts changed. */
  counted(): void;
  put(item: PageItem): void;
  dropped(item: PageItem | undefined): void;
};

/** Gathers changes and tells them once per burst, until the page's signal aborts. */
function changeLog(options: PageOptions, count: () => PageCounts): ChangeLog {
  const put = new Map<string, PageItem>();
  const drop = new Set<string>();
  const told = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = () => {
    timer = undefined;
    options.onChange({ put: [...put.values()], drop: [...drop], counts: count() });
    for (const id of put.keys()) told.add(id);
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
      if (item) put.delete(item.id);
      if (item && told.delete(item.id)) drop.add(item.id);
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
