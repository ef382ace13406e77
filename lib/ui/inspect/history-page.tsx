import type { TabPage } from '../../messages/page-items';
import { Brand } from '../components/brand';
import { Note } from '../components/note';
import { WithPage } from '../components/page-notes';
import { usePage } from '../hooks/use-page';
import { itemName } from '../model/item-name';
import { ItemHeadline } from '../panel/item-headline';
import { useKeptItem } from '../panel/use-kept-item';
import { CredentialSection } from '../provenance/credential-section';
import { useView } from '../view-context';
import '../panel/panel.css';
import './inspect.css';

/** The history of one item of a page on a page of its own. */
export function HistoryPage({ itemId }: { readonly itemId: string }) {
  const state = usePage();
  return (
    <div class="inspect">
      <header class="top">
        <Brand />
      </header>
      <main>
        <WithPage state={state}>{(page) => <ItemHistory page={page} itemId={itemId} />}</WithPage>
      </main>
    </div>
  );
}

function ItemHistory({ page, itemId }: { readonly page: TabPage; readonly itemId: string }) {
  const { t } = useView();
  const item = useKeptItem(page, itemId);
  if (item === undefined) return <Note title={t('item.gone')} hint={t('inspect.goneHint')} />;
  return (
    <article class="item file" aria-label={itemName(item) ?? t('item.untitled')}>
      <ItemHeadline item={item} />
      <CredentialSection item={item} layout="page" />
    </article>
  );
}
