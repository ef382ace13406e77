import type { TabPage } from '../../messages/page-items';
import { AiServiceNote } from '../components/ai-service-note';
import { DocumentNote } from '../components/document-note';
import { DocumentResults } from '../components/document-results';
import { ItemList } from '../components/item-list';
import { EmptyNote } from '../components/page-notes';
import { PageRest } from '../components/page-rest';
import { ReportsLink } from '../components/reports-link';
import { pageSummary } from '../model/page-summary';
import { useView } from '../view-context';
import { NamedManifests } from './named-manifests';

type Props = { readonly page: TabPage; readonly onOpen: (itemId: string) => void };

/** All labelled items of the page, and what became of the others. */
export function ListView({ page, onOpen }: Props) {
  const { t } = useView();
  const summary = pageSummary(page);
  return (
    <>
      <AiServiceNote url={page.url} />
      {page.items.length === 0 ? (
        <DocumentNote page={page.url}>
          <EmptyNote summary={summary} />
        </DocumentNote>
      ) : (
        <>
          <h1 class="list-title" tabIndex={-1}>
            {t('page.list')}
          </h1>
          <ItemList items={page.items} onOpen={onOpen} />
        </>
      )}
      <DocumentResults page={page.url} />
      <NamedManifests page={page} />
      <PageRest summary={summary} />
      <p class="rest">
        <ReportsLink class="link" />
      </p>
    </>
  );
}
