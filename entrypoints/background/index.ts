import { defineBackground } from '#imports';
import { browser } from '../../lib/platform/browser';
import { clearGraphs } from '../../lib/platform/credential-graphs';
import { injectEverywhere, injectInto } from '../../lib/platform/inject';
import { answerMessages } from '../../lib/platform/messenger';
import { tellPageHeaders } from '../../lib/platform/page-headers';
import { openPanel } from '../../lib/platform/panel';
import { guardPrivateNetwork } from '../../lib/platform/private-guard';
import type { Sender } from '../../lib/platform/sender';
import { recheckInTab } from '../../lib/platform/tab-messages';
import { TabPages } from '../../lib/platform/tab-pages';
import { showCount } from '../../lib/platform/toolbar';
import { offerCheckMenu } from './check-menu';
import { checker } from './checker';
import { credentialDesk } from './credential-desk';
import { hashMedia } from './hash-media';
import { mediaReader } from './media-reader';
import { readPermits } from './read-permits';
import { reportHandlers } from './report-handlers';
import { type Asked, speakingPage } from './speaking-page';
import { followTrust, refreshWhenDue, trustLists, trustVersion } from './trust-lists';

/** Listeners are registered synchronously: a service worker that wakes for an event must find them. */
export default defineBackground(() => {
  const pages = new TabPages(browser.storage.session);
  const permits = readPermits(() => performance.now());
  const inspectMedia = mediaReader(permits);
  const desk = credentialDesk({ host: checker(), trust: trustLists, trustVersion });
  const refresh = async (tabId: number) => showCount(tabId, await pages.page(tabId));

  answerMessages({
    'media.verify': (request, sender) => desk.verify(request, askingPage(request, sender)),
    'credential.fetch': (request) => desk.fetchElsewhere(request),
    'frame.load': async ({ script }, { tabId = -1, frameId = -1, documentId }) => {
      const place = { tabId, frameId, ...(documentId === undefined ? {} : { documentId }) };
      if (!(await injectInto(place, `${script}.js`))) throw new Error('not loaded');
      return undefined;
    },
    'media.inspect': ({ url, kind }, sender) =>
      inspectMedia({ url, kind, page: sender.url, tabId: sender.tabId }),
    'media.hash': async ({ url, tabId, keep }) => hashMedia(url, (await pages.page(tabId))?.url, keep),
    'page.update': async (update, { tabId = -1, frameId = -1, url }) => {
      await pages.update(tabId, frameId, { ...update, url });
      await refresh(tabId);
      return undefined;
    },
    'page.gone': async ({ documentId }, { tabId = -1, frameId = -1 }) => {
      if (frameId === 0) permits.forget(tabId);
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
    'tab.page': ({ tabId }) => speakingPage(pageOf(tabId, pages)),
    'tab.recheck': async ({ tabId, why }) => {
      permits.grant(tabId, why);
      await recheckInTab(tabId, why);
      return undefined;
    },
    'tab.select': async ({ tabId, itemId, ask }) => {
      await pages.select(tabId, itemId, ask);
      return undefined;
    },
    ...reportHandlers((tabId) => pages.page(tabId)),
  });
  tellPageHeaders();
  offerCheckMenu();
  followTrust();
  browser.runtime.onStartup.addListener(() => void refreshWhenDue().catch(() => undefined));
  browser.runtime.onStartup.addListener(() => void clearGraphs().catch(() => undefined));
  void guardPrivateNetwork().catch(() => undefined);
  void injectEverywhere('sentry.js').catch(() => undefined);
  forgetClosed(pages);
});

/** A page without media has not spoken: its script is loaded when a view asks, and speaks. */
function pageOf(tabId: number, pages: TabPages): Asked {
  return {
    read: () => pages.page(tabId),
    rouse: () => injectInto({ tabId, frameId: 0 }, 'page.js'),
    pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  };
}

function forgetClosed(pages: TabPages): void {
  browser.tabs.onRemoved.addListener((tabId) => void pages.close(tabId));
  // Chromium gives a tab that it puts away another id; Firefox knows no such event.
  browser.tabs.onReplaced?.addListener((_, tabId) => void pages.close(tabId));
}

/** The page a request is made for; what a person asks for by address is asked for by that address alone. */
function askingPage(
  { url, page }: { readonly url: string; readonly page?: string },
  { caller, url: sender }: Sender,
): string {
  return caller === 'content' ? sender : (page ?? url);
}
