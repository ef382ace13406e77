import { useState } from 'preact/hooks';
import { reportCategories, reportCategory } from '../../reports/categories';
import { REPORT_STATES } from '../../reports/ledger/entry';
import { findReports, type ReportFilter } from '../../reports/ledger/find-reports';
import type { ReportSummary } from '../../reports/ledger/summary';
import { useView } from '../view-context';
import { DraftList } from './draft-list';
import type { LedgerDesk } from './ledger-desk';
import { ListActions } from './list-actions';
import { ReportRow } from './report-row';

/** Rows put on screen at a time; a thousand of them would take longer to lay out than to read from disk. */
const PAGE_ROWS = 50;

const FILTERS: readonly ReportFilter[] = ['all', 'waiting', ...REPORT_STATES];

type Props = {
  readonly desk: LedgerDesk;
  readonly all: readonly ReportSummary[];
  readonly onOpen: (id: string) => void;
};

/** All reports, searched and filtered, the latest first. */
export function ReportList({ desk, all, onOpen }: Props) {
  const { t, language } = useView();
  const [words, setWords] = useState('');
  const [filter, setFilter] = useState<ReportFilter>('all');
  const [rows, setRows] = useState(PAGE_ROWS);
  const name = (id: string) => reportCategory(id).name[language];
  const now = desk.instant().ms;
  const found = findReports(all, { words, filter }, name, now);
  return (
    <>
      <h1 class="list-title" tabIndex={-1}>
        {t('ledger.title')}
      </h1>
      <search class="report-search">
        <input
          type="search"
          aria-label={t('ledger.search')}
          placeholder={t('ledger.search')}
          value={words}
          onInput={(event) => setWords(event.currentTarget.value)}
        />
        <select
          aria-label={t('ledger.filter')}
          value={filter}
          onChange={(event) => setFilter(filterOf(event.currentTarget.value))}
        >
          {FILTERS.map((each) => (
            <option key={each} value={each}>
              {t(`ledger.filter.${each}`)}
            </option>
          ))}
        </select>
      </search>
      <p class="muted small report-count" role="status">
        {all.length === 0 ? t('ledger.none') : t('ledger.count', { count: found.length })}
      </p>
      {(filter === 'all' || filter === 'draft') && <DraftList desk={desk} />}
      <ul class="plain report-rows">
        {found.slice(0, rows).map((summary) => (
          <li key={summary.id}>
            <ReportRow
              summary={summary}
              category={categoryName(summary, language)}
              now={now}
              onOpen={onOpen}
            />
          </li>
        ))}
      </ul>
      {found.length > rows && (
        <p class="block">
          <button type="button" class="button" onClick={() => setRows(rows + PAGE_ROWS)}>
            {t('ledger.more', { count: found.length - rows })}
          </button>
        </p>
      )}
      {all.length > 0 && <ListActions desk={desk} ids={all.map(({ id }) => id)} />}
    </>
  );
}

function filterOf(value: string): ReportFilter {
  return FILTERS.find((each) => each === value) ?? 'all';
}

function categoryName({ categoryId }: ReportSummary, language: 'zh-CN' | 'en'): string {
  const known = reportCategories.find(({ id }) => id === categoryId);
  return known?.name[language] ?? categoryId;
}
