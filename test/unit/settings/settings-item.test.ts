import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { DEFAULT_SETTINGS, type Settings } from '../../../lib/settings/settings';
import {
  loadSettings,
  SETTINGS_VERSION,
  saveSettings,
  settingsItem,
  watchSettings,
} from '../../../lib/settings/settings-item';

/** One example of every shape that was ever stored, by version. Add to it; never change a row. */
const STORED_SHAPES: readonly {
  readonly version: number;
  readonly stored: unknown;
  readonly reads: Settings;
}[] = [
  {
    version: 1,
    stored: { language: 'en', profile: 'cn', corner: 'bottom-left', pausedSites: ['a.example'] },
    reads: {
      language: 'en',
      profile: 'cn',
      corner: 'bottom-left',
      pausedSites: ['a.example'],
      verifyCredentials: 'auto',
      uncheckedPlatformRules: 'on',
    },
  },
  {
    version: 2,
    stored: {
      language: 'en',
      profile: 'cn',
      corner: 'bottom-left',
      pausedSites: [],
      verifyCredentials: 'click',
    },
    reads: {
      language: 'en',
      profile: 'cn',
      corner: 'bottom-left',
      pausedSites: [],
      verifyCredentials: 'click',
      uncheckedPlatformRules: 'on',
    },
  },
  {
    version: 3,
    stored: {
      language: 'en',
      profile: 'cn',
      corner: 'bottom-left',
      pausedSites: [],
      verifyCredentials: 'click',
      uncheckedPlatformRules: 'off',
    },
    reads: {
      language: 'en',
      profile: 'cn',
      corner: 'bottom-left',
      pausedSites: [],
      verifyCredentials: 'click',
      uncheckedPlatformRules: 'off',
    },
  },
];

describe('the settings item', () => {
  beforeEach(() => fakeBrowser.reset());

  it('gives the defaults where nothing is stored', async () => {
    expect(await loadSettings()).toEqual(DEFAULT_SETTINGS);
  });

  it('has an example of every version', () => {
    expect(STORED_SHAPES.map(({ version }) => version)).toEqual(
      Array.from({ length: SETTINGS_VERSION }, (_, i) => i + 1),
    );
  });

  it.each(STORED_SHAPES)('reads version $version', async ({ version, stored, reads }) => {
    await fakeBrowser.storage.local.set({ settings: stored, settings$: { v: version } });
    await settingsItem.migrate();
    expect(await loadSettings()).toEqual(reads);
  });

  it('loads what was saved', async () => {
    const settings: Settings = { ...DEFAULT_SETTINGS, corner: 'bottom-right', pausedSites: ['a.example'] };
    await saveSettings(settings);
    expect(await loadSettings()).toEqual(settings);
  });

  it('reads past a damaged value', async () => {
    await fakeBrowser.storage.local.set({ settings: { language: 'tlh', corner: 'top-right' } });
    expect(await loadSettings()).toEqual({ ...DEFAULT_SETTINGS, corner: 'top-right' });
  });

  it('tells watchers until they abort', async () => {
    const seen: Settings[] = [];
    const control = new AbortController();
    watchSettings((settings) => seen.push(settings), control.signal);
    await saveSettings({ ...DEFAULT_SETTINGS, language: 'en' });
    control.abort();
    await saveSettings({ ...DEFAULT_SETTINGS, language: 'zh-CN' });
    expect(seen).toEqual([{ ...DEFAULT_SETTINGS, language: 'en' }]);
  });
});
