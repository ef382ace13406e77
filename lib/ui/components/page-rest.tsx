import { RECHECK_REASONS } from '../../messages/page-items';
import type { NotCheckedReason } from '../../verdict/verdict';
import type { PageSummary } from '../model/page-summary';
import { useView } from '../view-context';

/** What was not labelled, said apart: nothing found, unreadable, not looked at and why. */
export function PageRest({ summary }: { readonly summary: PageSummary }) {
  const { t } = useView();
  const { noLabel, unreadable, notChecked } = summary;
  if (noLabel + unreadable + notChecked.length === 0) return null;
  return (
    <section class="rest" aria-labelledby="rest-title">
      <h2 id="rest-title" class="visually-hidden">
        {t('page.rest')}
      </h2>
      <ul class="plain">
        {noLabel > 0 && <li>{t('counts.noLabel', { count: noLabel })}</li>}
        {unreadable > 0 && <li>{t('counts.unreadable', { count: unreadable })}</li>}
        {notChecked.map(({ reason, count }) => (
          <NotChecked key={reason} reason={reason} count={count} />
        ))}
      </ul>
    </section>
  );
}

/** A reason with what a person can do about it. */
function NotChecked({ reason, count }: { readonly reason: NotCheckedReason; readonly count: number }) {
  const { t, services } = useView();
  const asked = RECHECK_REASONS.find((each) => each === reason);
  return (
    <li>
      {t('counts.notChecked', { count, reason: t(`notChecked.${reason}`) })}
      {asked !== undefined && (
        <button type="button" class="link" onClick={() => void services.recheck(asked)}>
          {t(asked === 'needs-sign-in' ? 'recheck.cookies' : 'recheck.now')}
        </button>
      )}
    </li>
  );
}
