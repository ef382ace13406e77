import { useState } from 'preact/hooks';
import type { NamedManifest, TabPage } from '../../messages/page-items';
import { Copyable } from '../components/copyable';
import { CredentialStatus } from '../provenance/credential-status';
import { HistoryView } from '../provenance/history-view';
import { secureHostOf } from '../provenance/secure-host';
import type { FetchedCredential } from '../services';
import { useView } from '../view-context';

/** Content Credentials that the page names and does not hold: where it says so, the address, and a fetch for whoever wants one. */
export function NamedManifests({ page }: { readonly page: Pick<TabPage, 'named'> }) {
  const { t } = useView();
  const { named = [] } = page;
  if (named.length === 0) return null;
  return (
    <section class="block named" aria-labelledby="named-title">
      <h2 id="named-title">{t('named.title')}</h2>
      <p class="muted">{t('named.note')}</p>
      {named.length > 1 && <p>{t('named.several')}</p>}
      {named.map((one) => (
        <Named key={one.url} named={one} />
      ))}
    </section>
  );
}

type State = 'idle' | 'asking' | FetchedCredential;

function Named({ named }: { readonly named: NamedManifest }) {
  const { t } = useView();
  const [state, setState] = useState<State>('idle');
  const fetchIt = useFetch(named.url, setState);
  const host = secureHostOf(named.url);
  return (
    <div class="named-one">
      <p>{t(`named.by.${named.by}`)}</p>
      <p>
        {t('credential.address')} <Copyable value={named.url} chars={48} />
      </p>
      {typeof state === 'object' && <Answer got={state} />}
      {host === undefined && <p class="muted small">{t('credential.fetchSecureOnly')}</p>}
      {host !== undefined && !isAnswered(state) && (
        <>
          <p class="muted small">{t('credential.fetchNote', { host })}</p>
          <button type="button" class="button" disabled={state === 'asking'} onClick={fetchIt}>
            {t(state === 'asking' ? 'credential.state.checking' : 'credential.fetch', { host })}
          </button>
        </>
      )}
    </div>
  );
}

/** What could not be had may be asked for again. */
const isAnswered = (state: State): boolean => typeof state === 'object' && state.check.kind !== 'unchecked';

function Answer({ got: { check, graph } }: { readonly got: FetchedCredential }) {
  const { t } = useView();
  if (check.kind === 'unchecked') return <p>{t(`credential.why.${check.why}`)}</p>;
  return (
    <>
      <CredentialStatus credential={check} />
      {graph && (
        <div class="history-section">
          <h3>{t('history.title')}</h3>
          <HistoryView graph={graph} layout="list" />
        </div>
      )}
    </>
  );
}

function useFetch(from: string, set: (state: State) => void): () => void {
  const { services, announce } = useView();
  return () => {
    set('asking');
    services.fetchNamed(from).then(set, () => {
      set('idle');
      announce('credential.fetchFailed');
    });
  };
}
