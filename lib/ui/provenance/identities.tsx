import type { GraphIdentity, GraphNode } from '../../c2pa/credential';
import { Tag } from '../components/tag';
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
          <bdi>{t('history.identityOf', { provider })}</bdi>
        </span>
      )}
    </li>
  );
}

/** Soft bindings and watermarks: what a provider states it put in, which cannot be seen here. */
export function Watermarks({ node }: { readonly node: GraphNode }) {
  const { t } = useView();
  if (node.softBindings.length === 0) return null;
  return (
    <section class="step-part">
      <h4>{t('history.watermarks')}</h4>
      <ul class="plain">
        {node.softBindings.map((name, index) => (
          <li key={`${index} ${name}`}>{t('history.watermarkStated', { name })}</li>
        ))}
      </ul>
    </section>
  );
}
