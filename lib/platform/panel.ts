import { browser, extensionUrl } from './browser';

/** Size of the window that stands in for a panel where none can open. */
const WINDOW = { width: 440, height: 760 } as const;

/** API of one browser only; absent in the other. */
type Panels = {
  readonly sidePanel?: { open(options: { tabId: number }): Promise<void> };
  readonly sidebarAction?: { open(): Promise<void>; isOpen(details: object): Promise<boolean> };
};

/**
 * Opens the evidence panel for a tab: Chromium's side panel, Firefox' sidebar, and a small window where neither
 * may open. Must be called synchronously within a user gesture: both browsers forget it after the first await.
 * Firefox does not pass a gesture on from a content script, so there a click on a label lands in the sidebar
 * only while that is open, else in the window.
 */
export async function openPanel(tabId: number): Promise<void> {
  const panels = browser as unknown as Panels;
  try {
    if (panels.sidePanel) return await panels.sidePanel.open({ tabId });
    if (panels.sidebarAction) return await openSidebar(panels.sidebarAction);
  } catch {
    // No gesture, or a Chromium that has the namespace but no panel: the window always opens.
  }
  await openWindow(tabId);
}

async function openSidebar(sidebar: NonNullable<Panels['sidebarAction']>): Promise<void> {
  const opening = sidebar.open();
  try {
    await opening;
  } catch (error) {
    if (await sidebar.isOpen({})) return;
    throw error;
  }
}

async function openWindow(tabId: number): Promise<void> {
  const url = extensionUrl(`sidepanel.html?tab=${tabId}`);
  const open = await browser.tabs.query({ url: `${extensionUrl('sidepanel.html')}*` });
  const standing = open.find((tab) => tab.url === url);
  if (standing?.windowId === undefined) {
    await browser.windows.create({ type: 'popup', url, ...WINDOW });
    return;
  }
  await browser.windows.update(standing.windowId, { focused: true });
}
