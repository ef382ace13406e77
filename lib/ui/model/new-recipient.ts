import type { RecipientRow } from '../../rules/recipient-row';
import { readRecipient } from '../../settings/reporting';
import { readSite } from '../../settings/site';

/** Ways a person can enter; the site's own menu is always there, and atproto has its shipped row. */
export const ENTERED_WAYS = ['form', 'mail', 'api', 'phone'] as const;
export type EnteredWay = (typeof ENTERED_WAYS)[number];

/** What a person typed. */
export type EnteredRecipient = {
  readonly id: string;
  readonly name: string;
  readonly way: EnteredWay;
  readonly address: string;
  /** Host names, separated by commas or blanks; empty: proposed for every page. */
  readonly hosts: string;
  /** The shipped row that is corrected, where there is one: what the person did not enter stays as it was. */
  readonly corrects?: RecipientRow | undefined;
};

/**
 * A recipient from what a person typed.
 *
 * @param today ISO date
 * @returns `undefined` where it has no name or could not be reached safely (https, one mail address, a number)
 */
export function newRecipient(entered: EnteredRecipient, today: string): RecipientRow | undefined {
  const { id, name, address, way, corrects } = entered;
  const hosts = hostsOf(entered.hosts);
  if (hosts === undefined) return undefined;
  const { hosts: _, ...before } = corrects ?? { kind: 'organization', purpose: 'abuse' };
  return readRecipient({
    ...before,
    id,
    name: { 'zh-CN': name, en: name },
    channel: channelOf(way, address.trim()),
    ...(hosts.length === 0 ? {} : { hosts }),
    source: '',
    checkedAt: today,
    confidence: 'user',
  });
}

/** `undefined` where one of them is no host name. */
function hostsOf(text: string): readonly string[] | undefined {
  const hosts = text
    .split(/[\s,，、]+/u)
    .filter((part) => part !== '')
    .map(readSite);
  return hosts.every((host) => host !== undefined) ? hosts : undefined;
}

function channelOf(kind: EnteredWay, address: string): object {
  if (kind === 'mail') return { kind, address };
  return kind === 'phone' ? { kind, number: address } : { kind, url: address };
}
