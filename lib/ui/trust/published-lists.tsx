import { Fact, Facts } from '../components/facts';
import { Tag } from '../components/tag';
import { useView } from '../view-context';
import { TextIntake } from './text-intake';
import type { KnownList } from './trust-desk';
import type { Trust } from './use-trust';

/** The published lists: which are there, what they cover; missing ones can be loaded from files. */
export function PublishedLists({ trust }: { readonly trust: Trust }) {
  const { t, announce } = useView();
  const { lists } = trust.state;
  const missing = lists.filter(({ state }) => state === 'missing');
  const load = async (texts: readonly string[]) => {
    const taken = await trust.change((desk) => desk.loadLists(texts));
    if (taken !== undefined)
      announce(taken > 0 ? 'trust.listsTaken' : 'trust.listsRefused', { count: taken });
    return taken !== undefined && taken > 0;
  };
  return (
    <>
      {missing.length === lists.length && <p>{t('trust.noLists')}</p>}
      <ul class="plain trust-lists">
        {lists.map((list) => (
          <PublishedList key={list.id} list={list} />
        ))}
      </ul>
      {missing.length > 0 && (
        <div class="trust-load">
          <p>{t('trust.loadHint')}</p>
          <ul class="trust-addresses">
            {missing.flatMap(({ addresses }) =>
              addresses.map((address) => (
                <li key={address}>
                  <code>{address}</code>
                </li>
              )),
            )}
          </ul>
          <TextIntake id="trust-lists" label={t('trust.loadLists')} onTexts={load} />
        </div>
      )}
    </>
  );
}

function PublishedList({ list }: { readonly list: KnownList }) {
  const { t } = useView();
  const { id, state, count, issued, licence, attribution } = list;
  return (
    <li class="trust-list">
      <h3>
        {t(`trust.list.${id}`)} <Tag>{t(`trust.state.${state}`)}</Tag>
      </h3>
      <p class="muted small">{t(`trust.covers.${id}`)}</p>
      {state !== 'missing' && (
        <Facts>
          <Fact name={t('trust.count')}>{t('trust.certificates', { count })}</Fact>
          {state !== 'refreshed' && <Fact name={t('trust.issued')}>{issued}</Fact>}
          <Fact name={t('trust.licence')}>
            {licence} · {attribution}
          </Fact>
        </Facts>
      )}
    </li>
  );
}
