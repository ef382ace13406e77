import type { GraphIdentity, GraphNode } from '../../c2pa/credential';
import { Tag } from '../components/tag';
import type { Words } from '../i18n';
import { watermarkWords } from '../model/watermark-words';
import { useView } from '../view-context';

/** Identities that speak inside a manifest (CAWG), kept apart from its signer. */
export function Identities({ node }: { readonly node: GraphNode }) {
  const { t } = useView();
  if (node.identities.length === 0) return null;
  return (
    <section class="step-part step-identities">
      <h4>{t('history.identities')}</h4>
      <ul class="plain">
        {node.identities.map((identity, index) => (
          <Identity key={`${index} ${identity.kind}`} identity={identity} />
        ))}
      </ul>
      <p class="muted small">{t('history.identityNote')}</p>
    </section>
  );
}

function Identity({ identity }: { readonly identity: GraphIdentity }) {
  const { t } = useView();
  const { name, provider, kind, standing } = identity;
  return (
    <li>
      <bdi>{name ?? kind}</bdi> <Tag>{t(`history.identity.${standing}`)}</Tag>
      {provider !== undefined && (
        <span class="muted small step-words">
          <bdi>{whose(kind, provider, t)}</bdi>
        </span>
      )}
    </li>
  );
}

/** An identity signed with a certificate stands in that certificate (CAWG Identity Assertion 1.2 §8.2), no account does. */
const BY_CERTIFICATE = 'cawg.x509.cose';

function whose(kind: string, provider: string, t: Words): string {
  if (kind === BY_CERTIFICATE) return t('history.identityIn', { organization: provider });
  return t('history.identityOf', { provider });
}

/** Soft bindings and watermarks: what the signer states of them, which cannot be seen here. */
export function Watermarks({ node }: { readonly node: GraphNode }) {
  const { t } = useView();
  if (node.softBindings.length === 0) return null;
  return (
    <section class="step-part">
      <h4>{t('history.watermarks')}</h4>
      <ul class="plain">
        {node.softBindings.map((name, index) => (
          <li key={`${index} ${name}`} title={name}>
            <bdi>{watermarkWords(name, t)}</bdi>
          </li>
        ))}
      </ul>
      <p class="muted small">{t('history.watermarkNote')}</p>
    </section>
  );
}
