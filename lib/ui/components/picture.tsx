import type { PageItem } from '../../messages/page-items';
import { usePicture } from '../hooks/use-picture';
import { itemName } from '../model/item-name';
import { useView } from '../view-context';

type Props = {
  readonly item: PageItem;
  /** A thumbnail stands beside the item's name, so it needs no words of its own. */
  readonly thumbnail?: boolean;
};

/** The item's picture from the address the page itself shows it from; a quiet mark where it cannot be shown. */
export function Picture({ item, thumbnail = false }: Props) {
  const { t } = useView();
  const { source, onError } = usePicture(item.mediaUrl);
  if (source.kind !== 'ready') return <NoPicture thumbnail={thumbnail} waiting={source.kind === 'waiting'} />;
  const alt = thumbnail ? '' : t('item.picture', { name: itemName(item) ?? t('item.untitled') });
  return (
    <img
      class={thumbnail ? 'thumbnail' : 'picture-image'}
      src={source.src}
      alt={alt}
      loading="lazy"
      decoding="async"
      referrerpolicy="no-referrer"
      onError={onError}
    />
  );
}

function NoPicture({ thumbnail, waiting }: { readonly thumbnail: boolean; readonly waiting: boolean }) {
  const { t } = useView();
  if (thumbnail) return <span class="thumbnail no-picture" aria-hidden="true" />;
  return <p class="picture-image no-picture">{waiting ? '' : t('item.noPreview')}</p>;
}
