import type { PageItem } from '../../messages/page-items';
import { useView } from '../view-context';
import { CredentialActions } from './credential-actions';
import { CredentialStatus } from './credential-status';
import { HistoryView } from './history-view';
import { useHistory } from './use-history';

type Props = {
  readonly item: PageItem;
  readonly layout?: 'list' | 'page';
};

/** What is known of an item's Content Credentials: their state, what can be asked for, and their history. */
export function CredentialSection({ item, layout = 'list' }: Props) {
  const { t } = useView();
  const { credential } = item.inspection;
  if (credential === undefined) return null;
  return (
    <section class="block" aria-labelledby="credential-title">
      <h2 id="credential-title">{t('signal.c2pa')}</h2>
      <CredentialStatus credential={credential}>
        <CredentialActions item={item} credential={credential} />
      </CredentialStatus>
      <History item={item} layout={layout} />
    </section>
  );
}

function History({ item, layout }: Required<Props>) {
  const { t, services, announce } = useView();
  const state = useHistory(item);
  const open = () => services.openHistory(item).catch(() => announce('common.failed'));
  if (state.kind === 'loading') return <p class="muted">{t('history.loading')}</p>;
  if (state.kind === 'failed') return <p class="muted">{t('history.failed')}</p>;
  if (state.graph === undefined) return null;
  return (
    <div class="history-section">
      <h3>{t('history.title')}</h3>
      <HistoryView graph={state.graph} layout={layout} />
      {layout === 'list' && (
        <button type="button" class="button" onClick={open}>
          {t('history.open')}
        </button>
      )}
    </div>
  );
}
