import { loadToken } from '../reports/ledger/tokens';
import type { RecipientRow } from '../rules/recipient-row';
import { type ManagedRecipient, readManagedRecipients } from '../settings/managed';
import { browser } from './browser';

/** Recipients that an organisation presets. Read anew each time: a policy that was withdrawn leaves nothing behind. */
export async function loadManagedRecipients(): Promise<readonly RecipientRow[]> {
  return (await readPolicy()).map(({ row }) => row);
}

/**
 * The bearer token for an endpoint: the one its person typed, else that of the policy, which is kept nowhere else.
 *
 * @throws LedgerFault
 */
export async function endpointToken(url: string): Promise<string | undefined> {
  const own = await loadToken(url);
  if (own !== undefined) return own;
  const preset = await readPolicy();
  return preset.find(({ row: { channel } }) => channel.kind === 'api' && channel.url === url)?.token;
}

/** Firefox rejects where there is no policy at all. */
async function readPolicy(): Promise<readonly ManagedRecipient[]> {
  const policy = await browser.storage.managed.get('recipients').catch(() => undefined);
  return readManagedRecipients(policy?.['recipients']);
}
