import type { Settings } from '../../../lib/settings/settings';
import { DEFAULT_SETTINGS } from '../../../lib/settings/settings';
import { DEFAULT_TIMEOUT_MS, type Page } from '../../support/browsers/browser';
import { ChromiumPage } from '../../support/browsers/chromium-page';
import { nextFrame } from '../../support/browsers/wait';
import type { Session } from './session';

/** The part of the extension API used here, in the background. */
type Api = {
  readonly tabs: {
    query(which: object): Promise<readonly { readonly id?: number; readonly url?: string }[]>;
  };
  readonly storage: { readonly local: { set(items: object): Promise<void> } };
};

/** Puts settings where the extension keeps them, as its settings page does; what is not named is the default. */
export async function storeSettings(session: Session, change: Partial<Settings>): Promise<void> {
  await ready(session);
  await session.browser.background(
    (settings) => (globalThis as unknown as { chrome: Api }).chrome.storage.local.set({ settings }),
    { ...DEFAULT_SETTINGS, ...change },
  );
}

/** Waits until the background has its API: Chromium hands out a starting service worker before that. */
async function ready({ browser }: Session): Promise<void> {
  const hasApi = () => (globalThis as { readonly chrome?: Partial<Api> }).chrome?.storage !== undefined;
  const deadline = performance.now() + DEFAULT_TIMEOUT_MS;
  while (!(await browser.background(hasApi))) {
    if (performance.now() > deadline) throw new Error('The background has no extension API');
  }
}

/** A view of the extension in a tab of its own, on the page of another tab. */
export async function viewOn(session: Session, page: Page, path: string): Promise<Page> {
  const tab = await session.browser.background(
    async (url) => {
      const tabs = await (globalThis as unknown as { chrome: Api }).chrome.tabs.query({});
      return tabs.find((each) => each.url === url)?.id ?? -1;
    },
    await page.url(),
  );
  return session.browser.extensionPage(`${path}?tab=${tab}`);
}

/** Brings a tab to the front, where it draws. */
export async function bringToFront(page: Page): Promise<void> {
  if (page instanceof ChromiumPage) await page.raw.bringToFront();
  // Firefox brings a tab to the front with every command.
  await page.evaluate(nextFrame);
}
