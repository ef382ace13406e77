import { useCallback, useEffect, useState } from 'preact/hooks';
import { LedgerFault, type LedgerFaultKind } from '../../reports/ledger/fault';
import { useView } from '../view-context';

/** Something of the ledger, kept up to date; `fault` where it could not be read. */
export type Loaded<T> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'loaded'; readonly value: T }
  | { readonly kind: 'fault'; readonly fault: LedgerFaultKind };

/** Reads with `load`, now and after every change of the ledger, whoever made it. */
export function useLedger<T>(load: () => Promise<T>): Loaded<T> {
  const { services } = useView();
  const [state, setState] = useState<Loaded<T>>({ kind: 'loading' });
  const read = useCallback(async () => {
    try {
      return { kind: 'loaded', value: await load() } as const;
    } catch (error) {
      return { kind: 'fault', fault: error instanceof LedgerFault ? error.kind : 'unavailable' } as const;
    }
  }, [load]);
  useEffect(() => {
    const stop = new AbortController();
    const show = () =>
      void read().then((next) => {
        if (!stop.signal.aborted) setState(next);
      });
    show();
    services.watchReports(show, stop.signal);
    return () => stop.abort();
  }, [read, services]);
  return state;
}
