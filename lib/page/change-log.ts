import type { NamedManifest, PageCounts, PageItem } from '../messages/page-items';

/** Changes come in bursts while a page loads; one message carries a burst. */
const BURST_MS = 100;

/** Counts alone change with every picture that is scrolled past, and nobody waits for them. */
const COUNTS_MS = 1000;

/** What changed on a page since it was last told. */
export type PageChange = {
  readonly put: readonly PageItem[];
  readonly drop: readonly string[];
  readonly counts: PageCounts;
  /** Credentials elsewhere that the page names. */
  readonly named: readonly NamedManifest[];
};

export type ChangeLog = {
  put(item: PageItem): void;
  /** Without an item only the counts changed. */
  dropped(item: PageItem | undefined): void;
};

/** Gathers changes and tells them once per burst, until the page's signal aborts. */
export function changeLog(
  options: { onChange(change: PageChange): void; readonly signal: AbortSignal },
  now: () => Pick<PageChange, 'counts' | 'named'>,
): ChangeLog {
  const put = new Map<string, PageItem>();
  const drop = new Set<string>();
  const told = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let dueIn = Number.POSITIVE_INFINITY;
  const tell = () => {
    dueIn = Number.POSITIVE_INFINITY;
    options.onChange({ put: [...put.values()], drop: [...drop], ...now() });
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
    put: (item) => {
      put.set(item.id, item);
      tellWithin(BURST_MS);
    },
    dropped: (item) => {
      if (item) put.delete(item.id);
      if (item && told.delete(item.id)) drop.add(item.id);
      tellWithin(drop.size > 0 ? BURST_MS : COUNTS_MS);
    },
  };
}
