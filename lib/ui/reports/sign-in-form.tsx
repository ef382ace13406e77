import { useState } from 'preact/hooks';
import { PROBLEM_KINDS, type ProblemKind } from '../../reports/outbox/delivery';
import { useView } from '../view-context';
import type { LedgerDesk } from './ledger-desk';

const DEFAULT_SERVER = 'https://bsky.social';

type Props = { readonly desk: LedgerDesk; readonly onSignedIn: () => unknown };

/** Signing in to a person's own atproto server with an app password, which is used once and kept nowhere. */
export function SignInForm({ desk, onSignedIn }: Props) {
  const { t } = useView();
  const [server, setServer] = useState(DEFAULT_SERVER);
  const [identifier, setIdentifier] = useState('');
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<ProblemKind>();
  const signIn = async (event: Event) => {
    event.preventDefault();
    const code = await desk.signIn(server, identifier, password).catch(() => 'unreachable');
    setPassword('');
    setProblem(PROBLEM_KINDS.find((kind) => kind === code));
    if (code === undefined) onSignedIn();
  };
  return (
    <form class="report-form" onSubmit={signIn}>
      <label for="atproto-server">{t('ledger.server')}</label>
      <input id="atproto-server" value={server} onInput={(event) => setServer(event.currentTarget.value)} />
      <label for="atproto-name">{t('ledger.account')}</label>
      <input
        id="atproto-name"
        autocomplete="username"
        value={identifier}
        onInput={(event) => setIdentifier(event.currentTarget.value)}
      />
      <label for="atproto-password">{t('ledger.appPassword')}</label>
      <input
        id="atproto-password"
        type="password"
        autocomplete="off"
        value={password}
        onInput={(event) => setPassword(event.currentTarget.value)}
      />
      <p class="muted small">{t('ledger.appPasswordHint')}</p>
      <button type="submit" class="button primary">
        {t('ledger.signIn')}
      </button>
      <p class="error small" role="alert">
        {problem !== undefined && t(`ledger.problem.${problem}`)}
      </p>
    </form>
  );
}
