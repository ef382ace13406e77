import { browser } from './browser';
import { injectInto } from './inject';
import { linkTargets } from './link-header';

/** Longest value of a header that is handed on. */
const MAX_HEADER_CHARS = 4096;

/** draft-abaris-aicdh-01: what a server says of the document it answers with. */
const DISCLOSURE = 'ai-disclosure';

/** C2PA 2.5 §11.4: where a manifest store of the document stands. */
const MANIFEST = 'c2pa-manifest';

const LOADS = { urls: ['http://*/*', 'https://*/*'], types: ['main_frame' as const] };

/** What documents are told of the answer they came with. */
export type PageHeaders = {
  readonly url: string;
  /** Value of `AI-Disclosure`. */
  readonly disclosure?: string;
  /** Absolute addresses that `Link` names for `c2pa-manifest`. */
  readonly manifests: readonly string[];
};
type Message = { readonly bianshiHeaders: PageHeaders };

/**
 * Tells documents of an `AI-Disclosure` header they were answered with, and of a manifest store that `Link` names: no script
 * of a page can see headers. Looks on when a load is over, delays nothing, and keeps nothing; a document without either is not
 * touched. Register synchronously.
 */
export function tellPageHeaders(): void {
  browser.webRequest.onCompleted.addListener(
    ({ tabId, frameId, url, responseHeaders = [] }) => {
      const valuesOf = (wanted: string) =>
        responseHeaders.flatMap(({ name, value }) => (value && name.toLowerCase() === wanted ? [value] : []));
      const [disclosure] = valuesOf(DISCLOSURE);
      const manifests = linkTargets(valuesOf('link').join(','), MANIFEST, url);
      if (tabId >= 0 && (disclosure || manifests.length > 0))
        void tell(tabId, frameId, {
          url,
          manifests,
          ...(disclosure ? { disclosure: disclosure.slice(0, MAX_HEADER_CHARS) } : {}),
        });
      return undefined;
    },
    LOADS,
    ['responseHeaders'],
  );
}

/** A short answer is over before its document stands; a document that will not come is given up. */
const PATIENCE_MS = [0, 50, 200, 1000, 3000] as const;

async function tell(tabId: number, frameId: number, headers: PageHeaders): Promise<void> {
  for (const delay of PATIENCE_MS) {
    if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
    if (await isTold(tabId, frameId, headers)) return;
  }
}

/** Whether the document was the one meant. It may have gone meanwhile, or belong to the browser. */
async function isTold(tabId: number, frameId: number, headers: PageHeaders): Promise<boolean> {
  const message: Message = { bianshiHeaders: headers };
  if (!(await injectInto({ tabId, frameId }, 'page.js'))) return false;
  const answer: unknown = await browser.tabs.sendMessage(tabId, message, { frameId }).catch(() => undefined);
  return answer === true;
}

/** Calls `hear` with the headers of this very document, until `signal` aborts. Register before anything is awaited. */
export function onPageHeaders(
  address: () => string,
  hear: (headers: PageHeaders) => void,
  signal: AbortSignal,
): void {
  const listener = (message: unknown, sender: { readonly id?: string }): Promise<true> | undefined => {
    const headers = sender.id === browser.runtime.id ? headersIn(message) : undefined;
    // Before its document stands, and with a download, another document does.
    if (!headers || bare(headers.url) !== bare(address())) return undefined;
    hear(headers);
    return Promise.resolve(true);
  };
  browser.runtime.onMessage.addListener(listener);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener), { once: true });
}

function headersIn(message: unknown): PageHeaders | undefined {
  if (typeof message !== 'object' || message === null || !('bianshiHeaders' in message)) return undefined;
  const headers = message.bianshiHeaders as Partial<PageHeaders> | null;
  const { url, disclosure, manifests } = headers ?? {};
  if (typeof url !== 'string' || !Array.isArray(manifests)) return undefined;
  const named = manifests.filter((each) => typeof each === 'string');
  return { url, manifests: named, ...(typeof disclosure === 'string' ? { disclosure } : {}) };
}

const bare = (address: string): string => address.split('#', 1)[0] ?? '';
