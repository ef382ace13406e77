import type { PageItem } from '../../messages/page-items';
import { useView } from '../view-context';

type Props = { readonly item: Pick<PageItem, 'pageShowsLabel'>; readonly onReport: () => void };

/** Whether the page shows a label of its own near what its file says is AI: with what was looked for, and without blame. */
export function LabelShown({ item: { pageShowsLabel }, onReport }: Props) {
  const { t } = useView();
  if (pageShowsLabel === undefined) return null;
  return (
    <section class="block" aria-labelledby="shown-title">
      <h2 id="shown-title">{t('shown.title')}</h2>
      <p>{t(`shown.${pageShowsLabel}`)}</p>
      {pageShowsLabel !== 'yes' && <p class="muted small">{t('shown.looked')}</p>}
      {pageShowsLabel === 'no' && (
        <button type="button" class="button" onClick={onReport}>
          {t('shown.report')}
        </button>
      )}
    </section>
  );
}
