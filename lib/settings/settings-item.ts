import { storage } from 'wxt/utils/storage';
import { checkSettings } from './check-settings';
import { DEFAULT_SETTINGS, type Settings } from './settings';

/** Raise by one with every change of shape, and add the migration and an example of the old shape to the tests. */
export const SETTINGS_VERSION = 3;

/** The one versioned settings item. Read it through {@link loadSettings}: storage may hold anything. */
export const settingsItem = storage.defineItem<Settings>('local:settings', {
  version: SETTINGS_VERSION,
  fallback: DEFAULT_SETTINGS,
  migrations: {
    2: (settings: object) => ({ ...settings, verifyCredentials: DEFAULT_SETTINGS.verifyCredentials }),
    3: (settings: object) => ({
      ...settings,
      uncheckedPlatformRules: DEFAULT_SETTINGS.uncheckedPlatformRules,
    }),
  },
});

/** The settings as stored, every field checked; defaults where nothing good is stored. */
export async function loadSettings(): Promise<Settings> {
  return checkSettings(await settingsItem.getValue());
}

/** Stores all settings at once. */
export async function saveSettings(settings: Settings): Promise<void> {
  await settingsItem.setValue(checkSettings(settings));
}

/** Calls `listener` with the checked settings on every change, from any view, until `signal` aborts. */
export function watchSettings(listener: (settings: Settings) => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  const unwatch = settingsItem.watch((value) => listener(checkSettings(value)));
  signal.addEventListener('abort', unwatch, { once: true });
}
