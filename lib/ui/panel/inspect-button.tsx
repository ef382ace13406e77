import type { PageItem } from '../../messages/page-items';
import { readAddress } from '../model/given-input';
import { isWords } from '../model/item-name';
import { useView } from '../view-context';

/** What takes the whole file (its hash, its pixels) is looked at on the Inspect page. */
export function InspectButton({ item }: { readonly item: PageItem }) {
  const { t, services, announce } = useView();
  if (isWords(item) || readAddress(item.mediaUrl) === undefined) return null;
  const open = () => services.openInspect(item).catch(() => announce('common.failed'));
  return (
    <button type="button" class="button" onClick={open}>
      {t('inspect.open')}
    </button>
  );
}
