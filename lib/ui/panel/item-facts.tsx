import { labelWords } from '../../labels/label-words';
import type { PageItem } from '../../messages/page-items';
import type { GbLabel } from '../../signals/gb45438/label';
import type { Verdict } from '../../verdict/verdict';
import { Clauses } from '../components/clauses';
import { Copyable } from '../components/copyable';
import { Fact, Facts } from '../components/facts';
import type { Words } from '../i18n';
import { byteSize } from '../model/byte-size';
import { gbLabelOf } from '../model/gb-label-of';
import { isWords } from '../model/item-name';
import { localTime } from '../model/local-time';
import { useView } from '../view-context';
import { ProducerWords } from './producer-words';

/** The small table under the headline: who made it, who spread it, its number, the law, how it was read. */
export function ItemFacts({ item }: { readonly item: PageItem }) {
  const { t, jurisdiction, language } = useView();
  const gb = gbLabelOf(item);
  const tools = toolsOf(item);
  return (
    <section class="block" aria-labelledby="facts-title">
      <h2 id="facts-title" class="visually-hidden">
        {t('item.facts')}
      </h2>
      <Facts>
        {isPlainPicture(item) || <Fact name={t('item.kind')}>{t(`medium.${item.as ?? item.kind}`)}</Fact>}
        {gb !== undefined && <GbFacts gb={gb} />}
        {tools.length > 0 && <Fact name={t('item.tool')}>{tools.join(' · ')}</Fact>}
        <Fact name={t('item.basis')}>
          <Clauses cites={labelWords(item.label, jurisdiction, language).cites} />
        </Fact>
        <Fact name={t('item.readAt')}>
          <time dateTime={item.readAt}>{localTime(item.readAt, language)}</time>
        </Fact>
        {hasReading(item) && (
          <Fact name={t('item.read')}>
            <Reading item={item} />
          </Fact>
        )}
        {item.inspection.ofFile !== undefined && (
          <Fact name={t('item.ofFile')}>{fileWords(item.inspection.ofFile, t)}</Fact>
        )}
      </Facts>
    </section>
  );
}

/** What a picture is needs no saying. */
function isPlainPicture({ kind, as }: PageItem): boolean {
  return kind === 'image' && as === undefined;
}

function GbFacts({ gb }: { readonly gb: GbLabel }) {
  const { t } = useView();
  const { producer, propagator, fields } = gb;
  const same = producer !== undefined && producer.raw === propagator?.raw;
  return (
    <>
      {producer !== undefined && (
        <Fact name={t('item.producer')}>
          <ProducerWords producer={producer} />
        </Fact>
      )}
      {propagator !== undefined && (
        <Fact name={t('item.propagator')}>
          {same ? t('item.sameAsProducer') : <ProducerWords producer={propagator} />}
        </Fact>
      )}
      <NumberFact name={t('item.produceId')} value={fields.ProduceID} />
      <NumberFact
        name={t('item.propagateId')}
        value={fields.PropagateID === fields.ProduceID ? undefined : fields.PropagateID}
      />
    </>
  );
}

function NumberFact({ name, value }: { readonly name: string; readonly value: string | undefined }) {
  return value === undefined || value === '' ? null : (
    <Fact name={name}>
      <Copyable value={value} />
    </Fact>
  );
}

function Reading({ item }: { readonly item: PageItem }) {
  const { t } = useView();
  const { state, reads, bytes } = item.inspection.read;
  return (
    <>
      {t('item.readSummary', { state: t(`readState.${state}`), count: reads, reads, size: byteSize(bytes) })}
    </>
  );
}

/** Words have no file, and of a file that was not checked no reading is to be told. */
function hasReading(item: PageItem): boolean {
  return !isWords(item) && item.inspection.ofFile?.kind !== 'not-checked';
}

/** What the file itself said where the page speaks instead of it: nothing found and not looked at are different things. */
function fileWords(verdict: Verdict, t: Words): string {
  if (verdict.kind === 'not-checked')
    return t('ofFile.notChecked', { reason: t(`notChecked.${verdict.why}`) });
  if (verdict.kind === 'unreadable') return t('ofFile.unreadable', { reason: t(`readState.${verdict.why}`) });
  return t(verdict.kind === 'captured' ? 'ofFile.captured' : 'ofFile.noLabel');
}

function toolsOf({ inspection }: PageItem): readonly string[] {
  return [...new Set(inspection.findings.flatMap(({ generator }) => generator?.tool ?? []))];
}
