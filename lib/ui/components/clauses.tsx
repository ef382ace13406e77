import type { Citation, Jurisdiction } from '../../rules/jurisdiction';
import type { Language } from '../../rules/localized';
import { useView } from '../view-context';
import { Fold } from './fold';

type Group = {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly clauses: readonly string[];
};

/** Clauses with the instruments they stand in, the first in sight, the others behind a fold. */
export function Clauses({ cites }: { readonly cites: readonly Citation[] }) {
  const { t, jurisdiction, language } = useView();
  const [first, ...others] = groups(cites, jurisdiction, language);
  return (
    <>
      {first !== undefined && <Clause group={first} />}
      {others.length > 0 && (
        <Fold summary={t('item.moreBasis', { count: others.length })}>
          {() => (
            <ul class="plain clauses">
              {others.map((group) => (
                <li key={group.id}>
                  <Clause group={group} />
                </li>
              ))}
            </ul>
          )}
        </Fold>
      )}
    </>
  );
}

/** One instrument as a link to where it can be read, and its clauses as its own language numbers them. */
function Clause({ group }: { readonly group: Group }) {
  const { language } = useView();
  const clauses = group.clauses.join(language === 'en' ? ', ' : '、');
  return (
    <>
      <a href={group.url} target="_blank" rel="noreferrer">
        {group.title}
      </a>{' '}
      <span lang={/\p{Script=Han}/u.test(clauses) ? 'zh-CN' : undefined}>{clauses}</span>
    </>
  );
}

/** The clauses of one instrument stand behind its title once, in the order the rule pack cites them. */
function groups(cites: readonly Citation[], pack: Jurisdiction, language: Language): readonly Group[] {
  const ids = [...new Set(cites.map(({ source }) => source))];
  return ids.flatMap((id) => {
    const source = pack.sources.find((one) => one.id === id);
    const clauses = cites.filter((cite) => cite.source === id).map(({ clause }) => clause);
    return source === undefined ? [] : [{ id, title: source.title[language], url: source.url, clauses }];
  });
}
