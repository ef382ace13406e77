import type { RequestOf } from '../../lib/messages/channels';
import { fitItem } from '../../lib/messages/fit-message';
import type { PageChange } from '../../lib/page/change-log';
import { ask, askPatiently } from '../../lib/platform/ask';

/** Longest title that travels. */
const MAX_TITLE_CHARS = 1000;

/** Most items in one message; a larger burst goes in several. */
const ITEMS_AT_ONCE = 50;

/** Most removals in one message. */
const DROPS_AT_ONCE = 5000;

/** How long the background may take to note a change; later ones wait for it. */
const ANSWER_MS = 10_000;

/** A document's word to the background. */
export type Teller = {
  tell(change: PageChange): void;
  /** Takes back all that was told and starts with nothing, paused or not. */
  startAfresh(paused: boolean): void;
};

const NOTHING: Pick<PageChange, 'counts' | 'named'> = {
  counts: { labelled: 0, noLabel: 0, unreadable: 0, notChecked: {} },
  named: [],
};

/**
 * Tells the background what changed in this frame, and that the frame is gone when it is. A page that comes back
 * from the back/forward cache is told anew.
 */
export function tellPage(documentId: string, signal: AbortSignal): Teller {
  const items = new Map<string, PageChange['put'][number]>();
  let last: Pick<PageChange, 'counts' | 'named'> = NOTHING;
  let paused = false;

  // One after the other: a removal must not overtake what it removes, even where one has to be sent again.
  let sent: Promise<unknown> = Promise.resolve();
  const post = (change: PageChange) => {
    for (const update of updatesOf(change, { documentId, paused }))
      sent = sent.then(() => askPatiently('page.update', update, signal, ANSWER_MS)).catch(noListener);
  };
  const tell = (change: PageChange) => {
    for (const id of change.drop) items.delete(id);
    for (const item of change.put) items.set(item.id, item);
    last = { counts: change.counts, named: change.named };
    post(change);
  };
  const startAfresh = (nowPaused: boolean) => {
    paused = nowPaused;
    tell({ put: [], drop: [...items.keys()], ...NOTHING });
  };
  const gone = () => void ask('page.gone', { documentId }).catch(noListener);
  const back = ({ persisted }: PageTransitionEvent) => {
    if (persisted) post({ put: [...items.values()], drop: [], ...last });
  };
  addEventListener('pagehide', gone, { signal });
  addEventListener('pageshow', back, { signal });
  return { tell, startAfresh };
}

/** A change as messages of bounded size; removals go with the first. */
function updatesOf(
  { put, drop, counts, named }: PageChange,
  frame: { readonly documentId: string; readonly paused: boolean },
): readonly RequestOf<'page.update'>[] {
  const title = document.title.slice(0, MAX_TITLE_CHARS);
  const puts = inParts(put, ITEMS_AT_ONCE);
  const drops = inParts(drop, DROPS_AT_ONCE);
  return Array.from({ length: Math.max(1, puts.length, drops.length) }, (_, part) => ({
    ...frame,
    title,
    put: (puts[part] ?? []).map((item) => fitItem(item)),
    drop: drops[part] ?? [],
    counts,
    ...(named.length === 0 ? {} : { named: [...named] }),
  }));
}

function inParts<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, part) =>
    all.slice(part * size, (part + 1) * size),
  );
}

/** The extension was updated or removed; there is nobody left to tell. */
function noListener(): void {}
