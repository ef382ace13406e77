import type { PageItem } from '../../messages/page-items';
import { Copyable } from '../components/copyable';
import { type CredentialNow, canCheckAgain } from '../model/credential-state';
import type { CredentialRequest } from '../services';
import { useView } from '../view-context';
import { secureHostOf } from './secure-host';

type Props = { readonly item: PageItem; readonly credential: CredentialNow };

/** What a person can ask for where a credential was not checked by itself. */
export function CredentialActions({ item, credential }: Props) {
  if (credential.kind === 'elsewhere') return <FetchElsewhere item={item} url={credential.url} />;
  if (credential.kind === 'unchecked' && canCheckAgain(credential)) {
    return <CheckNow item={item} large={credential.why === 'too-large'} />;
  }
  return null;
}

function CheckNow({ item, large }: { readonly item: PageItem; readonly large: boolean }) {
  const { t } = useView();
  const ask = useRequest(item);
  return (
    <button type="button" class="button" onClick={() => ask('force')}>
      {t(large ? 'credential.checkBeyond' : 'credential.checkNow')}
    </button>
  );
}

/** Nothing is fetched before the click, and the click says whom it contacts. */
function FetchElsewhere({ item, url }: { readonly item: PageItem; readonly url: string }) {
  const { t } = useView();
  const ask = useRequest(item);
  const host = secureHostOf(url);
  return (
    <>
      <p>
        {t('credential.address')} <Copyable value={url} chars={48} />
      </p>
      {host === undefined ? (
        <p class="muted small">{t('credential.fetchSecureOnly')}</p>
      ) : (
        <>
          <p class="muted small">{t('credential.fetchNote', { host })}</p>
          <button type="button" class="button" onClick={() => ask('elsewhere')}>
            {t('credential.fetch', { host })}
          </button>
        </>
      )}
    </>
  );
}

function useRequest(item: PageItem) {
  const { services, announce } = useView();
  const failed = (request: CredentialRequest) =>
    announce(request === 'elsewhere' ? 'credential.fetchFailed' : 'credential.checkFailed');
  return (request: CredentialRequest) =>
    services.checkCredential(item, request).then(
      () => announce('credential.checkAsked'),
      () => failed(request),
    );
}
