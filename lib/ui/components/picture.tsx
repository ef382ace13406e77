import type { PageItem } from '../../messages/page-items';
import { usePicture } from '../hooks/use-picture';
import { isWords, itemName } from '../model/item-name';
import { previewUrl } from '../model/preview-url';
import { useView } from '../view-context';

type Props = {
  readonly item: PageItem;
  /** A thumbnail stands beside the item's name, so it needs no words of its own. */
  readonly thumbnail?: boolean;
};

/** The item from the address the page itself shows it from; a quiet mark where it cannot be shown. */
export function Picture({ item, thumbnail = false }: Props) {
  if (isWords(item)) return <Excerpt item={item} thumbnail={thumbnail} />;
  if (item.kind === 'image') return <Still item={item} thumbnail={thumbnail} />;
  return thumbnail ? <NoPicture thumbnail waiting={false} /> : <Player item={item} />;
}

/** How a text begins; a page as a whole has no beginning to show. */
function Excerpt({ item, thumbnail }: Required<Props>) {
  const words = item.excerpt ?? '';
  if (thumbnail)
    return (
      <span class="thumbnail excerpt-mark" aria-hidden="true">
        {item.kind === 'text' ? '¶' : '▭'}
      </span>
    );
  return words === '' ? null : (
    <blockquote class="excerpt" dir="auto">
      {words}
    </blockquote>
  );
}

/** Film or sound: nothing is fetched before a person presses play. */
function Player({ item }: { readonly item: PageItem }) {
  const src = previewUrl(item.mediaUrl);
  if (src === undefined) return <NoPicture thumbnail={false} waiting={false} />;
  return item.kind === 'video' ? (
    // biome-ignore lint/a11y/useMediaCaption: other people's film; there are no captions to give.
    <video class="picture-image" src={src} controls preload="none" />
  ) : (
    // biome-ignore lint/a11y/useMediaCaption: other people's sound; there are no captions to give.
    <audio class="picture-image" src={src} controls preload="none" />
  );
}

function Still({ item, thumbnail }: Required<Props>) {
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
