import { browser } from './browser';
import { revealInTab } from './tab-messages';

/** How long a page may take to paint what it was scrolled to, and load what comes into view; nothing tells when it did. */
const SETTLE_MS = 500;

/** APIs of one browser only; absent in the other. */
type Captures = {
  readonly captureTab?: (tabId: number, options: { format: 'png' }) => Promise<string>;
};
type PageCapture = { saveAsMHTML(details: { tabId: number }): Promise<Blob | undefined> };

/**
 * Shows an item on its page and takes a picture (PNG) of what is visible of that page. Firefox can do so behind other
 * tabs; Chromium cannot, so there the tab comes to the front for a moment.
 *
 * @throws where the page may not be pictured (browser pages, shops) or its tab is gone
 */
export async function captureScreen(tabId: number, itemId: string): Promise<Blob> {
  const { captureTab } = browser.tabs as unknown as Captures;
  await revealInTab(tabId, itemId, true);
  if (captureTab !== undefined) {
    await settle();
    return blobOf(await captureTab.call(browser.tabs, tabId, { format: 'png' }));
  }
  return inFront(tabId, async (windowId) => {
    await settle();
    await checkFront(tabId);
    const picture = await browser.tabs.captureVisibleTab(windowId, { format: 'png' });
    await checkFront(tabId);
    return blobOf(picture);
  });
}

/** Its person may have turned to another tab meanwhile, which is none of the report's. */
async function checkFront(tabId: number): Promise<void> {
  const { active } = await browser.tabs.get(tabId);
  if (!active) throw new Error('another tab is in front');
}

async function inFront<T>(tabId: number, job: (windowId: number) => Promise<T>): Promise<T> {
  const { windowId, active } = await browser.tabs.get(tabId);
  if (windowId === undefined) throw new Error('a tab without a window');
  if (active) return job(windowId);
  const [front] = await browser.tabs.query({ active: true, windowId });
  await browser.tabs.update(tabId, { active: true });
  try {
    return await job(windowId);
  } finally {
    const now = await browser.tabs.get(tabId).catch(() => undefined);
    if (front?.id !== undefined && now?.active) await browser.tabs.update(front.id, { active: true });
  }
}

function settle(): Promise<void> {
  return new Promise((go) => setTimeout(go, SETTLE_MS));
}

async function blobOf(dataUrl: string): Promise<Blob> {
  return (await fetch(dataUrl)).blob();
}

const PERMISSION = { permissions: ['pageCapture'] } as unknown as Parameters<
  typeof browser.permissions.request
>[0];

/** Whether this browser can save a page as one file; known before the permission is given. */
export const CAN_COPY_PAGE = import.meta.env.CHROME === true;

/** Asks for the permission to save pages. Call it within a user gesture. */
export function allowPageCopy(): Promise<boolean> {
  return browser.permissions.request(PERMISSION);
}

/** The tab's page as one file (MHTML, RFC 2557). @throws where it may not be saved */
export async function copyPage(tabId: number): Promise<Blob> {
  const { chrome } = globalThis as unknown as { chrome?: { pageCapture?: PageCapture } };
  const blob = await chrome?.pageCapture?.saveAsMHTML({ tabId });
  if (blob === undefined) throw new Error('the page was not saved');
  return blob;
}
