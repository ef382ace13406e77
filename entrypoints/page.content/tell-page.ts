import type { RequestOf } from '../../lib/messages/channels';
import type { PageChange } from '../../lib/page/page-session';
import { send, sendPatiently } from '../../lib/platform/messenger';

/** Longest title that travels. */
const MAX_TITLE_CHARS = 1000;

/** Most items in one message; a larger burst goes in several. */
const ITEMS_AT_ONCE = 50;

/**
 * Tells the background what changed in this frame, and that the frame is gone when it is. A page that comes back
 * from the back/forward cache is told anew.
 */
export function tellPage(
  documentId: string,
  paused: boolean,
  signal: AbortSignal,
): (change: PageChange) => void {
  const items = new Map<string, PageChange['put'][number]>();
  let counts: PageChange['counts'] | undefined;

  // One after the other: a removal must not overtake what it removes, even where one has to be sent again.
  let sent: Promise<unknown> = Promise.resolve();
  const post = (change: PageChange) => {
    for (const update of updatesOf(change, { documentId, paused }))
      sent = sent.then(() => sendPatiently('page.update', update, signal)).catch(noListener);
  };
  const tell = (change: PageChange) => {
    for (const id of change.drop) items.delete(id);
    for (const item of change.put) items.set(item.id, item);
    counts = change.counts;
    post(change);
  };
  const gone = () => void send('page.gone', { documentId }).catch(noListener);
  const back = ({ persisted }: PageTransitionEvent) => {
    if (persisted && counts) post({ put: [...items.values()], drop: [], counts });
  };
  addEventListener('pagehide', gone, { signal });
  addEventListener('pageshow', back, { signal });
  return tell;
}

/** A change as messages of bounded size; removals go with the first. */
function updatesOf(
  { put, drop, counts }: PageChange,
  frame: { readonly documentId: string; readonly paused: boolean },
): readonly RequestOf<'page.update'>[] {
  const title = document.title.slice(0, MAX_TITLE_CHARS);
  const parts = Math.max(1, Math.ceil(put.length / ITEMS_AT_ONCE));
  return Array.from({ length: parts }, (_, part) => ({
    ...frame,
    title,
    put: put.slice(part * ITEMS_AT_ONCE, (part + 1) * ITEMS_AT_ONCE),
    drop: part === 0 ? drop : [],
    counts,
  }));
}

/** The extension was updated or removed; there is nobody left to tell. */
function noListener(): void {}
