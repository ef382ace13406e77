import { DEFAULT_SETTINGS } from '../../../lib/settings/settings';
import { type Browser, DEFAULT_TIMEOUT_MS } from '../browsers/browser';

/** The part of the extension API that is used in the background. */
type Api = {
  readonly i18n: { getUILanguage(): string };
  readonly storage: { readonly local: { set(items: object): Promise<void> } };
};

/**
 * Makes the extension speak the language of the demo. It follows the browser's by itself; a Chromium without its
 * language packs (`chromium-l10n` on Debian) stays English, and then the extension's own setting says it.
 */
export async function speak(browser: Browser, language: 'zh-CN' | 'en'): Promise<void> {
  const deadline = performance.now() + DEFAULT_TIMEOUT_MS;
  while (!(await browser.background(choose, { ...DEFAULT_SETTINGS, language }))) {
    if (performance.now() > deadline) throw new Error('The background of the extension has no API');
  }
}

/** Chromium hands out a starting service worker before it has its API: then the answer is `false`. */
async function choose(settings: { readonly language: string }): Promise<boolean> {
  const api = (globalThis as { readonly chrome?: Partial<Api> }).chrome;
  if (!api?.storage || !api.i18n) return false;
  const follows = api.i18n.getUILanguage().startsWith(settings.language.slice(0, 2));
  if (!follows) await api.storage.local.set({ settings });
  return true;
}
