import type { GraphNode, SignedBy } from '../../c2pa/credential';
import { Copyable } from '../components/copyable';
import { Fact, Facts } from '../components/facts';
import { sourceTypeWords } from '../model/c2pa-words';
import { signedState } from '../model/credential-state';
import { localTime } from '../model/local-time';
import { bareKey, placeTitle } from '../model/place-title';
import type { TreePlace } from '../model/provenance-tree';
import { useView } from '../view-context';
import { ActionList } from './action-list';
import { Identities, Watermarks } from './identities';
import { type SignedState, StandingTag } from './standing-tag';
import { StatusCodes } from './status-codes';

/** One step of the history in full: who signed it and how that stands, with what tool, what was done. */
export function StepDetails({ place }: { readonly place: TreePlace }) {
  const { t } = useView();
  const { node, edge } = place;
  return (
    <section class="step" aria-label={t('history.selected')}>
      <h3>
        <bdi>{placeTitle(place, t)}</bdi>
      </h3>
      {node === undefined && <p class="muted">{t(place.kind === 'cut' ? 'history.cut' : bareKey(place))}</p>}
      {node !== undefined && node.integrity !== 'intact' && <p class="step-doubt">{t('history.doubt')}</p>}
      <Facts>
        {node !== undefined && <SignerFacts node={node} />}
        <TextFact name={t('history.tool')} value={node?.claimGenerator} />
        <TextFact name={t('history.format')} value={node?.format ?? edge?.format} />
        {edge?.sourceType !== undefined && (
          <Fact name={t('history.sourceType')}>
            <bdi>{sourceTypeWords(edge.sourceType, t)}</bdi>
          </Fact>
        )}
      </Facts>
      {node !== undefined && <Statements node={node} />}
    </section>
  );
}

function Statements({ node }: { readonly node: GraphNode }) {
  return (
    <>
      <ActionList node={node} />
      <Watermarks node={node} />
      <Identities node={node} />
      <StatusCodes codes={node.codes} />
    </>
  );
}

function SignerFacts({ node }: { readonly node: GraphNode }) {
  const { t } = useView();
  const signedBy: SignedBy = node.signedBy ?? {};
  const state: SignedState = signedState(node.integrity, node.signer) as SignedState;
  return (
    <>
      <Fact name={t('history.signer')}>
        <bdi>{signedBy.name ?? t('history.signerUnknown')}</bdi> <StandingTag state={state} />
      </Fact>
      <TextFact name={t('history.organization')} value={signedBy.organization} />
      <WhenFact signedBy={signedBy} />
      <TextFact name={t('history.issuer')} value={signedBy.issuer} />
      <ValidityFact signedBy={signedBy} />
      {signedBy.serial !== undefined && (
        <Fact name={t('history.serial')}>
          <Copyable value={signedBy.serial} />
        </Fact>
      )}
      <TextFact name={t('history.algorithm')} value={signedBy.algorithm} />
    </>
  );
}

function WhenFact({ signedBy: { signedAt, stampedBy } }: { readonly signedBy: SignedBy }) {
  const { t, language } = useView();
  if (signedAt === undefined) return null;
  const stamp =
    stampedBy === undefined ? t('history.unstamped') : t('history.stampedBy', { name: stampedBy });
  return (
    <Fact name={t('history.when')}>
      <time dateTime={signedAt}>{localTime(signedAt, language)}</time>
      <span class="muted small step-words">
        <bdi>{stamp}</bdi>
      </span>
    </Fact>
  );
}

function ValidityFact({ signedBy: { validFrom, validTo } }: { readonly signedBy: SignedBy }) {
  const { t, language } = useView();
  if (validFrom === undefined || validTo === undefined) return null;
  const range = { from: localDate(validFrom, language), to: localDate(validTo, language) };
  return <Fact name={t('history.validity')}>{t('history.validRange', range)}</Fact>;
}

function localDate(iso: string, language: string): string {
  const at = new Date(iso);
  return Number.isNaN(at.getTime()) ? iso : at.toLocaleDateString(language, { dateStyle: 'medium' });
}

function TextFact({ name, value }: { readonly name: string; readonly value: string | undefined }) {
  if (value === undefined || value === '') return null;
  return (
    <Fact name={name}>
      <bdi>{value}</bdi>
    </Fact>
  );
}
