import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { endpointToken, loadManagedRecipients } from '../../../lib/platform/managed-recipients';
import { loadToken, saveToken } from '../../../lib/reports/ledger/tokens';

const URL = 'https://desk.example/api';
const PRESET = { id: 'desk', name: 'Desk', channel: 'api', address: URL, token: 'preset' };

/** An organisation's policy; `undefined` where there is none, which Firefox answers with an error. */
function policy(recipients: readonly object[] | undefined): void {
  const get = async () => {
    if (recipients === undefined) throw new Error('Managed storage manifest not found');
    return { recipients };
  };
  Object.assign(fakeBrowser.storage.managed, { get });
}

beforeEach(() => saveToken(URL, ''));

describe('recipients that an organisation presets', () => {
  it('are offered, their token apart from their row', async () => {
    policy([PRESET]);
    const rows = await loadManagedRecipients();
    expect(rows).toMatchObject([{ id: 'desk', confidence: 'managed', channel: { kind: 'api', url: URL } }]);
    expect(JSON.stringify(rows)).not.toContain('preset');
    expect(await endpointToken(URL)).toBe('preset');
    expect(await endpointToken('https://elsewhere.example')).toBeUndefined();
  });

  it('are gone with their token when the policy is withdrawn', async () => {
    policy([PRESET]);
    expect(await endpointToken(URL)).toBe('preset');
    expect(await loadToken(URL)).toBeUndefined();
    policy([]);
    expect([await loadManagedRecipients(), await endpointToken(URL)]).toEqual([[], undefined]);
    policy(undefined);
    expect([await loadManagedRecipients(), await endpointToken(URL)]).toEqual([[], undefined]);
  });

  it('give way to a token that the person typed, with or without the policy', async () => {
    policy([PRESET]);
    await saveToken(URL, 'own');
    expect(await endpointToken(URL)).toBe('own');
    policy(undefined);
    expect(await endpointToken(URL)).toBe('own');
  });
});
