import authorities from '../../../assets/rules/recipients/authorities.json';
import platforms from '../../../assets/rules/recipients/platforms.json';
import providers from '../../../assets/rules/recipients/providers.json';
import type { RecipientRow, RecipientTable } from '../../rules/recipient-row';

/** Whoever a public source names an address of, as shipped. Nobody is in it for whom nothing shows one. */
export const recipientDirectory: RecipientTable = [
  ...(authorities as RecipientTable),
  ...(platforms as RecipientTable),
  ...(providers as RecipientTable),
];

/** Prefix of the ids of rows that stand for a site of which no address is known. */
const OWN_MENU = 'site:';

/**
 * What is always possible: the site's own way of reporting. Names no address, and says so (`confidence: none`).
 *
 * @param pageUrl address of the page; its host name becomes the recipient's name
 */
export function siteOwnMenu(pageUrl: string): RecipientRow {
  const host = URL.canParse(pageUrl) ? new URL(pageUrl).hostname : '';
  return {
    id: `${OWN_MENU}${host}`,
    name: { 'zh-CN': host || '本站', en: host || 'this site' },
    kind: 'platform',
    purpose: 'abuse',
    channel: { kind: 'in-page', menu: { 'zh-CN': '网站自己的“举报”入口', en: 'the site’s own report menu' } },
    source: '',
    checkedAt: '',
    confidence: 'none',
  };
}
