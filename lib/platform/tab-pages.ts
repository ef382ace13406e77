import { fitItem, sizeOf } from '../messages/fit-message';
import type { NamedManifest, PageCounts, PageItem, TabPage } from '../messages/page-items';

/** The part of `storage.session` used here; an argument, so that tests need no browser. */
export type SessionArea = {
  get(keys: null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
};

/** What one frame said of itself last. */
export type FrameRecord = {
  readonly documentId: string;
  readonly url: string;
  readonly title: string;
  readonly paused: boolean;
  readonly counts: PageCounts;
  readonly named?: readonly NamedManifest[];
};

export type FrameUpdate = FrameRecord & {
  readonly put: readonly PageItem[];
  readonly drop: readonly string[];
};

/** Most labelled items kept per tab: an endless list must not fill the session store (10 MB in Chromium). */
export const MAX_ITEMS_PER_TAB = 500;

/** Most JSON characters of items kept whole per tab; of further ones the long texts are cut. */
export const MAX_TAB_CHARS = 2 * 1024 * 1024;

/** JSON characters left to an item then. */
const SHORT_ITEM_CHARS = 8 * 1024;

/** Longest address of a frame kept; those of `data:` documents may be megabytes. */
const MAX_ADDRESS_CHARS = 8 * 1024;

type Frame = { record: FrameRecord; readonly items: Map<string, PageItem> };
type Tab = { readonly frames: Map<number, Frame>; selected?: string; asked: number };

/**
 * What every tab's page holds, told by its frames. Memory is a cache that may vanish with the service worker;
 * the session store holds the truth and is read back on the next start.
 */
export class TabPages {
  private readonly tabs = new Map<number, Tab>();
  private readonly chars = new WeakMap<PageItem, number>();
  /** Ends when everything asked so far is done: what one change stores, the next must not overtake. */
  private done: Promise<unknown>;

  constructor(private readonly area: SessionArea) {
    // A store that cannot be read costs what the last worker knew, nothing else.
    this.done = this.restore().catch(() => undefined);
  }

  /** Takes one frame's changes. A new document replaces all the frame held; a new top document, all frames. */
  update(tabId: number, frameId: number, update: FrameUpdate): Promise<void> {
    return this.inTurn(() => this.take(tabId, frameId, update));
  }

  /** The frame's document is gone, unless another has taken its place already. */
  gone(tabId: number, frameId: number, documentId: string): Promise<void> {
    return this.inTurn(async () => {
      if (this.tabs.get(tabId)?.frames.get(frameId)?.record.documentId !== documentId) return;
      await this.forgetFrame(tabId, frameId);
    });
  }

  /** The tab is closed. */
  close(tabId: number): Promise<void> {
    return this.inTurn(async () => {
      for (const frameId of this.tabs.get(tabId)?.frames.keys() ?? []) await this.forgetFrame(tabId, frameId);
      this.tabs.delete(tabId);
      await this.area.remove([selectedKey(tabId), askedKey(tabId)]);
    });
  }

  /** A view shows this item. With `ask`, it is asked for from elsewhere and the tab's panel is to turn to it. */
  select(tabId: number, itemId: string | undefined, ask = false): Promise<void> {
    return this.inTurn(async () => {
      const tab = this.tab(tabId);
      if (itemId === undefined) delete tab.selected;
      else tab.selected = itemId;
      if (ask) tab.asked += 1;
      if (ask) await this.keep({ [askedKey(tabId)]: tab.asked });
      if (itemId === undefined) await this.area.remove([selectedKey(tabId)]);
      else await this.keep({ [selectedKey(tabId)]: itemId });
    });
  }

  /** All frames of a tab together, the top frame first; `undefined` where no content script has spoken. */
  page(tabId: number): Promise<TabPage | undefined> {
    return this.inTurn(async () => this.join(tabId));
  }

  private join(tabId: number): TabPage | undefined {
    const tab = this.tabs.get(tabId);
    const top = tab?.frames.get(0);
    if (!tab || !top) return undefined;
    const frames = [...tab.frames].sort(([a], [b]) => a - b).map(([, frame]) => frame);
    const named = frames.flatMap((frame) => frame.record.named ?? []);
    return {
      tabId,
      url: top.record.url,
      title: top.record.title,
      paused: top.record.paused,
      items: frames.flatMap((frame) => [...frame.items.values()]),
      counts: frames.map((frame) => frame.record.counts).reduce(addCounts),
      asked: tab.asked,
      ...(named.length === 0 ? {} : { named }),
      ...(tab.selected === undefined ? {} : { selected: tab.selected }),
    };
  }

  private inTurn<T>(task: () => Promise<T>): Promise<T> {
    const answer = this.done.then(task);
    this.done = answer.catch(() => undefined);
    return answer;
  }

  private async take(tabId: number, frameId: number, update: FrameUpdate): Promise<void> {
    const { put, drop, ...told } = update;
    const record = { ...told, url: told.url.slice(0, MAX_ADDRESS_CHARS) };
    const known = this.tabs.get(tabId)?.frames.get(frameId);
    if (known && known.record.documentId !== record.documentId) await this.forgetFrame(tabId, frameId);
    const frame = this.frame(tabId, frameId, record);
    frame.record = record;
    for (const id of drop) frame.items.delete(id);
    const kept = this.admit(tabId, frame, put);
    // A call to the browser's own process, for nothing with most changes.
    if (drop.length > 0) await this.area.remove(drop.map((id) => itemKey(tabId, frameId, id)));
    await this.store(tabId, frameId, record, kept);
  }

  /** Takes items into a frame while the tab has room, whole or cut. */
  private admit(tabId: number, frame: Frame, put: readonly PageItem[]): readonly PageItem[] {
    const others = [...this.tab(tabId).frames.values()].flatMap(({ items }) => [...items.values()]);
    let chars = others.reduce((sum, item) => sum + this.charsOf(item), 0);
    const kept = put.slice(0, Math.max(0, MAX_ITEMS_PER_TAB - others.length)).map((item) => {
      const fitted = chars < MAX_TAB_CHARS ? item : fitItem(item, SHORT_ITEM_CHARS);
      chars += this.charsOf(fitted);
      return fitted;
    });
    for (const item of kept) frame.items.set(item.id, item);
    return kept;
  }

  private charsOf(item: PageItem): number {
    const chars = this.chars.get(item) ?? sizeOf(item);
    this.chars.set(item, chars);
    return chars;
  }

  private tab(tabId: number): Tab {
    const known = this.tabs.get(tabId);
    if (known) return known;
    const tab: Tab = { frames: new Map(), asked: 0 };
    this.tabs.set(tabId, tab);
    return tab;
  }

  private frame(tabId: number, frameId: number, record: FrameRecord): Frame {
    const { frames } = this.tab(tabId);
    const known = frames.get(frameId);
    if (known) return known;
    const frame: Frame = { record, items: new Map() };
    frames.set(frameId, frame);
    return frame;
  }

  private async forgetFrame(tabId: number, frameId: number): Promise<void> {
    const tab = this.tabs.get(tabId);
    const doomed = frameId === 0 ? [...(tab?.frames.keys() ?? [])] : [frameId];
    const keys = doomed.flatMap((id) => [
      frameKey(tabId, id),
      ...[...(tab?.frames.get(id)?.items.keys() ?? [])].map((item) => itemKey(tabId, id, item)),
    ]);
    for (const id of doomed) tab?.frames.delete(id);
    if (frameId === 0 && tab) delete tab.selected;
    await this.area.remove(frameId === 0 ? [...keys, selectedKey(tabId)] : keys);
  }

  private store(
    tabId: number,
    frameId: number,
    record: FrameRecord,
    items: readonly PageItem[],
  ): Promise<void> {
    const entries = items.map((item) => [itemKey(tabId, frameId, item.id), item] as const);
    return this.keep({ [frameKey(tabId, frameId)]: record, ...Object.fromEntries(entries) });
  }

  /**
   * Stores all, or what fits one by one. A full store (10 MB for all tabs) costs what a stopped worker could have
   * read back, not what is shown now.
   */
  private async keep(values: Record<string, unknown>): Promise<void> {
    try {
      await this.area.set(values);
    } catch {
      const entries = Object.entries(values);
      if (entries.length > 1) for (const [key, value] of entries) await this.keep({ [key]: value });
    }
  }

  private async restore(): Promise<void> {
    const stored = await this.area.get(null);
    const keys = Object.keys(stored);
    for (const key of keys.filter((name) => name.startsWith('frame:'))) {
      const [, tabId, frameId] = key.split(':').map(Number);
      this.frame(tabId ?? -1, frameId ?? -1, stored[key] as FrameRecord);
    }
    for (const key of keys.filter((name) => name.startsWith('item:'))) {
      const [, tabId, frameId] = key.split(':').map(Number);
      const item = stored[key] as PageItem;
      this.tabs
        .get(tabId ?? -1)
        ?.frames.get(frameId ?? -1)
        ?.items.set(item.id, item);
    }
    for (const key of keys.filter((name) => name.startsWith('selected:')))
      this.tab(Number(key.slice('selected:'.length))).selected = String(stored[key]);
    for (const key of keys.filter((name) => name.startsWith('asked:')))
      this.tab(Number(key.slice('asked:'.length))).asked = Number(stored[key]);
  }
}

const frameKey = (tabId: number, frameId: number) => `frame:${tabId}:${frameId}`;
const itemKey = (tabId: number, frameId: number, id: string) => `item:${tabId}:${frameId}:${id}`;
const selectedKey = (tabId: number) => `selected:${tabId}`;
const askedKey = (tabId: number) => `asked:${tabId}`;

function addCounts(a: PageCounts, b: PageCounts): PageCounts {
  const reasons = new Set([...Object.keys(a.notChecked), ...Object.keys(b.notChecked)]);
  const sum = (reason: string) => countOf(a, reason) + countOf(b, reason);
  return {
    labelled: a.labelled + b.labelled,
    noLabel: a.noLabel + b.noLabel,
    unreadable: a.unreadable + b.unreadable,
    notChecked: Object.fromEntries([...reasons].map((reason) => [reason, sum(reason)])),
  };
}

function countOf(counts: PageCounts, reason: string): number {
  return new Map(Object.entries(counts.notChecked)).get(reason) ?? 0;
}
