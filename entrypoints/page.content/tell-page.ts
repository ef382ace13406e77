import type { PageChange } from '../../lib/page/page-session';
import { send } from '../../lib/platform/messenger';

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

  const post = (change: PageChange) => {
    for (let at = 0; at === 0 || at < change.put.length; at += ITEMS_AT_ONCE)
      void send('page.update', {
        documentId,
        title: document.title.slice(0, MAX_TITLE_CHARS),
        paused,
        put: change.put.slice(at, at + ITEMS_AT_ONCE),
        drop: at === 0 ? change.drop : [],
        counts: change.counts,
      }).catch(noListener);
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

/** The extension was updated or removed; there is nobody left to tell. */
function noListener(): void {}
