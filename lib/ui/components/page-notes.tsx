import type { ComponentChildren } from 'preact';
import type { TabPage } from '../../messages/page-items';
import { siteOf } from '../../settings/site';
import type { PageState } from '../hooks/use-page';
import type { PageSummary } from '../model/page-summary';
import { useView } from '../view-context';
import { DocumentNote } from './document-note';
import { Note } from './note';

type Props = {
  readonly state: PageState;
  readonly children: (page: TabPage) => ComponentChildren;
};

/** Shows a page's content where there is one to show; otherwise says which kind of nothing it is. */
export function WithPage({ state, children }: Props) {
  const { t } = useView();
  if (state.kind === 'loading') return <p class="note muted">{t('common.loading')}</p>;
  if (state.kind === 'failed') return <Note title={t('common.failed')} />;
  if (state.page === undefined) {
    return (
      <DocumentNote page={undefined}>
        <Note title={t('page.none')} hint={t('page.noneHint')} />
      </DocumentNote>
    );
  }
  if (state.page.paused) return <PausedNote page={state.page} />;
  return <>{children(state.page)}</>;
}

function PausedNote({ page }: { readonly page: TabPage }) {
  const { t } = useView();
  const title = t('page.paused', { site: siteOf(page.url) ?? page.url });
  return <Note title={title} hint={t('page.pausedHint')} />;
}

/** What stands where a page has no labelled items. */
export function EmptyNote({ summary }: { readonly summary: PageSummary }) {
  const { t } = useView();
  return summary.total === 0 ? (
    <Note title={t('page.nothing')} hint={t('page.nothingHint')} />
  ) : (
    <Note title={t('page.noLabels')} hint={t('page.noLabelsHint')} />
  );
}
