import type { KeptDraft } from '../../reports/ledger/database';
import { Tag } from '../components/tag';
import { localTime } from '../model/local-time';
import { useView } from '../view-context';
import type { LedgerDesk } from './ledger-desk';
import { useLedger } from './use-reports';

/** Reports that were begun and not sent: gone on with on their page, or given up. */
export function DraftList({ desk }: { readonly desk: LedgerDesk }) {
  const state = useLedger(desk.drafts);
  const drafts = state.kind === 'loaded' ? state.value : [];
  return drafts.length === 0 ? null : (
    <ul class="plain report-drafts">
      {drafts.map((draft) => (
        <li key={draft.key}>
          <Draft desk={desk} draft={draft} />
        </li>
      ))}
    </ul>
  );
}

function Draft({ desk, draft }: { readonly desk: LedgerDesk; readonly draft: KeptDraft }) {
  const { t, language, announce } = useView();
  const { key, at, pageUrl } = draft;
  const failed = () => announce('common.failed');
  return (
    <>
      <span class="item-words">
        <span>
          <Tag>{t('ledger.state.draft')}</Tag> <span class="muted small">{localTime(at, language)}</span>
        </span>
        <bdi class="item-name">{pageUrl ?? key}</bdi>
      </span>
      {pageUrl !== undefined && (
        <button type="button" class="link" onClick={() => desk.openPage(pageUrl).catch(failed)}>
          {t('ledger.openPage')}
        </button>
      )}
      <button type="button" class="link" onClick={() => desk.dropDraft(key).catch(failed)}>
        {t('ledger.discard')}
      </button>
    </>
  );
}
