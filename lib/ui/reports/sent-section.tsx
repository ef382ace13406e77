import { Copyable } from '../components/copyable';
import { Fact, Facts } from '../components/facts';
import { Fold } from '../components/fold';
import { LongText } from '../components/long-text';
import { byteSize } from '../model/byte-size';
import { localTime } from '../model/local-time';
import { useView } from '../view-context';
import type { PartProps } from './report-detail';

/** What was sent, to whom, and the evidence that went with it. */
export function SentSection({ desk, entry }: PartProps) {
  const { t, language } = useView();
  const { submission } = entry;
  const { recipient, item, confirmedAt, channel, text, report } = submission;
  return (
    <section class="block" aria-labelledby="sent-title">
      <h2 id="sent-title">{t('ledger.sent')}</h2>
      <Facts>
        <Fact name={t('ledger.recipient')}>
          {recipient.name[language]} <span class="muted">{t(`ledger.channel.${channel}`)}</span>
        </Fact>
        <Fact name={t('ledger.confirmedAt')}>{localTime(confirmedAt, language)}</Fact>
        <Fact name={t('ledger.page')}>
          <LongText text={item.pageUrl} />
        </Fact>
        <Fact name={t('ledger.medium')}>
          <LongText text={item.mediaUrl} />
        </Fact>
        <Fact name={t('ledger.number')}>
          <Copyable value={entry.id} />
        </Fact>
        <Evidence desk={desk} entry={entry} />
      </Facts>
      <Fold summary={t('ledger.text')}>{() => <LongText text={text} />}</Fold>
      <Fold summary="report.json">{() => <LongText text={report} mono />}</Fold>
    </section>
  );
}

function Evidence({ desk, entry }: PartProps) {
  const { t, services, announce } = useView();
  const { evidence } = entry.submission;
  if (evidence === undefined) return null;
  const save = async () => {
    const blob = await desk.evidence(entry.id);
    if (blob === undefined) announce('common.saveFailed');
    else await services.saveBlob(evidence.name, blob);
  };
  return (
    <Fact name={t('ledger.evidence')}>
      {evidence.name} · {byteSize(evidence.size)}{' '}
      <button type="button" class="link" onClick={() => save().catch(() => announce('common.saveFailed'))}>
        {t('ledger.saveEvidence')}
      </button>
      <br />
      SHA-256 <Copyable value={evidence.sha256} />
    </Fact>
  );
}
