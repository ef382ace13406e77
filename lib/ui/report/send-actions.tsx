import { useState } from 'preact/hooks';
import { channelOf, manualChannel } from '../../reports/channels/manual-channels';
import { MAX_PACKAGE_BYTES } from '../../reports/package/package-manifest';
import type { ChannelId } from '../../reports/submission';
import type { RecipientRow } from '../../rules/recipient-row';
import type { Words } from '../i18n';
import { byteSize } from '../model/byte-size';
import { faultWords } from '../model/fault-words';
import { useView } from '../view-context';
import { addressOf } from './recipient-facts';
import { isSaved, sendReport } from './send-report';
import type { ReportInHand } from './use-report';
import type { ReportFiles } from './use-report-files';

type Props = { readonly report: ReportInHand; readonly files: ReportFiles };

/** Room for the report itself beside the files. */
const REPORT_ROOM = 8 * 1024 * 1024;

/** The last press, whose words say what it does; copying and saving are always possible beside it. */
export function SendActions({ report, files }: Props) {
  const { t, language } = useView();
  const { recipient } = report;
  const channel = channelOf(recipient.channel);
  const { busy, fault, send } = useSending(report, files);
  const size = files.going.reduce((sum, { blob }) => sum + blob.size, 0);
  const tooLarge = size > MAX_PACKAGE_BYTES - REPORT_ROOM;
  const disabled = busy || files.gathering || tooLarge;
  return (
    <section class="actions" aria-label={t('item.actions')}>
      {tooLarge && <p class="small fault">{t('report.tooLarge', { size: byteSize(size) })}</p>}
      {fault !== undefined && (
        <p class="small fault" role="alert">
          {t(fault)}
        </p>
      )}
      <button type="button" class="button primary" disabled={disabled} onClick={() => send(channel)}>
        {sendWords(recipient, channel, recipient.name[language], t)}
      </button>
      {isSaved(channel, files) && (
        <p class="muted small">{t('report.alsoSaved', { size: byteSize(size) })}</p>
      )}
      {channel !== 'copy' && (
        <button type="button" class="button" disabled={disabled} onClick={() => send('copy')}>
          {t('report.onlyCopy')}
        </button>
      )}
      <button type="button" class="button" disabled={disabled} onClick={() => send('save')}>
        {t('report.onlySave')}
      </button>
    </section>
  );
}

function sendWords({ channel }: RecipientRow, id: ChannelId, name: string, t: Words): string {
  if (channel.kind === 'phone') return t('report.send.phone', { number: channel.number });
  return t(`report.send.${id}`, { name, address: addressOf(channel, 'en') });
}

function useSending(report: ReportInHand, files: ReportFiles) {
  const view = useView();
  const [state, setState] = useState<'idle' | 'busy' | 'ledger.fault.full' | 'report.notSent'>('idle');
  const send = async (channel: ChannelId) => {
    setState('busy');
    const sent = await sendReport(report, files, channel, view).then(
      () => 'idle' as const,
      (error: unknown) => faultWords(error, 'report.notSent'),
    );
    setState(sent);
    if (sent !== 'idle') return;
    const saved = isSaved(channel, files);
    report.change({ step: { kind: 'done', channel, saved } });
    if (manualChannel(channel) !== undefined) view.announce(saved ? 'common.saved' : 'common.copied');
  };
  const fault = state === 'idle' || state === 'busy' ? undefined : state;
  return { busy: state === 'busy', fault, send };
}
