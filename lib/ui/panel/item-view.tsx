import type { PageItem } from '../../messages/page-items';
import { Fold } from '../components/fold';
import { LongText } from '../components/long-text';
import { useCheckedItem } from '../hooks/use-checked-item';
import { proofOf } from '../model/leading-finding';
import { CredentialSection } from '../provenance/credential-section';
import { useView } from '../view-context';
import { Conflicts } from './conflicts';
import { Findings } from './findings';
import { InspectButton } from './inspect-button';
import { ItemActions } from './item-actions';
import { ItemFacts } from './item-facts';
import { ItemHeadline } from './item-headline';
import { LabelShown } from './label-shown';

type Props = {
  readonly item: PageItem;
  /** The page no longer has it. */
  readonly gone: boolean;
  readonly onBack: () => void;
  readonly onReport: () => void;
};

/** The evidence on one item: verdict, how it is known, who made it, why, what that proves, and what to do. */
export function ItemView({ item: given, gone, onBack, onReport }: Props) {
  const { t } = useView();
  const item = useCheckedItem(given);
  return (
    <article class="item" aria-labelledby="item-title">
      <button type="button" class="back" onClick={onBack}>
        <span aria-hidden="true">‹</span> {t('common.back')}
      </button>
      {gone && <p class="gone muted">{t('item.gone')}</p>}
      <ItemHeadline item={item} />
      <ItemFacts item={item} />
      <LabelShown item={item} onReport={onReport} />
      <Conflicts item={item} />
      <Findings item={item} />
      <CredentialSection item={item} />
      <Proof item={item} />
      <section class="block">
        <Fold summary={t('item.raw')}>{() => <LongText text={JSON.stringify(item, null, 2)} mono />}</Fold>
        <InspectButton item={item} />
      </section>
      <ItemActions item={item} gone={gone} onReport={onReport} />
    </article>
  );
}

function Proof({ item }: { readonly item: PageItem }) {
  const { t } = useView();
  return (
    <section class="block">
      <h2>{t('item.proof')}</h2>
      <p>{t(`proof.${proofOf(item.inspection.verdict)}`)}</p>
    </section>
  );
}
