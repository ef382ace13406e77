import type { PageItem } from '../../messages/page-items';
import { useClipboard } from '../hooks/use-clipboard';
import { evidenceJson, fileName } from '../model/evidence-file';
import { useView } from '../view-context';

type Props = { readonly item: PageItem; readonly gone: boolean; readonly onReport: () => void };

/** What can be done with the evidence. One primary action. */
export function ItemActions({ item, gone, onReport }: Props) {
  const { t, services } = useView();
  const { copy, save } = useClipboard();
  const json = () => evidenceJson(item, services.now(), services.version());
  const name = () => fileName('evidence', item.pageUrl, services.now(), 'json');
  return (
    <section class="actions" aria-label={t('item.actions')}>
      <button type="button" class="button primary" onClick={onReport}>
        {t('item.report')}
      </button>
      {!gone && <RevealButton item={item} />}
      <button type="button" class="button" onClick={() => copy(json())}>
        {t('item.copyJson')}
      </button>
      <button type="button" class="button" onClick={() => save(name(), 'application/json', json())}>
        {t('item.saveJson')}
      </button>
    </section>
  );
}

function RevealButton({ item }: { readonly item: PageItem }) {
  const { t, services, announce } = useView();
  const reveal = () => services.revealItem(item.id).catch(() => announce('item.revealFailed'));
  return (
    <button type="button" class="button" onClick={reveal}>
      {t('item.reveal')}
    </button>
  );
}
