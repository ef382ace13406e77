import { useRef, useState } from 'preact/hooks';
import type { PageItem, TabPage } from '../../messages/page-items';
import { Brand } from '../components/brand';
import { WithPage } from '../components/page-notes';
import { useFocusOnTurn } from '../hooks/use-focus-on-turn';
import { usePage } from '../hooks/use-page';
import { pageSummary } from '../model/page-summary';
import { ReportView } from '../report/report-view';
import { type ReportEdits, useReportEdits } from '../report/use-report-edits';
import { useView } from '../view-context';
import { ItemView } from './item-view';
import { ListView } from './list-view';
import { type HoldPage, useHeldPage } from './use-held-page';
import { useKeptItem } from './use-kept-item';
import { type KeptRoutes, type PanelRoute, usePanelRoute } from './use-panel-route';
import './panel.css';

/**
 * The side panel, also used as a page of its own: the labelled items of a page, the evidence on one, a report on it.
 *
 * @param initialItem item to begin with, where the address names one
 */
export function PanelView({ initialItem }: { readonly initialItem?: string | undefined }) {
  const { state, hold } = useHeldPage(usePage());
  const edits = useReportEdits();
  const [routes] = useState<KeptRoutes>(() => new Map());
  return (
    <div class="panel">
      <header class="top">
        <Brand />
        {state.kind === 'loaded' && state.page !== undefined && <HeaderCounts page={state.page} />}
      </header>
      <main>
        <WithPage state={state}>
          {(page) => (
            <PanelPage
              key={page.tabId}
              page={page}
              initialItem={initialItem}
              routes={routes}
              edits={edits}
              hold={hold}
            />
          )}
        </WithPage>
      </main>
    </div>
  );
}

function HeaderCounts({ page }: { readonly page: TabPage }) {
  const { t } = useView();
  const { ai, noLabel } = pageSummary(page);
  return (
    <p class="top-counts">
      {t('counts.aiShort', { count: ai })}
      {noLabel > 0 && ` · ${t('counts.noLabelShort', { count: noLabel })}`}
    </p>
  );
}

type PageProps = {
  readonly page: TabPage;
  readonly initialItem: string | undefined;
  readonly routes: KeptRoutes;
  readonly edits: ReportEdits;
  readonly hold: HoldPage;
};

function PanelPage({ page, initialItem, routes, edits, hold }: PageProps) {
  const [route, go] = usePanelRoute(page, initialItem, routes);
  const content = useRef<HTMLDivElement>(null);
  useFocusOnTurn(route.view === 'list' ? 'list' : `${route.view} ${route.itemId}`, content);
  const item = useKeptItem(page, route.view === 'list' ? undefined : route.itemId);
  return (
    <div ref={content}>
      {item === undefined ? (
        <ListView page={page} onOpen={(itemId) => go({ view: 'item', itemId })} />
      ) : (
        <OpenItem page={page} item={item} route={route} go={go} edits={edits} hold={hold} />
      )}
    </div>
  );
}

type OpenProps = {
  readonly page: TabPage;
  readonly item: PageItem;
  readonly route: PanelRoute;
  readonly go: (route: PanelRoute) => void;
  readonly edits: ReportEdits;
  readonly hold: HoldPage;
};

function OpenItem({ page, item, route, go, edits, hold }: OpenProps) {
  const gone = !page.items.some(({ id }) => id === item.id);
  return route.view === 'report' ? (
    <ReportView
      page={page}
      item={item}
      edits={edits}
      onForm={(url) => hold(page, url)}
      onBack={() => go({ view: 'item', itemId: item.id })}
    />
  ) : (
    <ItemView
      item={item}
      gone={gone}
      onBack={() => go({ view: 'list' })}
      onReport={() => go({ view: 'report', itemId: item.id })}
    />
  );
}
