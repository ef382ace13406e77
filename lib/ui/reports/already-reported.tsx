import { useCallback } from 'preact/hooks';
import { localTime } from '../model/local-time';
import { useView } from '../view-context';
import { useLedger } from './use-reports';

type Props = { readonly mediaUrl: string; readonly categoryId: string; readonly recipientId: string };

/**
 * That a report on the same medium, under the same category to the same recipient, is there and not closed — from this tab
 * or another. The person may go on, or open it.
 */
export function AlreadyReported({ mediaUrl, categoryId, recipientId }: Props) {
  const { t, services, language } = useView();
  const load = useCallback(() => services.reportsOn(mediaUrl), [services, mediaUrl]);
  const state = useLedger(load);
  const reports = state.kind === 'loaded' ? state.value : [];
  const same = reports.find(
    (report) =>
      report.categoryId === categoryId && report.recipientId === recipientId && report.state !== 'closed',
  );
  if (same === undefined) return null;
  const time = localTime(same.confirmedAt, language);
  return (
    <p class="note-line" role="status">
      {t('ledger.already', { time, name: same.recipient[language] })}{' '}
      <button type="button" class="link" onClick={() => services.openReports(same.id)}>
        {t('ledger.openIt')}
      </button>
    </p>
  );
}
