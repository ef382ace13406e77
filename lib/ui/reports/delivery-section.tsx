import { useState } from 'preact/hooks';
import { isToken } from '../../reports/ledger/tokens';
import type { Delivery, Problem } from '../../reports/outbox/delivery';
import { faultWords } from '../model/fault-words';
import { localTime } from '../model/local-time';
import { useView } from '../view-context';
import type { PartProps } from './report-detail';
import { SignInForm } from './sign-in-form';

type Props = PartProps & { readonly delivery: Delivery };

/** Why a report has not arrived yet, in words, and the way on. */
export function DeliverySection({ desk, entry, delivery }: Props) {
  const { t, announce } = useView();
  const { problem } = delivery;
  const { channel } = entry.submission.recipient;
  const retry = () =>
    desk.retry(entry.id).catch((error: unknown) => announce(faultWords(error, 'common.failed')));
  return (
    <section class="block report-delivery" aria-labelledby="delivery-title">
      <h2 id="delivery-title">{t(`ledger.delivery.${delivery.state}`)}</h2>
      {problem !== undefined && <ProblemWords problem={problem} />}
      <Next delivery={delivery} />
      {problem?.kind === 'token' && channel.kind === 'api' && <TokenForm url={channel.url} onSaved={retry} />}
      {problem?.kind === 'sign-in' && <SignInForm desk={desk} onSignedIn={retry} />}
      {delivery.state !== 'sending' && (
        <button type="button" class="button" onClick={retry}>
          {t('ledger.retry')}
        </button>
      )}
    </section>
  );
}

/** What stood in the way, and what the endpoint said itself, marked as its own words. */
export function ProblemWords({ problem }: { readonly problem: Problem }) {
  const { t } = useView();
  return (
    <p>
      {t(`ledger.problem.${problem.kind}`)}
      {problem.status !== undefined && <span class="muted"> HTTP {problem.status}</span>}
      {problem.words !== undefined && (
        <>
          <br />
          <span class="muted">{t('ledger.theirWords')}</span> <q>{problem.words}</q>
        </>
      )}
    </p>
  );
}

function Next({ delivery: { state, due, attempts } }: { readonly delivery: Delivery }) {
  const { t, language } = useView();
  if (state !== 'queued' || attempts === 0) return null;
  const time = localTime(new Date(due).toISOString(), language);
  return <p class="muted small">{t('ledger.nextTry', { time, count: attempts })}</p>;
}

type TokenProps = { readonly url: string; readonly onSaved: () => unknown };

/** The bearer token of the endpoint; it is kept apart from reports, and never shown again. */
function TokenForm({ url, onSaved }: TokenProps) {
  const { t, services, announce } = useView();
  const [token, setToken] = useState('');
  const [wrong, setWrong] = useState(false);
  const save = async (event: Event) => {
    event.preventDefault();
    setWrong(!isToken(token));
    if (!isToken(token)) return;
    await services
      .saveToken(url, token)
      .then(onSaved, (error: unknown) => announce(faultWords(error, 'common.failed')));
  };
  return (
    <form class="report-form" onSubmit={save}>
      <label for="token">{t('ledger.token', { url })}</label>
      <div class="add-site-row">
        <input
          id="token"
          type="password"
          autocomplete="off"
          value={token}
          aria-invalid={wrong}
          onInput={(event) => setToken(event.currentTarget.value.trim())}
        />
        <button type="submit" class="button primary">
          {t('ledger.saveToken')}
        </button>
      </div>
      <p class="error small" role="alert">
        {wrong && t('ledger.tokenWrong')}
      </p>
    </form>
  );
}
