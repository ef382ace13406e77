import { useView } from '../view-context';
import { ListRefresh } from './list-refresh';
import { OwnAnchors } from './own-anchors';
import { PublishedLists } from './published-lists';
import type { TrustDesk } from './trust-desk';
import { useTrust } from './use-trust';
import './trust.css';

/** Whom to trust as a signer: the published lists, their refresh, and the person's own anchors. */
export function TrustSection({ desk }: { readonly desk: TrustDesk }) {
  const { t } = useView();
  const trust = useTrust(desk);
  return (
    <section class="field trust" aria-labelledby="trust-title">
      <h2 id="trust-title">{t('trust.title')}</h2>
      <p class="muted small">{t('trust.hint')}</p>
      {trust === undefined ? (
        <p class="muted">{t('common.loading')}</p>
      ) : (
        <>
          <PublishedLists trust={trust} />
          <ListRefresh trust={trust} />
          <OwnAnchors trust={trust} />
        </>
      )}
    </section>
  );
}
