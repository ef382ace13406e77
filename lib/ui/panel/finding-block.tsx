import { type Finding, isPlatform } from '../../signals/finding';
import { Fact, Facts } from '../components/facts';
import { Fold } from '../components/fold';
import { LongText } from '../components/long-text';
import { Tag } from '../components/tag';
import { knownClaimGenerator } from '../model/claim-generator';
import { isConflict } from '../model/conflicts';
import { assuranceWords, basisKey, signalWords, statementWords } from '../model/finding-words';
import { useView } from '../view-context';
import { GbFields } from './gb-fields';
import { GeneratorSettings } from './generator-settings';
import { PlatformReason } from './platform-reason';
import { Remarks } from './remarks';

/** One finding: which signal, where in the file, what it says, how far it can be trusted, and by which clause. */
export function FindingBlock({ finding }: { readonly finding: Finding }) {
  const { t } = useView();
  return (
    <article class="finding">
      <h3>
        {signalWords(finding, t)} <Tag>{assuranceWords(finding, t)}</Tag>
      </h3>
      <FindingPlace finding={finding} />
      <p>{statementWords(finding.states, t)}</p>
      {isPlatform(finding.signal) ? <PlatformReason finding={finding} /> : <Rows finding={finding} />}
      {finding.gb !== undefined && <GbFields gb={finding.gb} />}
      {finding.generator !== undefined && <GeneratorSettings generator={finding.generator} />}
      <Remarks remarks={finding.remarks.filter((remark) => !isConflict(remark))} />
      <p class="muted small">{t('finding.basis', { basis: t(basisKey(finding)) })}</p>
      <Fold summary={t('finding.raw', { count: finding.raw.length })}>
        {() => <LongText text={finding.raw} mono />}
      </Fold>
    </article>
  );
}

function FindingPlace({ finding }: { readonly finding: Finding }) {
  const { t } = useView();
  const { path, offset } = finding.place;
  return (
    <p class="place">
      <span class="visually-hidden">{t('finding.place')} </span>
      <code>
        <bdi>{path.join(' › ')}</bdi>
      </code>
      {offset !== undefined && (
        <span class="muted small">
          {' '}
          {t('finding.offset', { offset: `0x${offset.toString(16).toUpperCase()}` })}
        </span>
      )}
    </p>
  );
}

function Rows({ finding }: { readonly finding: Finding }) {
  const { rows = [] } = finding;
  if (rows.length === 0) return null;
  return (
    <Facts>
      {rows.map(({ name, value }, index) => (
        <Fact key={`${index} ${name}`} name={name}>
          {name === CLAIM_GENERATOR && <Product claimGenerator={value} />}
          <LongText text={value} copyable={false} />
        </Fact>
      ))}
    </Facts>
  );
}

/** The row of a C2PA finding that names the software. */
const CLAIM_GENERATOR = 'claim_generator';

/** What people call the software, above what the claim calls it. */
function Product({ claimGenerator }: { readonly claimGenerator: string }) {
  const { language } = useView();
  const known = knownClaimGenerator(claimGenerator);
  return known === undefined ? null : <div>{known.product[language]}</div>;
}
