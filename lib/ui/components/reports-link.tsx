import { useEffect, useState } from 'preact/hooks';
import { useView } from '../view-context';

/** Opens the page of all reports; says how many wait for their person. */
export function ReportsLink({ class: className }: { readonly class: string }) {
  const { t, services, announce } = useView();
  const [waiting, setWaiting] = useState(0);
  useEffect(() => {
    let here = true;
    void services.waitingReports().then(
      (count) => here && setWaiting(count),
      () => undefined,
    );
    return () => {
      here = false;
    };
  }, [services]);
  const open = () => services.openReports().catch(() => announce('common.failed'));
  return (
    <button type="button" class={className} onClick={open}>
      {waiting === 0 ? t('ledger.open') : t('ledger.openWaiting', { count: waiting })}
    </button>
  );
}
