import { useState } from 'preact/hooks';
import { withoutReminder, withReminder } from '../../reports/ledger/entry-changes';
import { endOfTerm, termsIn } from '../../reports/ledger/terms';
import type { ReportTermRow } from '../../rules/report-term-row';
import { Tag } from '../components/tag';
import { faultWords } from '../model/fault-words';
import { localTime } from '../model/local-time';
import { useView } from '../view-context';
import type { PartProps } from './report-detail';

/** Dates: the person's own reminders, and what the law profile says about time, each with its source. */
export function TermsSection({ desk, entry }: PartProps) {
  const { t } = useView();
  const terms = termsIn(entry.submission.profile);
  return (
    <section class="block" aria-labelledby="terms-title">
      <h2 id="terms-title">{t('ledger.terms')}</h2>
      <Reminders desk={desk} entry={entry} />
      <ReminderForm desk={desk} entry={entry} />
      {terms.length === 0 && <p class="muted">{t('ledger.noTerms')}</p>}
      <ul class="plain report-terms">
        {terms.map((term) => (
          <li key={term.id}>
            <Term term={term} from={entry.submission.confirmedAt} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Term({ term, from }: { readonly term: ReportTermRow; readonly from: string }) {
  const { t, language } = useView();
  const { status, title, clause, says, months, source, checkedAt, confidence } = term;
  const end = months === undefined ? undefined : endOfTerm(from, months);
  return (
    <>
      <p>
        <a href={source} target="_blank" rel="noreferrer">
          {title[language]}
        </a>{' '}
        {clause[language]} <Tag strong={status === 'draft'}>{t(`ledger.term.${status}`)}</Tag>
      </p>
      <p>{says[language]}</p>
      {end !== undefined && <p>{t('ledger.termEnd', { date: end })}</p>}
      <p class="muted small">{t('ledger.termSource', { date: checkedAt, confidence })}</p>
    </>
  );
}

function Reminders({ desk, entry }: PartProps) {
  const { t, language, announce } = useView();
  const now = desk.instant().ms;
  const drop = (id: string) =>
    desk
      .change(entry.id, (current) => withoutReminder(current, id, desk.instant()))
      .catch((error: unknown) => announce(faultWords(error, 'common.failed')));
  return (
    <ul class="plain report-reminders">
      {entry.reminders.map(({ id, due, words }) => (
        <li key={id}>
          <span>
            {localTime(due, language)} <bdi>{words}</bdi>{' '}
            {Date.parse(due) <= now && <Tag strong>{t('ledger.due')}</Tag>}
          </span>
          <button type="button" class="link" onClick={() => drop(id)}>
            {t('ledger.done')}
          </button>
        </li>
      ))}
    </ul>
  );
}

function ReminderForm({ desk, entry }: PartProps) {
  const { t, services, announce } = useView();
  const [day, setDay] = useState('');
  const [words, setWords] = useState('');
  const at = new Date(`${day}T09:00`);
  const isDay = !Number.isNaN(at.getTime());
  const add = async (event: Event) => {
    event.preventDefault();
    if (!isDay) return;
    // Asked for within the click; the reminder stands in the list, whatever is answered.
    const asked = desk.allowNotifications().catch(() => false);
    const reminder = { id: services.newId(), due: at.toISOString(), words: words.trim() };
    await desk
      .change(entry.id, (now) => withReminder(now, reminder, desk.instant()))
      .then(
        () => setWords(''),
        (error: unknown) => announce(faultWords(error, 'common.failed')),
      );
    await asked;
  };
  return (
    <form class="report-form" onSubmit={add}>
      <label for="reminder-day">{t('ledger.remind')}</label>
      <div class="add-site-row">
        <input
          id="reminder-day"
          type="date"
          value={day}
          onInput={(event) => setDay(event.currentTarget.value)}
        />
        <input
          aria-label={t('ledger.remindWords')}
          placeholder={t('ledger.remindWords')}
          value={words}
          onInput={(event) => setWords(event.currentTarget.value)}
        />
        <button type="submit" class="button" disabled={!isDay}>
          {t('ledger.add')}
        </button>
      </div>
    </form>
  );
}
