import type { Citation, Jurisdiction } from '../../rules/jurisdiction';
import { useView } from '../view-context';

type Group = {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly clauses: readonly string[];
};

/** Clauses with the instruments they stand in, each a link to where it can be read. */
export function Clauses({ cites }: { readonly cites: readonly Citation[] }) {
  const { jurisdiction, language } = useView();
  return (
    <ul class="plain clauses">
      {groups(cites, jurisdiction, language).map(({ id, title, url, clauses }) => (
        <li key={id}>
          <a href={url} target="_blank" rel="noreferrer">
            {title}
          </a>{' '}
          <span lang="zh-CN">{clauses.join('、')}</span>
        </li>
      ))}
    </ul>
  );
}

/** The clauses of one instrument stand behind its title once. */
function groups(cites: readonly Citation[], pack: Jurisdiction, language: 'zh-CN' | 'en'): readonly Group[] {
  return pack.sources.flatMap(({ id, title, url }) => {
    const clauses = cites.filter(({ source }) => source === id).map(({ clause }) => clause);
    return clauses.length === 0 ? [] : [{ id, title: title[language], url, clauses }];
  });
}
