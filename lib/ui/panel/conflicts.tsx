import type { PageItem } from '../../messages/page-items';
import { Copyable } from '../components/copyable';
import { conflictsOf } from '../model/conflicts';
import { useView } from '../view-context';

/** Where the file contradicts itself. Shown, never resolved. */
export function Conflicts({ item }: { readonly item: Pick<PageItem, 'inspection'> }) {
  const { t } = useView();
  const conflicts = conflictsOf(item, t);
  if (conflicts.length === 0) return null;
  return (
    <section class="block conflicts" aria-labelledby="conflicts-title">
      <h2 id="conflicts-title">{t('item.conflicts')}</h2>
      <ul class="plain">
        {conflicts.map(({ id, words, value }) => (
          <li key={id}>
            {words}
            {value !== undefined && value !== '' && (
              <>
                <br />
                <Copyable value={value} chars={40} />
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
