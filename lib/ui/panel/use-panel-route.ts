import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { TabPage } from '../../messages/page-items';
import { useView } from '../view-context';

/** What the panel shows. */
export type PanelRoute =
  | { readonly view: 'list' }
  | { readonly view: 'item' | 'report'; readonly itemId: string };

/** Where the panel was on each tab, and which wish of the page it had followed. */
export type KeptRoutes = Map<number, { readonly route: PanelRoute; readonly asked: TabPage['asked'] }>;

/** The panel's route: moved by its own buttons, and by labels clicked on the page. Turning to a tab goes on where it was. */
export function usePanelRoute(page: TabPage, initialItem: string | undefined, kept: KeptRoutes) {
  const { services } = useView();
  const [route, setRoute] = useState<PanelRoute>(() => {
    const before = kept.get(page.tabId);
    return before?.asked === page.asked && before ? before.route : routeTo(page.selected ?? initialItem);
  });
  kept.set(page.tabId, { route, asked: page.asked });
  const seen = useRef(page.asked);
  useEffect(() => {
    if (seen.current === page.asked) return;
    seen.current = page.asked;
    setRoute((now) => (isAt(now, page.selected) ? now : routeTo(page.selected)));
  }, [page.asked, page.selected]);
  const go = useCallback(
    (next: PanelRoute) => {
      setRoute(next);
      if (next.view !== 'report') void services.selectItem(next.view === 'item' ? next.itemId : undefined);
    },
    [services],
  );
  return [route, go] as const;
}

function routeTo(itemId: string | undefined): PanelRoute {
  return itemId === undefined ? { view: 'list' } : { view: 'item', itemId };
}

/** A report under way is not left because its own label is clicked once more, or because a selection is dropped. */
function isAt(route: PanelRoute, itemId: string | undefined): boolean {
  return route.view !== 'list' && (itemId === undefined || route.itemId === itemId);
}
