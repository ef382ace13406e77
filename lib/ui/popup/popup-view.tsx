import type { TabPage } from '../../messages/page-items';
import { siteOf } from '../../settings/site';
import { AiServiceNote } from '../components/ai-service-note';
import { Brand } from '../components/brand';
import { DocumentNote } from '../components/document-note';
import { ItemList } from '../components/item-list';
import { EmptyNote, WithPage } from '../components/page-notes';
import { PageRest } from '../components/page-rest';
import { ReportsLink } from '../components/reports-link';
import { usePage } from '../hooks/use-page';
import { pageSummary } from '../model/page-summary';
import { useView } from '../view-context';
import { PauseButton } from './pause-button';
import './popup.css';

/** The toolbar button's popup: what this page holds, and pausing on its site. */
export function PopupView() {
  const { t, services } = useView();
  const state = usePage();
  const page = state.kind === 'loaded' ? state.page : undefined;
  const site = page === undefined ? undefined : siteOf(page.url);
  return (
    <div class="popup">
      <header class="top">
        <Brand />
        {site !== undefined && (
          <p class="top-counts">
            <bdi>{site}</bdi>
          </p>
        )}
      </header>
      <main>
        <WithPage state={state}>{(loaded) => <PopupPage page={loaded} />}</WithPage>
      </main>
      <footer class="popup-foot">
        {site !== undefined && <PauseButton site={site} />}
        <ReportsLink class="button" />
        <button type="button" class="button" onClick={() => services.openInspect()}>
          {t('common.inspect')}
        </button>
        <button type="button" class="button" onClick={() => services.openOptions()}>
          {t('common.options')}
        </button>
      </footer>
    </div>
  );
}

function PopupPage({ page }: { readonly page: TabPage }) {
  const { t, services } = useView();
  const summary = pageSummary(page);
  // The panel opens within the click that asks for it (a user gesture does not outlive an await).
  const open = (itemId: string) => {
    const opened = services.openPanel(itemId);
    void Promise.allSettled([opened, services.revealItem(itemId)]).then(() => window.close());
  };
  return (
    <>
      <AiServiceNote url={page.url} />
      {page.items.length === 0 ? (
        <DocumentNote page={page.url}>
          <EmptyNote summary={summary} />
        </DocumentNote>
      ) : (
        <>
          <h1 class="list-title">{t('counts.ai', { count: summary.ai })}</h1>
          <ItemList items={page.items} onOpen={open} />
        </>
      )}
      <PageRest summary={summary} />
    </>
  );
}
