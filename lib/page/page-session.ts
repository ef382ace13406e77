import { fileText } from '../bytes/file-text';
import type { Inspection } from '../inspect/inspection';
import type { LabelPlan } from '../labels/label-plan';
import { type LabelWords, labelWords } from '../labels/label-words';
import { planLabel } from '../labels/plan-label';
import type { PageCounts, PageItem, RecheckReason, VerifyRequest } from '../messages/page-items';
import type { Jurisdiction } from '../rules/jurisdiction';
import type { Language } from '../rules/localized';
import type { Corner } from '../settings/settings';
import { startFinder } from './finder';
import { mayHoldLabels } from './label-room';
import { type Medium, stillShows } from './medium';
import { Overlay } from './overlay';
import { pageWord } from './page-words';
import type { ShadowRootOf } from './shadow-roots';

/** Longest alternative text kept with an item. */
const MAX_ALT_CHARS = 500;

/** Changes come in bursts while a page loads; one message carries a burst. */
const BURST_MS = 100;

/** Counts alone change with every picture that is scrolled past, and nobody waits for them. */
const COUNTS_MS = 1000;

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
  /** Reads a medium; must not reject for what a file or server does. */
  inspect(medium: Medium): Promise<Inspection>;
  /** Takes back a reading that has not begun; its answer does not count. `false` where it has begun or is done. */
  takeBack(medium: Medium): boolean;
  /**
   * Checks the credential of a medium whose inspection says `checking`, or one that a person asks for. Gives the
   * inspection with what the check found, in bounded time; must not reject.
   */
  verify(wanted: ToVerify): Promise<Inspection>;
  readonly shadowRootOf: ShadowRootOf;
  onChange(change: PageChange): void;
  onActivate(itemId: string): void;
  /** Now, as ISO 8601 with offset. */
  now(): string;
  readonly signal: AbortSignal;
};

/** A medium whose credential is to be checked, and how: by itself, or as a person asked. */
export type ToVerify = {
  readonly medium: Medium;
  readonly inspection: Inspection;
  /** `again`: it was checked, and whom to trust has changed since. */
  readonly how: 'auto' | 'again' | VerifyRequest;
  /** Grows with each change of whom to trust: answers of another round do not count. */
  readonly round: number;
};

/** A page under way. */
export type Page = {
  /** Checks the credential of an item on a person's word; the item is told anew when it is done. */
  verify(itemId: string, how: VerifyRequest): void;
  /** Checks anew every credential that was checked: whom to trust has changed. */
  verifyAnew(): void;
  /** Reads once more, on a person's word, what was not checked for that reason. */
  recheck(why: RecheckReason): void;
  /** Shows a person where an item is. */
  reveal(itemId: string): void;
  /** Words and places every label anew; nothing is read again, and every item stays the item it was. */
  restyle(look: PageLook): void;
};

/** A medium told by the finder, from then until its element shows something else. */
type Seen = {
  readonly medium: Medium;
  inspection?: Inspection;
  /** As the fast reading left it: a check anew begins there. */
  read?: Inspection;
  item?: PageItem;
  /** Checks begun; only the last one counts. */
  checks: number;
  /** A person asked for the check. */
  forced: boolean;
};

/**
 * One document's media from found to labelled. Every answer is checked against what its element shows when the
 * answer comes: identity is element and source, never the element alone.
 */
export function startPage(options: PageOptions, look: PageLook): Page {
  return new PageSession(options, look);
}

class PageSession implements Page {
  private readonly seen = new Map<Medium, Seen>();
  private readonly changes: ChangeLog;
  private readonly overlay: Overlay;
  private nextId = 1;
  private round = 0;

  constructor(
    private readonly options: PageOptions,
    private look: PageLook,
  ) {
    const { window, signal } = options;
    this.changes = changeLog(options, () => countAll(this.seen.values()));
    const onStale = (medium: Medium) => this.forget(medium);
    const onActivate = (medium: Medium) => {
      const item = this.seen.get(medium)?.item;
      if (item) options.onActivate(item.id);
    };
    this.overlay = new Overlay({ window, signal, look: () => this.look, onActivate, onStale });
    const found = (medium: Medium) => void this.found(medium);
    startFinder(options, { found, gone: onStale, left: (medium) => this.left(medium) }, signal);
  }

  verify(itemId: string, how: VerifyRequest): void {
    for (const one of this.seen.values()) if (one.item?.id === itemId) void this.check(one, how);
  }

  verifyAnew(): void {
    this.round += 1;
    for (const one of this.seen.values())
      if (wasChecked(one)) void this.check(one, one.forced ? 'force' : 'again', one.read);
  }

  recheck(why: RecheckReason): void {
    for (const { medium, inspection } of [...this.seen.values()]) {
      const verdict = inspection?.verdict;
      if (verdict?.kind === 'not-checked' && verdict.why === why) void this.found(medium);
    }
  }

  reveal(itemId: string): void {
    for (const { medium, item } of this.seen.values())
      if (item?.id === itemId) this.overlay.reveal(medium.element);
  }

  restyle(look: PageLook): void {
    this.look = look;
    for (const { medium, item } of this.seen.values()) if (item) this.draw(medium.element);
  }

  private async found(medium: Medium): Promise<void> {
    const one: Seen = { medium, checks: 0, forced: false };
    this.seen.set(medium, one);
    const inspection = await this.options.inspect(medium);
    if (!this.isStill(one)) return;
    if (!stillShows(medium, this.options.window.document)) return this.forget(medium);
    one.read = inspection;
    this.label(one, inspection);
    if (inspection.credential?.kind === 'checking') await this.check(one, 'auto');
  }

  private async check(one: Seen, how: ToVerify['how'], inspection = one.inspection): Promise<void> {
    if (!inspection) return;
    one.checks += 1;
    one.forced ||= how === 'force';
    const { medium, checks } = one;
    this.label(one, { ...inspection, credential: { kind: 'checking' } });
    const checked = await this.options.verify({ medium, inspection, how, round: this.round });
    if (one.checks === checks && this.isStill(one)) this.label(one, checked);
  }

  private isStill(one: Seen): boolean {
    return !this.options.signal.aborted && this.seen.get(one.medium) === one;
  }

  private label(one: Seen, inspection: Inspection): void {
    one.inspection = inspection;
    const plan = planOf(inspection);
    if (plan) this.labelAs(one, inspection, plan);
    else this.unlabel(one);
  }

  private labelAs(one: Seen, inspection: Inspection, plan: LabelPlan): void {
    const id = one.item?.id ?? `${this.options.idPrefix}-${this.nextId++}`;
    one.item = describe(this.options, one.medium, { id, inspection, label: plan });
    this.draw(one.medium.element);
    this.changes.put(one.item);
  }

  private unlabel(one: Seen): void {
    this.changes.dropped(one.item);
    if (!one.item) return;
    delete one.item;
    this.draw(one.medium.element);
  }

  /** An element has one label, however many media it shows: that of the strongest statement. */
  private draw(element: Element): void {
    if (!mayHoldLabels(this.options.window.document)) return;
    const all = [...this.seen.values()].filter(({ medium, item }) => item && medium.element === element);
    const [one] = all.sort((a, b) => strengthOf(a) - strengthOf(b));
    if (!one?.item) {
      this.overlay.drop(element);
      return;
    }
    const { language } = this.look;
    this.overlay.put(one.medium, {
      plan: one.item.label,
      words: wordsOf(one.item.label, this.look),
      language,
    });
  }

  private left(medium: Medium): boolean {
    if (this.seen.get(medium)?.inspection || !this.options.takeBack(medium)) return false;
    this.seen.delete(medium);
    return true;
  }

  private forget(medium: Medium): void {
    const one = this.seen.get(medium);
    if (!one) return;
    this.seen.delete(medium);
    if (!one.inspection) this.options.takeBack(medium);
    if (one.item) this.draw(medium.element);
    this.changes.dropped(one.item);
  }
}

/** States in the order in which they speak for an element that shows several media. */
const BY_STRENGTH: readonly LabelPlan['badge'][] = [
  'confirmed',
  'broken',
  'possible',
  'suspected',
  'captured',
];

function strengthOf({ item }: Seen): number {
  return item ? BY_STRENGTH.indexOf(item.label.badge) : BY_STRENGTH.length;
}

/** Whether a credential in the file itself was or is being checked; one elsewhere is not asked for by itself. */
function wasChecked({ read, inspection }: Seen): boolean {
  const kind = inspection?.credential?.kind;
  return read?.credential?.kind === 'checking' && (kind === 'checked' || kind === 'checking');
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
  { element, way, url }: Medium,
  rest: Pick<PageItem, 'id' | 'inspection' | 'label'>,
): PageItem {
  return {
    ...rest,
    kind: way.kind,
    ...(way.as === undefined ? {} : { as: way.as }),
    mediaUrl: url,
    pageUrl: options.window.location.href,
    alt: fileText(nameOf(element), MAX_ALT_CHARS),
    readAt: options.now(),
  };
}

/** What the page calls a medium in words, by whichever attribute its element has for it. */
function nameOf(element: Element): string {
  const names = ['alt', 'aria-label', 'title'].map((name) => element.getAttribute(name));
  return names.find((name) => name) ?? '';
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
  let dueIn = Number.POSITIVE_INFINITY;
  const tell = () => {
    dueIn = Number.POSITIVE_INFINITY;
    options.onChange({ put: [...put.values()], drop: [...drop], counts: count() });
    for (const id of put.keys()) told.add(id);
    put.clear();
    drop.clear();
  };
  const tellWithin = (ms: number) => {
    if (options.signal.aborted || dueIn <= ms) return;
    clearTimeout(timer);
    dueIn = ms;
    timer = setTimeout(tell, ms);
  };
  options.signal.addEventListener('abort', () => clearTimeout(timer));
  return {
    counted: () => tellWithin(COUNTS_MS),
    put: (item: PageItem) => {
      put.set(item.id, item);
      tellWithin(BURST_MS);
    },
    dropped: (item: PageItem | undefined) => {
      if (item) put.delete(item.id);
      if (item && told.delete(item.id)) drop.add(item.id);
      tellWithin(drop.size > 0 ? BURST_MS : COUNTS_MS);
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
