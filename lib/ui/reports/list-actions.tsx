import { reportsCsv, reportsJson } from '../../reports/ledger/export-reports';
import { useClipboard } from '../hooks/use-clipboard';
import { useView } from '../view-context';
import { ConfirmButton } from './confirm-button';
import type { LedgerDesk } from './ledger-desk';

type Props = { readonly desk: LedgerDesk; readonly ids: readonly string[] };

/** What can be done with all reports together. */
export function ListActions({ desk, ids }: Props) {
  const { t, services, announce } = useView();
  const { save } = useClipboard();
  const name = (extension: string) => `bianshi-reports-${services.now().slice(0, 10)}.${extension}`;
  const failed = () => announce('common.failed');
  const saveJson = async () =>
    save(name('json'), 'application/json', reportsJson(await desk.all(), services.now(), services.version()));
  const saveCsv = async () => save(name('csv'), 'text/csv;charset=utf-8', reportsCsv(await desk.all()));
  return (
    <section class="block report-buttons" aria-label={t('ledger.allActions')}>
      <button type="button" class="button" onClick={() => saveJson().catch(failed)}>
        {t('ledger.exportJson')}
      </button>
      <button type="button" class="button" onClick={() => saveCsv().catch(failed)}>
        {t('ledger.exportCsv')}
      </button>
      <ConfirmButton
        words={t('ledger.deleteAll')}
        question={t('ledger.deleteAllAsk', { count: ids.length })}
        onConfirm={() => desk.remove(ids).then(() => announce('ledger.deleted'), failed)}
      />
    </section>
  );
}
