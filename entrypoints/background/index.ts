import { defineBackground } from '#imports';
import { browser } from '../../lib/platform/browser';
import { answerMessages } from '../../lib/platform/messenger';
import { openPanel } from '../../lib/platform/panel';
import { TabPages } from '../../lib/platform/tab-pages';
import { showCount } from '../../lib/platform/toolbar';
import { hashMedia } from './hash-media';
import { mediaReader } from './media-reader';

/** Listeners are registered synchronously: a service worker that wakes for an event must find them. */
export default defineBackground(() => {
  const pages = new TabPages(browser.storage.session);
  const inspectMedia = mediaReader();
  const refresh = async (tabId: number) => showCount(tabId, await pages.page(tabId));

  answerMessages({
    'media.inspect': ({ url }, sender) => inspectMedia(url, sender.url),
    'media.hash': async ({ url, tabId }) => hashMedia(url, (await pages.page(tabId))?.url),
    'page.update': async (update, { tabId = -1, frameId = -1, url }) => {
      await pages.update(tabId, frameId, { ...update, url });
      await refresh(tabId);
      return undefined;
    },
    'page.gone': async ({ documentId }, { tabId = -1, frameId = -1 }) => {
      await pages.gone(tabId, frameId, documentId);
      await refresh(tabId);
      return undefined;
    },
    'evidence.open': async ({ itemId }, { tabId = -1 }) => {
      // The panel first: the gesture that allows it is gone after the first await.
      const opened = openPanel(tabId);
      await Promise.all([opened, pages.select(tabId, itemId, true)]);
      return undefined;
    },
    'tab.page': ({ tabId }) => pages.page(tabId),
    'tab.select': async ({ tabId, itemId, ask }) => {
      await pages.select(tabId, itemId, ask);
      return undefined;
    },
  });
  browser.tabs.onRemoved.addListener((tabId) => void pages.close(tabId));
});
