import { browser } from './browser';
import type { RawSender } from './sender';

/** The one message views send to content scripts: show a person where an item is. */
type Reveal = { readonly bianshiReveal: string };

/** Asks all frames of a tab to show an item; the one that has it does. */
export async function revealInTab(tabId: number, itemId: string): Promise<void> {
  const message: Reveal = { bianshiReveal: itemId };
  try {
    await browser.tabs.sendMessage(tabId, message);
  } catch {
    // No content script there any more: the page was left or the extension updated. Nothing to show.
  }
}

/** Calls `show` for every such request of our own pages, until `signal` aborts. */
export function onReveal(show: (itemId: string) => void, signal: AbortSignal): void {
  const listener = (message: unknown, sender: RawSender): undefined => {
    if (sender.id !== browser.runtime.id || !isReveal(message)) return;
    show(message.bianshiReveal);
  };
  browser.runtime.onMessage.addListener(listener);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener), { once: true });
}

function isReveal(message: unknown): message is Reveal {
  if (typeof message !== 'object' || message === null || !('bianshiReveal' in message)) return false;
  return typeof message.bianshiReveal === 'string';
}
