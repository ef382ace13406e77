import { useClipboard } from '../hooks/use-clipboard';
import { middleEllipsis } from '../model/middle-ellipsis';
import { useView } from '../view-context';

type Props = { readonly value: string; readonly chars?: number };

/** A number, code or hash: monospace, shortened in the middle, copied whole on a click. */
export function Copyable({ value, chars }: Props) {
  const { t } = useView();
  const { copy } = useClipboard();
  return (
    <button type="button" class="copyable" title={value} onClick={() => copy(value)}>
      <bdi>{middleEllipsis(value, chars)}</bdi>
      <span class="visually-hidden"> {t('common.clickToCopy')}</span>
    </button>
  );
}
