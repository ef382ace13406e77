import { browser, extensionUrl } from '../../lib/platform/browser';
import { handOver } from '../../lib/platform/handed-over';
import { isInMemory, memoryPicture } from '../../lib/platform/memory-picture';
import { mayNotify } from '../../lib/platform/notices';
import { isDocumentAddress } from '../../lib/ui/model/document-address';
import { offerSelectionCheck, selectionEntry } from './selection-menu';

const ENTRY = 'check-provenance';

/** The page of ours that shows what is known of one medium, by its address. */
const INSPECT_PAGE = 'inspect.html';

/** The part of `contextMenus.OnClickData` that says what was clicked. */
export type Clicked = {
  readonly menuItemId: string | number;
  readonly mediaType?: string | undefined;
  readonly srcUrl?: string | undefined;
  readonly linkUrl?: string | undefined;
  readonly pageUrl?: string | undefined;
  readonly frameUrl?: string | undefined;
  readonly frameId?: number | undefined;
};

/**
 * The context menu *Check provenance* on media, links and the page itself. A click opens the Inspect page on the
 * address, on behalf of the page it was clicked on. Register it synchronously with the other listeners.
 */
export function offerCheckMenu(): void {
  offerSelectionCheck();
  browser.runtime.onInstalled.addListener(() => void createEntry());
  // Firefox forgets entries of an event page that was installed temporarily when it restarts.
  browser.runtime.onStartup.addListener(() => void createEntry());
  browser.contextMenus.onClicked.addListener(
    (clicked, tab) => void openInspect(ofTab(clicked, tab?.url), tab?.id),
  );
}

async function createEntry(): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: ENTRY,
    title: browser.i18n.getMessage('menuCheckProvenance'),
    contexts: ['image', 'video', 'audio', 'link', 'page', 'frame'],
  });
  browser.contextMenus.create(selectionEntry());
}

async function openInspect(clicked: Clicked, tabId: number | undefined): Promise<void> {
  if (clicked.menuItemId !== ENTRY) return;
  const path = inspectPath(clicked, await keptPicture(clicked, tabId));
  if (path === undefined) return;
  await browser.tabs.create({
    url: extensionUrl(path),
    active: !(await staysBehind(clicked)),
    ...(tabId === undefined ? {} : { openerTabId: tabId }),
  });
}

/**
 * Keeps the bytes of a picture that only its page holds where the Inspect page finds them.
 *
 * @returns what they are asked for by, also where they could not be had: then the page says so
 */
async function keptPicture({ srcUrl, frameId = 0 }: Clicked, tabId: number | undefined) {
  if (srcUrl === undefined || !isInMemory(srcUrl)) return undefined;
  const id = crypto.randomUUID();
  const place = tabId === undefined ? undefined : { tabId, frameId };
  const picture = await memoryPicture(srcUrl, place);
  if (picture !== undefined) await handOver(id, picture).catch(() => undefined);
  return id;
}

/** A document behind a link is read in the background where a notification can tell what came of it. */
async function staysBehind({ srcUrl, linkUrl }: Clicked): Promise<boolean> {
  return srcUrl === undefined && linkUrl !== undefined && isDocumentAddress(linkUrl) && (await mayNotify());
}

const isOfWeb = (url: string | undefined): url is string => url !== undefined && /^https?:/.test(url);

/**
 * A click in the browser's viewer of documents may name the viewer instead of the document: then the frame's address
 * counts, or the tab's.
 */
export function ofTab(clicked: Clicked, tabUrl: string | undefined): Clicked {
  const { frameUrl, pageUrl } = clicked;
  const shown = isOfWeb(frameUrl) && isDocumentAddress(frameUrl) ? frameUrl : undefined;
  return { ...clicked, pageUrl: shown ?? [pageUrl, tabUrl].find(isOfWeb) ?? pageUrl };
}

/** Longest address a page of ours is opened with. */
const MAX_ADDRESS_CHARS = 32 * 1024;

/**
 * Where a click leads: what is nearest under the pointer counts, the medium before the link around it.
 *
 * @param kept by what the bytes of a picture that only its page holds are asked for
 * @returns path with `url` or `kept` and, where it was found on a page, `page`; `undefined` where nothing can be asked for
 */
export function inspectPath(clicked: Clicked, kept?: string): string | undefined {
  const { menuItemId, srcUrl, linkUrl, pageUrl } = clicked;
  const url = srcUrl ?? linkUrl ?? pageUrl;
  if (menuItemId !== ENTRY || url === undefined) return undefined;
  if (kept === undefined && url.length > MAX_ADDRESS_CHARS) return undefined;
  const what = kept === undefined ? { url } : { kept };
  return `${INSPECT_PAGE}?${new URLSearchParams({ ...what, ...(pageUrl === undefined ? {} : { page: pageUrl }) })}`;
}
