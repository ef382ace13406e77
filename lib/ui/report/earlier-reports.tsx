import { useEffect, useState } from 'preact/hooks';
import { useView } from '../view-context';

/** Says that this was reported before, with a way to those reports: nobody needs the same report twice. */
export function EarlierReports({ mediaUrl }: { readonly mediaUrl: string }) {
  const { t, services } = useView();
  const [ids, setIds] = useState<readonly string[]>([]);
  useEffect(() => {
    const control = new AbortController();
    const read = () =>
      void services
        .reportsOn(mediaUrl)
        .then((all) => control.signal.aborted || setIds(all.map(({ id }) => id)))
        .catch(() => undefined);
    read();
    services.watchReports(read, control.signal);
    return () => control.abort();
  }, [services, mediaUrl]);
  return ids.length === 0 ? null : (
    <p class="block earlier">
      {t('report.earlier', { count: ids.length })}{' '}
      <button type="button" class="link" onClick={() => services.openReports(ids[0])}>
        {t('report.openEarlier')}
      </button>
    </p>
  );
}
