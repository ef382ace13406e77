import { useCallback, useState } from 'preact/hooks';
import type { TabPage } from '../../messages/page-items';
import type { PageState } from '../hooks/use-page';

/** Keeps a page shown while the form at an address is open in a tab of its own. */
export type HoldPage = (page: TabPage, formUrl: string) => void;

/**
 * The page the panel shows: that of the tab in front, but over a form that a report opened, the report's own page, with
 * what is left to do there. On any other page the panel is that page's.
 */
export function useHeldPage(state: PageState): { readonly state: PageState; readonly hold: HoldPage } {
  const [held, setHeld] = useState<{ readonly page: TabPage; readonly origin: string }>();
  const hold = useCallback<HoldPage>((page, formUrl) => setHeld({ page, origin: originOf(formUrl) }), []);
  if (held === undefined || state.kind !== 'loaded') return { state, hold };
  const { page } = state;
  // A page that has not spoken is the form, too, while it loads.
  const isForm = page === undefined || originOf(page.url) === held.origin;
  const isOver = isForm && page?.tabId !== held.page.tabId;
  return { state: isOver ? { kind: 'loaded', page: held.page } : state, hold };
}

function originOf(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : '';
}
