import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { ReportSummary } from '../../reports/ledger/summary';
import { Brand } from '../components/brand';
import { useFocusOnTurn } from '../hooks/use-focus-on-turn';
import { useView } from '../view-context';
import type { LedgerDesk } from './ledger-desk';
import { ReportDetail } from './report-detail';
import { ReportList } from './report-list';
import { useLedger } from './use-reports';
import './reports.css';

type Props = { readonly desk: LedgerDesk; readonly first?: string | undefined };

/** The page of all reports: a list, and one report with its history. */
export function ReportsView({ desk, first }: Props) {
  const { t, services } = useView();
  const [id, setId] = useShownReport(first);
  const content = useRef<HTMLElement>(null);
  useFocusOnTurn(id ?? 'list', content);
  const all = useLedger(desk.summaries);
  usePolling(desk, all.kind === 'loaded' ? all.value : undefined);
  return (
    <div class="reports">
      <header class="top">
        <Brand />
        <button type="button" class="button top-action" onClick={() => services.openOptions()}>
          {t('common.options')}
        </button>
      </header>
      <main ref={content}>
        {all.kind === 'fault' && <p class="error block">{t(`ledger.fault.${all.fault}`)}</p>}
        {all.kind === 'loaded' && id === undefined && (
          <ReportList desk={desk} all={all.value} onOpen={setId} />
        )}
        {id !== undefined && (
          <ReportDetail key={id} desk={desk} id={id} onOpen={setId} onBack={() => setId(undefined)} />
        )}
      </main>
    </div>
  );
}

/** Asks once where delivered reports stand, when the list is there: it is not to wait for that. */
function usePolling(desk: LedgerDesk, all: readonly ReportSummary[] | undefined): void {
  const loaded = all !== undefined;
  const open = all?.some(({ delivery, state }) => delivery === 'delivered' && state !== 'closed') ?? false;
  useEffect(() => {
    if (loaded && open) void desk.poll().catch(() => undefined);
    // Once: what changes later was asked for already, or is asked for tomorrow.
  }, [desk, loaded]);
}

/** The report shown, kept in the address so that it can be gone back to. */
function useShownReport(first: string | undefined): [string | undefined, (id: string | undefined) => void] {
  const [id, setId] = useState(first);
  useEffect(() => {
    const moved = () => setId(new URLSearchParams(location.search).get('id') ?? undefined);
    addEventListener('popstate', moved);
    return () => removeEventListener('popstate', moved);
  }, []);
  const show = useCallback((next: string | undefined) => {
    const query = next === undefined ? location.pathname : `?${new URLSearchParams({ id: next })}`;
    history.pushState(null, '', query);
    setId(next);
  }, []);
  return [id, show];
}
