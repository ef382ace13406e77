import type { PageItem } from '../../../lib/messages/page-items';
import { DEFAULT_TIMEOUT_MS } from '../../support/browsers/browser';
import type { Session } from './session';

/** The part of the extension API used here, in the background. */
declare const chrome: {
  readonly storage: { readonly session: { get(keys: null): Promise<Record<string, unknown>> } };
};

/** Every item that the background knows, of all tabs. */
export async function knownItems({ browser }: Session): Promise<readonly PageItem[]> {
  return (await browser.background(async () => {
    const stored = await chrome.storage.session.get(null);
    return Object.entries(stored)
      .filter(([key]) => key.startsWith('item:'))
      .map(([, item]) => item);
  })) as readonly PageItem[];
}

/** Waits until the background knows an item on this address that satisfies `until`. */
export async function waitForItemOf(
  session: Session,
  url: string,
  until: (item: PageItem) => boolean,
  timeoutMs = DEFAULT_TIMEOUT_MS,
): Promise<PageItem> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const items = (await knownItems(session)).filter(({ mediaUrl }) => mediaUrl === url);
    const found = items.find(until);
    if (found) return found;
    if (performance.now() > deadline)
      throw new Error(`${url}: ${JSON.stringify(items.map(({ inspection }) => inspection.credential))}`);
  }
}
