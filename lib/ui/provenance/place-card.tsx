import { actionsLine } from '../model/c2pa-words';
import { signedState } from '../model/credential-state';
import { localTime } from '../model/local-time';
import { pictureData } from '../model/picture-data';
import { bareKey, placeTitle } from '../model/place-title';
import type { TreePlace } from '../model/provenance-tree';
import { useView } from '../view-context';
import { type SignedState, StandingTag } from './standing-tag';

/** One step of the history at a glance: its picture, how it relates, who signed it when, and what was done. */
export function PlaceCard({ place }: { readonly place: TreePlace }) {
  const { t } = useView();
  const picture = pictureData(place.node?.thumbnail ?? place.edge?.thumbnail);
  return (
    <span class="place-card">
      {picture === undefined ? (
        <span class="place-picture no-picture" aria-hidden="true" />
      ) : (
        <img class="place-picture" src={picture} alt="" decoding="async" />
      )}
      <span class="place-words">
        <span class="place-relation">{relation(place, t)}</span>
        <bdi class="place-title">{placeTitle(place, t)}</bdi>
        <PlaceNote place={place} />
      </span>
    </span>
  );
}

function relation({ level, edge }: TreePlace, t: ReturnType<typeof useView>['t']): string {
  if (edge !== undefined) return t(`history.relationship.${edge.relationship}`);
  return level === 1 ? t('history.thisFile') : '';
}

function PlaceNote({ place }: { readonly place: TreePlace }) {
  const { t } = useView();
  if (place.kind === 'again') return <span class="muted small">{t('history.again')}</span>;
  if (place.kind === 'bare') return <span class="muted small">{t(bareKey(place))}</span>;
  if (place.node === undefined) return null;
  return <SignedNote node={place.node} />;
}

function SignedNote({ node }: { readonly node: NonNullable<TreePlace['node']> }) {
  const { t, language } = useView();
  const { signedBy, actions } = node;
  const state: SignedState = signedState(node.integrity, node.signer) as SignedState;
  const name = signedBy?.organization ?? signedBy?.name ?? t('history.signerUnknown');
  return (
    <>
      <span class="place-signer">
        <bdi>{name}</bdi> <StandingTag state={state} />
      </span>
      {signedBy?.signedAt !== undefined && (
        <span class="muted small">{localTime(signedBy.signedAt, language)}</span>
      )}
      {actions.length > 0 && <span class="muted small place-actions">{actionsLine(actions, t)}</span>}
    </>
  );
}
