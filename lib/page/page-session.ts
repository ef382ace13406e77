import type { Inspection } from '../inspect/inspection';
import type { LabelPlan } from '../labels/label-plan';
import type { RecheckReason, VerifyRequest } from '../messages/page-items';
import type { Finding } from '../signals/finding';
import { type ChangeLog, changeLog, type PageChange } from './change-log';
import type { Claim, Gatherer } from './claims/claim';
import { type ClaimWatch, watchClaims } from './claims/claim-watch';
import type { PageReader } from './engine-door';
import { startFinder } from './finder';
import { countAll, describe, hasNewWords, type Seen, strengthOf, wasChecked } from './item-seen';
import { type PageLook, planOf, wordsOf } from './label-look';
import type { LabelContent } from './label-node';
import { mayHoldLabels } from './label-room';
import { type Medium, stillShows } from './medium';
import { Overlay } from './overlay';
import { Said } from './said';
import type { ShadowRootOf } from './shadow-roots';
import { noticeWords, StartNotices } from './start-notice';
import { isHolderOf, textMedium } from './text-holder';
import { sizeOf } from './way';

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
  /** What reads the page's own statements, asked for when it makes the first; nothing where it cannot be had. */
  pageReader(): Promise<PageReader | undefined>;
  /** The ways in which this page may make statements. */
  readonly gatherers: readonly Gatherer[];
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
  /** Gathers once more what the page says: more is known of it than when it was last looked through. */
  gatherAgain(): void;
  /** Shows a person where an item is. */
  reveal(itemId: string, atOnce?: boolean): void;
  /** Words and places every label anew; nothing is read again, and every item stays the item it was. */
  restyle(look: PageLook): void;
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
  private readonly said = new Said();
  private readonly claims: ClaimWatch | undefined;
  private readonly changes: ChangeLog;
  private readonly overlay: Overlay;
  private readonly notices: StartNotices;
  private reader: PageReader | undefined;
  private nextId = 1;
  private round = 0;
  private heardLast = 0;

  constructor(
    private readonly options: PageOptions,
    private look: PageLook,
  ) {
    const { window, signal } = options;
    this.changes = changeLog(options, () => ({
      counts: countAll(this.seen.values()),
      named: this.said.named(),
    }));
    const onStale = (medium: Medium) => this.forget(medium);
    const onActivate = (medium: Medium) => {
      const item = this.seen.get(medium)?.item;
      if (item) options.onActivate(item.id);
    };
    this.overlay = new Overlay({ window, signal, look: () => this.look, onActivate, onStale });
    this.notices = new StartNotices((element) => this.draw(element), signal);
    this.claims = this.watchClaims();
    const found = (medium: Medium) => void this.found(medium);
    const left = (medium: Medium) => this.left(medium);
    startFinder(options, { found, gone: onStale, left, root: (root) => this.claims?.add(root) }, signal);
  }

  verify(itemId: string, how: VerifyRequest): void {
    for (const one of this.seen.values())
      if (one.item?.id === itemId && !one.anchor) void this.check(one, how);
  }

  verifyAnew(): void {
    this.round += 1;
    for (const one of this.seen.values())
      if (wasChecked(one)) void this.check(one, one.forced ? 'force' : 'again', one.read);
  }

  recheck(why: RecheckReason): void {
    for (const one of [...this.seen.values()]) {
      const verdict = one.inspection?.verdict;
      if (verdict?.kind !== 'not-checked' || verdict.why !== why) continue;
      void this.found(one.medium, one);
    }
  }

  gatherAgain(): void {
    this.claims?.lookAgain();
  }

  reveal(itemId: string, atOnce = false): void {
    for (const { medium, item } of this.seen.values())
      if (item?.id === itemId) this.overlay.reveal(medium.element, atOnce);
  }

  restyle(look: PageLook): void {
    this.look = look;
    for (const { medium, item } of this.seen.values()) if (item) this.draw(medium.element);
  }

  private watchClaims(): ClaimWatch | undefined {
    const { window, gatherers, signal } = this.options;
    if (!mayHoldLabels(window.document)) return undefined;
    const changed = (claims: readonly Claim[]) => void this.heard(claims);
    return watchClaims({ window, gatherers, changed }, signal);
  }

  /** Takes what the page says now of its media and texts; an answer that another one overtook does not count. */
  private async heard(claims: readonly Claim[]): Promise<void> {
    this.heardLast += 1;
    const turn = this.heardLast;
    this.reader ??= await this.options.pageReader();
    if (!this.reader) return;
    await this.said.readAll(claims, this.reader);
    if (this.options.signal.aborted || turn !== this.heardLast) return;
    const before = this.said.named().length;
    this.said.take(claims);
    for (const one of [...this.seen.values()]) this.hearOf(one);
    this.tellTexts(this.reader);
    if (before + this.said.named().length > 0) this.changes.dropped(undefined);
  }

  private hearOf(one: Seen): void {
    if (one.anchor || !one.inspection) return;
    const isSame = isSameList(one.said, this.said.ofMedium(one.medium, one.side));
    if (!isSame || hasNewWords(one)) this.label(one, one.inspection);
  }

  private tellTexts(reader: PageReader): void {
    const said = new Map(this.said.ofTexts().map((one) => [one.anchor, one.findings]));
    for (const one of [...this.seen.values()]) {
      if (!one.anchor) continue;
      const findings = isHolderOf(one.medium, one.anchor) ? said.get(one.anchor) : undefined;
      if (!findings) this.forget(one.medium);
      else if (!isSameList(one.said, findings)) this.labelText(one, findings, reader);
      if (findings) said.delete(one.anchor);
    }
    for (const [anchor, findings] of said) {
      const one: Seen = { medium: textMedium(anchor), anchor, side: 0, checks: 0, forced: false, said: [] };
      this.seen.set(one.medium, one);
      this.labelText(one, findings, reader);
    }
  }

  private labelText(one: Seen, findings: readonly Finding[], reader: PageReader): void {
    one.said = findings;
    this.label(one, reader.join(undefined, findings));
  }

  /** @param before the same medium, which is read once more; what is said of it stays meanwhile */
  private async found(medium: Medium, before?: Seen): Promise<void> {
    const side = before?.side ?? smallerSide(medium.element);
    const one: Seen = { medium, side, checks: 0, forced: false, said: before?.said ?? [] };
    if (before?.item) one.item = before.item;
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
    const joined = one.anchor ? inspection : this.joined(one, inspection);
    const plan = planOf(joined);
    if (plan) this.labelAs(one, joined, plan);
    else this.unlabel(one);
  }

  /** What the file and the page say together. */
  private joined(one: Seen, inspection: Inspection): Inspection {
    one.said = this.said.ofMedium(one.medium, one.side);
    return one.said.length > 0 && this.reader ? this.reader.join(inspection, one.said) : inspection;
  }

  private labelAs(one: Seen, inspection: Inspection, label: LabelPlan): void {
    const id = one.item?.id ?? `${this.options.idPrefix}-${this.nextId++}`;
    const pageUrl = this.options.window.location.href;
    one.item = describe(one, { id, inspection, label, pageUrl, readAt: this.options.now() });
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
    if (!one?.item || one.item.kind === 'page') {
      this.overlay.drop(element);
      return;
    }
    const { medium, item } = one;
    if (medium.way.kind === 'video') this.notices.follow(element);
    this.overlay.put(medium, this.contentOf(element, item.label));
  }

  private contentOf(element: Element, plan: LabelPlan): LabelContent {
    const { language } = this.look;
    const words = wordsOf(plan, this.look);
    return {
      plan,
      words: this.notices.isShown(element) ? noticeWords(plan, words, language) : words,
      language,
    };
  }

  private left(medium: Medium): boolean {
    if (this.seen.get(medium)?.inspection || !this.options.takeBack(medium)) return false;
    this.seen.delete(medium);
    return true;
  }

  private forget(medium: Medium): void {
    const one = this.seen.get(medium);
    if (!one) return;
    if (!one.inspection) this.options.takeBack(medium);
    this.seen.delete(medium);
    if (one.item) this.draw(medium.element);
    this.changes.dropped(one.item);
  }
}

function smallerSide(element: Element): number {
  const { width, height } = sizeOf(element);
  return Math.min(width, height);
}

const isSameList = <T>(one: readonly T[], other: readonly T[]): boolean =>
  one.length === other.length && one.every((each, at) => each === other[at]);
