import type { DocumentResult } from '../ui/services';
import { browser } from './browser';
import { noticeServices } from './notices';

/** Results kept, the newest of all pages; each is a few lines. */
const MAX_KEPT = 50;

/** Longest address kept, and longest text of a result. */
const MAX_ADDRESS_CHARS = 8 * 1024;
const MAX_TEXT_CHARS = 500;

/** Begins the keys of results in the session store, which is in memory until the browser closes. */
const PREFIX = 'document-result:';

/** Keeps what came of a document, for the panel of the page it was checked from; the oldest beyond the bound are let go. */
export async function keepDocumentResult(result: DocumentResult): Promise<void> {
  const { url, page } = result;
  if (url.length > MAX_ADDRESS_CHARS || (page?.length ?? 0) > MAX_ADDRESS_CHARS) return;
  const [name, sentence] = [result.name, result.sentence].map((text) => text.slice(0, MAX_TEXT_CHARS));
  await browser.storage.session.set({ [PREFIX + url]: { ...result, name, sentence } });
  const old = (await all()).slice(MAX_KEPT).map((each) => PREFIX + each.url);
  if (old.length > 0) await browser.storage.session.remove(old);
}

/** What came of the documents that were checked from a page, and of the page itself where it is one; the newest first. */
export async function documentResults(page: string): Promise<readonly DocumentResult[]> {
  const here = bare(page);
  return (await all()).filter((each) => bare(each.url) === here || bare(each.page ?? '') === here);
}

/** Calls `changed` when a result is kept, until `signal` aborts. */
export function watchDocumentResults(changed: () => void, signal: AbortSignal): void {
  const listener = (changes: Readonly<Record<string, unknown>>) => {
    if (Object.keys(changes).some((key) => key.startsWith(PREFIX))) changed();
  };
  browser.storage.session.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.session.onChanged.removeListener(listener), {
    once: true,
  });
}

/** What views may do with the results of documents: keep and show them, and tell them by notification. */
export const documentServices = {
  keepDocumentResult,
  documentResults,
  watchDocumentResults,
  ...noticeServices,
};

async function all(): Promise<readonly DocumentResult[]> {
  const kept = Object.entries(await browser.storage.session.get(null));
  return kept
    .filter(([key]) => key.startsWith(PREFIX))
    .map(([, value]) => value as DocumentResult)
    .sort((one, other) => (one.at < other.at ? 1 : -1));
}

const bare = (address: string): string => address.split('#', 1)[0] ?? '';
