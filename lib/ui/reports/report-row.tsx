import type { ReportSummary } from '../../reports/ledger/summary';
import { siteOf } from '../../settings/site';
import { Tag } from '../components/tag';
import { localTime } from '../model/local-time';
import { useView } from '../view-context';

type Props = {
  readonly summary: ReportSummary;
  readonly category: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly onOpen: (id: string) => void;
};

/** One report in the list: what about, to whom, when, and where it stands. */
export function ReportRow({ summary, category, now, onOpen }: Props) {
  const { t, language } = useView();
  const { id, pageTitle, pageUrl, recipient, state, delivery, confirmedAt, remindAt } = summary;
  const stuck = delivery === 'failed' || delivery === 'needs-action';
  return (
    <button type="button" class="item-row" onClick={() => onOpen(id)}>
      <span class="item-words">
        <span>
          <b>{category}</b> <Tag>{t(`ledger.state.${state}`)}</Tag>
          {remindAt !== undefined && Date.parse(remindAt) <= now && <Tag strong>{t('ledger.due')}</Tag>}
          {delivery !== undefined && delivery !== 'delivered' && (
            <Tag strong={stuck}>{t(`ledger.delivery.${delivery}`)}</Tag>
          )}
        </span>
        <bdi class="item-name">{pageTitle || pageUrl}</bdi>
        <span class="muted item-how">
          {recipient[language]} · {siteOf(pageUrl) ?? ''} · {localTime(confirmedAt, language)}
        </span>
      </span>
    </button>
  );
}
