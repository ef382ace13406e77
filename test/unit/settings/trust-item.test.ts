import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { NO_TRUST_CHOICES, type TrustChoices } from '../../../lib/settings/trust';
import { checkTrust, loadTrust, saveTrust, watchTrust } from '../../../lib/settings/trust-item';

const CHOICES: TrustChoices = {
  own: '-----BEGIN CERTIFICATE-----',
  files: [{ name: 'C2PA-TRUST-LIST.pem', text: 'x', pinned: true }],
  refresh: true,
  last: { at: '2026-11-20T08:00:00.000Z', results: { official: 'updated' } },
};

beforeEach(() => fakeBrowser.reset());

describe('choices about trust', () => {
  it('are nothing at first, and kept as given', async () => {
    expect(await loadTrust()).toEqual(NO_TRUST_CHOICES);
    await saveTrust(CHOICES);
    expect(await loadTrust()).toEqual(CHOICES);
  });

  it('fall back field by field where storage holds something else', () => {
    expect(checkTrust('x')).toEqual(NO_TRUST_CHOICES);
    expect(checkTrust({ ...CHOICES, own: 7, last: { at: 1 } })).toEqual({
      own: '',
      files: CHOICES.files,
      refresh: true,
    });
    expect(checkTrust({ ...CHOICES, files: [{ name: 'a' }] })).toEqual({ ...CHOICES, files: [] });
  });

  it('tell of every change until told to stop', async () => {
    const control = new AbortController();
    let changes = 0;
    watchTrust(() => changes++, control.signal);
    await saveTrust(CHOICES);
    control.abort();
    await saveTrust(NO_TRUST_CHOICES);
    expect(changes).toBe(1);
  });
});
