import { useEffect, useState } from 'preact/hooks';
import type { ProvenanceGraph } from '../../c2pa/credential';
import type { PageItem } from '../../messages/page-items';
import { historyOfCheck } from '../model/history-of-check';
import { useView } from '../view-context';

/** A history as far as it is known to the view. */
export type HistoryState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'loaded'; readonly graph: ProvenanceGraph | undefined };

/** Loads the history of an item, anew when its check has changed; nothing is asked while there was no check. */
export function useHistory(item: PageItem): HistoryState {
  const { services } = useView();
  const [state, setState] = useState<HistoryState>({ kind: 'loading' });
  const checked = item.inspection.credential?.kind === 'checked';
  // An item is made anew with every update of its page; its history only with its check.
  const check = checked ? JSON.stringify(item.inspection.credential) : '';
  useEffect(() => {
    let gone = false;
    if (!checked) return undefined;
    services.loadHistory(item).then(
      (kept) => gone || setState({ kind: 'loaded', graph: historyOfCheck(item.inspection.credential, kept) }),
      () => gone || setState({ kind: 'failed' }),
    );
    return () => {
      gone = true;
    };
  }, [services, item.id, check]);
  return checked ? state : { kind: 'loaded', graph: undefined };
}
