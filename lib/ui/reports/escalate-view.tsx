import { useState } from 'preact/hooks';
import { reportCategory } from '../../reports/categories';
import { channelOf, manualChannel } from '../../reports/channels/manual-channels';
import type { ReportEntry } from '../../reports/ledger/entry';
import { withEscalation } from '../../reports/ledger/entry-changes';
import { escalated, escalationText } from '../../reports/ledger/escalate';
import type { Attachment } from '../../reports/submission';
import type { RecipientRow } from '../../rules/recipient-row';
import { faultWords } from '../model/fault-words';
import { useView } from '../view-context';
import type { PartProps } from './report-detail';
import { useAuthorities } from './use-authorities';

type Props = PartProps & { readonly onOpen: (id: string) => void; readonly onBack: () => void };

/** Taking a report further, with its history: to whom, in which words, with or without the evidence. */
export function EscalateView({ desk, entry, onOpen, onBack }: Props) {
  const { t, language } = useView();
  const rows = useAuthorities(entry.submission.profile);
  const [chosen, setChosen] = useState<string>();
  const [text, setText] = useState(() => escalationText(entry, language));
  const [withEvidence, setWithEvidence] = useState(true);
  const recipient = rows.find(({ id }) => id === chosen) ?? rows[0];
  const send = useEscalation({ desk, entry, onOpen });
  return (
    <div class="report-escalate">
      <div class="block block-first">
        <h1 tabIndex={-1}>{t('ledger.escalateTitle')}</h1>
        <p class="muted">{t('ledger.escalateIntro')}</p>
      </div>
      <div class="block field">
        <label for="escalate-to">{t('ledger.recipient')}</label>
        <select
          id="escalate-to"
          value={recipient?.id}
          onChange={(event) => setChosen(event.currentTarget.value)}
        >
          {rows.map((row) => (
            <option key={row.id} value={row.id}>
              {row.name[language]} · {t(`ledger.channel.${channelOf(row.channel)}`)} · {addressOf(row)}
            </option>
          ))}
        </select>
        {recipient !== undefined && <SourceNote row={recipient} />}
      </div>
      <div class="block field">
        <label for="escalate-text">{t('ledger.text')}</label>
        <textarea
          id="escalate-text"
          rows={14}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <EvidenceChoice entry={entry} chosen={withEvidence} onChoose={setWithEvidence} />
      </div>
      <section class="block report-buttons" aria-label={t('item.actions')}>
        {recipient !== undefined && (
          <button type="button" class="button primary" onClick={() => send(recipient, text, withEvidence)}>
            {t(`ledger.send.${channelOf(recipient.channel)}`)}
          </button>
        )}
        <button type="button" class="button" onClick={onBack}>
          {t('ledger.cancel')}
        </button>
      </section>
    </div>
  );
}

type ChoiceProps = {
  readonly entry: ReportEntry;
  readonly chosen: boolean;
  readonly onChoose: (chosen: boolean) => void;
};

function EvidenceChoice({ entry, chosen, onChoose }: ChoiceProps) {
  const { t } = useView();
  const { evidence } = entry.submission;
  return evidence === undefined ? null : (
    <label class="check">
      <input type="checkbox" checked={chosen} onChange={(event) => onChoose(event.currentTarget.checked)} />
      {t('ledger.withEvidence', { name: evidence.name })}
    </label>
  );
}

function SourceNote({ row }: { readonly row: RecipientRow }) {
  const { t } = useView();
  const { confidence, checkedAt } = row;
  const ours = confidence !== 'user' && confidence !== 'managed';
  return ours ? <p class="muted small">{t('ledger.termSource', { date: checkedAt, confidence })}</p> : null;
}

function addressOf({ channel }: RecipientRow): string {
  if (channel.kind === 'mail') return channel.address;
  if (channel.kind === 'phone') return channel.number;
  return channel.kind === 'form' || channel.kind === 'api' ? channel.url : '';
}

/** Keeps the new report, then does what its channel asks of this click, and shows it. */
function useEscalation({ desk, entry, onOpen }: Omit<Props, 'onBack'>) {
  const { services, language, announce } = useView();
  return async (recipient: RecipientRow, text: string, withEvidence: boolean) => {
    const id = services.newId();
    const subject = reportCategory(entry.submission.categoryId).name[language];
    const plan = manualChannel(channelOf(recipient.channel))?.plan({ recipient, text, subject, language });
    const keep = async () => {
      const evidence = withEvidence ? attachmentOf(entry, await desk.evidence(entry.id)) : undefined;
      const confirmedAt = desk.instant().iso;
      if (plan?.clipboard !== undefined) await services.copyText(plan.clipboard);
      await services.submitReport(escalated(entry, { id, recipient, text, evidence, confirmedAt }));
      return evidence;
    };
    const goOn = async (evidence: Attachment | undefined) => {
      await desk.change(entry.id, (now) => withEscalation(now, id, recipient.name, desk.instant()));
      // What the person delivers themselves has its package beside it, to be attached.
      if (plan !== undefined && evidence !== undefined)
        await services.saveBlob(evidence.name, evidence.bytes);
      if (plan?.url !== undefined) await services.openAddress(plan.url);
    };
    const kept = await keep().then(
      (evidence) => ({ evidence }),
      (error: unknown) => announce(faultWords(error, 'ledger.notKept')),
    );
    if (kept === undefined) return;
    // It is kept, and on its way where the outbox delivers it, whatever becomes of the rest.
    await goOn(kept.evidence).catch((error: unknown) => announce(faultWords(error, 'common.failed')));
    onOpen(id);
  };
}

function attachmentOf({ submission }: ReportEntry, bytes: Blob | undefined): Attachment | undefined {
  const { evidence } = submission;
  if (evidence === undefined || bytes === undefined) return undefined;
  const { name, mime, sha256 } = evidence;
  return { name, mime, sha256, bytes };
}
