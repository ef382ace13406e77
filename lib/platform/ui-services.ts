import type { PageItem, TabPage } from '../messages/page-items';
import { loadSettings, saveSettings, watchSettings } from '../settings/settings-item';
import type { FetchedCredential, UiServices } from '../ui/services';
import { browser, extensionUrl } from './browser';
import { keyOfMedia, readGraph } from './credential-graphs';
import { documentServices } from './document-results';
import { fetchPicture } from './fetch-picture';
import { browserLanguage } from './language';
import { ledgerServices } from './ledger-services';
import { isoWithOffset } from './local-time';
import { send } from './messenger';
import { openPanel } from './panel';
import { reportServices, saveBlob } from './report-services';
import { revealInTab, verifyInTab } from './tab-messages';

/** Changes of the session store come in bursts; one reading answers a burst. */
const BURST_MS = 50;

/**
 * What the views may ask of the world, on top of the extension API.
 *
 * @param address the view's own URL; `?tab=` ties it to a tab, else it follows the active tab of its window
 */
export function createUiServices(address = location.href): UiServices {
  const fixedTab = new URL(address).searchParams.get('tab');
  // The tab whose page the view shows. Known before a click: a gesture is forgotten after an await, and a popup is
  // gone as soon as a panel opens, with all it had not yet asked for.
  let currentTab: number | undefined;
  const tabId = async () => {
    currentTab = fixedTab === null ? await activeTab() : Number(fixedTab);
    return currentTab;
  };
  const loadPage = async () => {
    const id = await tabId();
    return id === undefined ? undefined : send('tab.page', { tabId: id });
  };
  return {
    loadPage,
    watchPage: (listener, signal) => watchPage(loadPage, listener, signal),
    async revealItem(itemId) {
      const id = currentTab ?? (await tabId());
      if (id !== undefined) await revealInTab(id, itemId);
    },
    async openPanel(itemId) {
      if (currentTab === undefined) return;
      const opened = openPanel(currentTab);
      await Promise.all([opened, send('tab.select', { tabId: currentTab, itemId, ask: true })]);
    },
    async selectItem(itemId) {
      const id = currentTab ?? (await tabId());
      if (id !== undefined) await send('tab.select', { tabId: id, itemId });
    },
    openOptions: () => browser.runtime.openOptionsPage(),
    openInspect: (item) => openTab(inspectPath(item)),
    tabAddress: async () => addressOf(currentTab ?? (await tabId())),
    ...documentServices,
    loadHistory: ({ mediaUrl }) => readGraph(keyOfMedia(mediaUrl)),
    async openHistory({ id }) {
      const tab = currentTab ?? (await tabId());
      await openTab(`inspect.html?${new URLSearchParams({ tab: String(tab), item: id })}`);
    },
    async checkCredential({ id }, request) {
      const tab = currentTab ?? (await tabId());
      if (tab !== undefined) await verifyInTab(tab, id, request);
    },
    fetchNamed,
    async recheck(why) {
      const tab = currentTab ?? (await tabId());
      if (tab !== undefined) await send('tab.recheck', { tabId: tab, why });
    },
    ...reportServices,
    fetchPicture,
    ...ledgerServices,
    loadSettings,
    saveSettings,
    watchSettings,
    copyText: (text) => navigator.clipboard.writeText(text),
    saveFile: (name, mime, content) => saveBlob(name, new Blob([content], { type: mime })),
    browserLanguage,
    now: () => isoWithOffset(new Date()),
    version: () => browser.runtime.getManifest().version,
  };
}

async function fetchNamed(from: string): Promise<FetchedCredential> {
  const check = await send('credential.fetch', { url: from, from });
  const graph = check.kind === 'checked' ? await readGraph(keyOfMedia(from)) : undefined;
  return { check, ...(graph ? { graph } : {}) };
}

function inspectPath(item: Pick<PageItem, 'mediaUrl' | 'pageUrl'> | undefined): string {
  if (item === undefined) return 'inspect.html';
  return `inspect.html?${new URLSearchParams({ url: item.mediaUrl, page: item.pageUrl })}`;
}

async function addressOf(tabId: number | undefined): Promise<string | undefined> {
  return tabId === undefined ? undefined : (await browser.tabs.get(tabId)).url;
}

async function openTab(path: string): Promise<void> {
  await browser.tabs.create({ url: extensionUrl(path) });
}

async function activeTab(): Promise<number | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id;
}

function watchPage(
  load: () => Promise<TabPage | undefined>,
  listener: (page: TabPage | undefined) => void,
  signal: AbortSignal,
): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = async () => {
    const page = await load();
    if (!signal.aborted) listener(page);
  };
  const changed = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void tell(), BURST_MS);
  };
  browser.storage.session.onChanged.addListener(changed);
  browser.tabs.onActivated.addListener(changed);
  browser.tabs.onUpdated.addListener(changed);
  const stop = () => {
    clearTimeout(timer);
    browser.storage.session.onChanged.removeListener(changed);
    browser.tabs.onActivated.removeListener(changed);
    browser.tabs.onUpdated.removeListener(changed);
  };
  signal.addEventListener('abort', stop, { once: true });
}
