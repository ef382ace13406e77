import { useState } from 'preact/hooks';
import type { PageItem } from '../../messages/page-items';
import { itemName } from '../model/item-name';
import { previewUrl } from '../model/preview-url';
import { useView } from '../view-context';

type Props = {
  readonly item: PageItem;
  /** A thumbnail stands beside the item's name, so it needs no words of its own. */
  readonly thumbnail?: boolean;
};

/** The item's picture from the address the page itself shows it from; a quiet mark where it cannot be shown. */
export function Picture({ item, thumbnail = false }: Props) {
  const { t } = useView();
  const [failed, setFailed] = useState<string | undefined>(undefined);
  const src = previewUrl(item.mediaUrl);
  if (src === undefined || failed === src) return <NoPicture thumbnail={thumbnail} />;
  const alt = thumbnail ? '' : t('item.picture', { name: itemName(item) ?? t('item.untitled') });
  return (
    <img
      class={thumbnail ? 'thumbnail' : 'picture-image'}
      src={src}
      alt={alt}
      loading="lazy"
      decoding="async"
      referrerpolicy="no-referrer"
      onError={() => setFailed(src)}
    />
  );
}

function NoPicture({ thumbnail }: { readonly thumbnail: boolean }) {
  const { t } = useView();
  return thumbnail ? (
    <span class="thumbnail no-picture" aria-hidden="true" />
  ) : (
    <p class="picture-image no-picture">{t('item.noPreview')}</p>
  );
}
