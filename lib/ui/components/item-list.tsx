import type { PageItem } from '../../messages/page-items';
import { assuranceWords, signalWords } from '../model/finding-words';
import { itemName } from '../model/item-name';
import { leadingFinding } from '../model/leading-finding';
import { useView } from '../view-context';
import { LabelChip } from './label-chip';
import { Picture } from './picture';

type Props = { readonly items: readonly PageItem[]; readonly onOpen: (id: string) => void };

/** The labelled items of a page: thumbnail, state in sign and words, and how far it can be trusted. */
export function ItemList({ items, onOpen }: Props) {
  return (
    <ul class="plain item-list">
      {items.map((item) => (
        <li key={item.id}>
          <button type="button" class="item-row" onClick={() => onOpen(item.id)}>
            <Picture item={item} thumbnail />
            <ItemWords item={item} />
          </button>
        </li>
      ))}
    </ul>
  );
}

function ItemWords({ item }: { readonly item: PageItem }) {
  const { t } = useView();
  const lead = leadingFinding(item.inspection.verdict);
  return (
    <span class="item-words">
      <LabelChip plan={item.label} />
      <bdi class="item-name">{itemName(item) ?? t('item.untitled')}</bdi>
      {lead !== undefined && (
        <span class="muted item-how">
          {(item.kind !== 'image' || item.as !== undefined) && `${t(`medium.${item.as ?? item.kind}`)} · `}
          {signalWords(lead, t)}
          {item.label.badge !== 'broken' && ` · ${assuranceWords(lead, t)}`}
        </span>
      )}
    </span>
  );
}
