import { daysSince, OLD_AFTER_DAYS } from '../../reports/recipients/age';
import type { Language } from '../../rules/localized';
import type { RecipientChannel, RecipientRow } from '../../rules/recipient-row';
import { Tag } from '../components/tag';
import { useView } from '../view-context';

/** How somebody is reached, what the desk is there for, and how sure the address is. */
export function RecipientFacts({ row }: { readonly row: RecipientRow }) {
  const { t, language } = useView();
  const { channel, purpose } = row;
  return (
    <span class="small recipient-facts">
      {t(`channelKind.${channel.kind}`)}
      <bdi class="address"> {addressOf(channel, language)}</bdi>
      {purpose !== 'abuse' && <Tag>{t(`report.purpose.${purpose}`)}</Tag>} <Sureness row={row} />
    </span>
  );
}

function Sureness({ row }: { readonly row: RecipientRow }) {
  const { t, services } = useView();
  const { confidence, checkedAt, source } = row;
  const days = daysSince(checkedAt, services.now());
  return (
    <span title={source}>
      {confidence === 'L' ? (
        <Tag strong>{t('report.confidence.L')}</Tag>
      ) : (
        <span class="muted">{t(`report.confidence.${confidence}`)}</span>
      )}
      {days !== undefined && <span class="muted"> · {t('report.checkedAt', { date: checkedAt })}</span>}
      {days !== undefined && days > OLD_AFTER_DAYS && <Tag strong>{t('report.old')}</Tag>}
    </span>
  );
}

/** What is opened, written to or called; an own menu by its name. */
export function addressOf(channel: RecipientChannel, language: Language): string {
  if (channel.kind === 'mail') return channel.address;
  if (channel.kind === 'phone') return channel.number;
  if (channel.kind === 'in-page') return channel.menu[language];
  const url = channel.kind === 'atproto' ? channel.service : channel.url;
  return URL.canParse(url) ? new URL(url).host : url;
}
