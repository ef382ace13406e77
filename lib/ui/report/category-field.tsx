import {
  basesIn,
  type CategoryBasis,
  reportCategories,
  reportCategory,
  reportSource,
} from '../../reports/categories';
import type { Localized } from '../../rules/localized';
import { Tag } from '../components/tag';
import { useView } from '../view-context';
import type { FieldProps } from './field-props';

/** What the report is about, with what the category means and rests on. */
export function CategoryField({ edit, change }: FieldProps) {
  const { t, language, jurisdiction } = useView();
  const chosen = reportCategory(edit.categoryId);
  const bases = basesIn(chosen, jurisdiction.id);
  return (
    <div class="block field">
      <label for="report-category">{t('report.category')}</label>
      <select
        id="report-category"
        value={chosen.id}
        aria-describedby="report-category-hint"
        onChange={(event) => change({ categoryId: event.currentTarget.value, evidence: { kind: 'none' } })}
      >
        {reportCategories.map(({ id, name }, index) => (
          <option key={id} value={id}>
            {index + 1}. {name[language]}
          </option>
        ))}
      </select>
      <p id="report-category-hint" class="muted small">
        {chosen.meaning[language]}
      </p>
      <p class="muted small">{t('report.helps', { text: chosen.evidenceHelps[language] })}</p>
      {bases.length > 0 && <Bases bases={bases} />}
    </div>
  );
}

function Bases({ bases }: { readonly bases: readonly CategoryBasis[] }) {
  const { t, language } = useView();
  return (
    <ul class="plain small clauses" aria-label={t('report.basis')}>
      {[...grouped(bases)].map(([key, { source, confirmed, clauses }]) => (
        <li key={key}>
          <Instrument id={source} />{' '}
          {clauses.map((clause) => clause[language]).join(language === 'en' ? ', ' : '、')}{' '}
          {!confirmed && <Tag>{t('report.unconfirmed')}</Tag>}
        </li>
      ))}
    </ul>
  );
}

function Instrument({ id }: { readonly id: string }) {
  const { language } = useView();
  const instrument = reportSource(id);
  return instrument === undefined ? null : (
    <a href={instrument.url} target="_blank" rel="noreferrer">
      {instrument.title[language]}
    </a>
  );
}

type Group = Omit<CategoryBasis, 'clause'> & { readonly clauses: readonly Localized[] };

/** Clauses of one instrument stand together, confirmed and unconfirmed apart. */
function grouped(bases: readonly CategoryBasis[]): ReadonlyMap<string, Group> {
  const groups = new Map<string, Group>();
  for (const { source, clause, confirmed } of bases) {
    const key = `${source} ${confirmed}`;
    const clauses = [...(groups.get(key)?.clauses ?? []), clause];
    groups.set(key, { source, confirmed, clauses });
  }
  return groups;
}
