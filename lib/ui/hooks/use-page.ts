import { useEffect, useState } from 'preact/hooks';
import type { TabPage } from '../../messages/page-items';
import { useView } from '../view-context';

/** The page of the view's tab, followed. `undefined` as page: there is none to read. */
export type PageState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'loaded'; readonly page: TabPage | undefined };

/** Loads the page and follows it for as long as the view stands. */
export function usePage(): PageState {
  const { services } = useView();
  const [state, setState] = useState<PageState>({ kind: 'loading' });
  useEffect(() => {
    const control = new AbortController();
    const show = (page: TabPage | undefined) => {
      if (!control.signal.aborted) setState({ kind: 'loaded', page });
    };
    const fail = () => {
      if (!control.signal.aborted) setState({ kind: 'failed' });
    };
    services.watchPage(show, control.signal);
    services.loadPage().then(show, fail);
    return () => control.abort();
  }, [services]);
  return state;
}
