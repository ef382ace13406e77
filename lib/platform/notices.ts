import { browser } from './browser';

/** The permission is optional: it is asked for when a person first wants to be told. */
const PERMISSION = { permissions: ['notifications' as const] };

/** Begins the ids of these notifications: reminders of reports have others, and their own answer to a click. */
export const DOCUMENT_NOTICE = 'document:';

/** Whether the browser lets us show notifications. */
export function mayNotify(): Promise<boolean> {
  return browser.permissions.contains(PERMISSION).catch(() => false);
}

/** Asks for the permission. Must be called synchronously within a user gesture. */
export function askToNotify(): Promise<boolean> {
  return browser.permissions.request(PERMISSION);
}

/**
 * Shows a notification of the system; a click on it brings this page to the front. Words only: nothing from a file
 * is given as an icon or an address.
 */
export async function notify(title: string, message: string): Promise<void> {
  const iconUrl = browser.runtime.getURL('/icon/128.png');
  const id = `${DOCUMENT_NOTICE}${crypto.randomUUID()}`;
  await browser.notifications.create(id, { type: 'basic', iconUrl, title, message });
  const onClick = (clicked: string) => {
    if (clicked !== id) return;
    browser.notifications.onClicked.removeListener(onClick);
    void browser.notifications.clear(id);
    void bringToFront();
  };
  browser.notifications.onClicked.addListener(onClick);
}

/** What views may ask about notifications. */
export const noticeServices = { mayNotify, askToNotify, notify };

async function bringToFront(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id !== undefined) await browser.tabs.update(tab.id, { active: true });
  if (tab?.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
}
