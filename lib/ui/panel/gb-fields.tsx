import type { GbField, GbLabel } from '../../signals/gb45438/label';
import type { LabelSignature } from '../../signals/gb45438/label-signature';
import type { Producer, ProviderCode } from '../../signals/producers/producer';
import { Fact, Facts } from '../components/facts';
import { Fold } from '../components/fold';
import { LongText } from '../components/long-text';
import { Tag } from '../components/tag';
import { providerCodeFields } from '../model/provider-code';
import { useView } from '../view-context';

/** All fields of a GB 45438 label in the order of Annex E, other members behind them, provider codes decoded. */
export function GbFields({ gb }: { readonly gb: GbLabel }) {
  const named = [gb.producer, gb.propagator].filter((who) => who !== undefined);
  const distinct = [...new Map(named.map((who) => [who.raw, who])).values()];
  return (
    <>
      <Facts>
        {namesOf(gb).map((name) => (
          <FieldRow key={name} name={name} value={gb.fields[name]} />
        ))}
        {gb.others.map(({ name, value }, index) => (
          <Fact key={`${index} ${name}`} name={name}>
            <LongText text={value} mono copyable={false} />
          </Fact>
        ))}
        {gb.signatures?.map((signature) => (
          <SignatureRow key={signature.code} signature={signature} />
        ))}
      </Facts>
      {distinct.map((who) => (
        <CodeFold key={who.raw} who={who} />
      ))}
    </>
  );
}

/** The fields the label has; a label keeps them in the order of Annex E. */
function namesOf({ fields }: GbLabel): readonly GbField[] {
  return Object.keys(fields) as GbField[];
}

function FieldRow({ name, value }: { readonly name: GbField; readonly value: string | undefined }) {
  const { t } = useView();
  return value === undefined || value === '' ? null : (
    <Fact name={t(`gb.${name}`)} code={name}>
      <LongText text={value} mono copyable={false} />
    </Fact>
  );
}

/** What a signature beside the label shows: integrity by a key in the same file, never who signed. */
function SignatureRow({ signature }: { readonly signature: LabelSignature }) {
  const { t } = useView();
  const { code, algorithm, result } = signature;
  const word = result.state === 'unchecked' ? result.why : result.state;
  return (
    <Fact name={t(`labelSignature.${code}`)} {...(algorithm === undefined ? {} : { code: algorithm })}>
      {t(`labelSignature.${word}`)}
    </Fact>
  );
}

function CodeFold({ who }: { readonly who: Producer }) {
  const { t } = useView();
  const { code, company } = who;
  if (code === undefined) return null;
  return (
    <Fold summary={`${t('code.title')} ${code.uscc}`}>
      {() => (
        <div>
          <CodeFacts code={code} />
          {company !== undefined && (
            <p class="muted small">
              {t('code.source', { source: company.source, checkedAt: company.checkedAt })}
            </p>
          )}
        </div>
      )}
    </Fold>
  );
}

function CodeFacts({ code }: { readonly code: ProviderCode }) {
  const { t } = useView();
  return (
    <Facts>
      {providerCodeFields(code, t).map(({ name, value, means }) => (
        <Fact key={name} name={name}>
          <code>{value}</code> {means}
        </Fact>
      ))}
      <Fact name={t('code.check')}>
        <Tag strong={code.checkDigit === 'fails'}>{t(`code.checkDigit.${code.checkDigit}`)}</Tag>
      </Fact>
    </Facts>
  );
}
