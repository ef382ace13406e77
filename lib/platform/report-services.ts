import { loadReporting, saveReporting } from '../settings/reporting-item';
import type { ReportServices } from '../ui/report-services';
import { browser } from './browser';
import { allowPageCopy, CAN_COPY_PAGE, captureScreen, copyPage } from './capture-page';
import { fillForm } from './fill-form';
import { takeOver } from './handed-over';
import { loadManagedRecipients } from './managed-recipients';
import { send } from './messenger';

/**
 * The services of the report view, on top of the extension API.
 *
 * @param tabId the tab whose page is reported on; `undefined` where it is gone
 */
export function createReportServices(
  tabId: () => Promise<number | undefined>,
): Omit<ReportServices, 'submitReport'> {
  const here = async () => {
    const id = await tabId();
    if (id === undefined) throw new Error('the page is gone');
    return id;
  };
  return {
    async fetchMedium(url, keep) {
      const id = await tabId();
      return id === undefined ? { hash: { failure: 'gone' } } : fetchMedium(url, id, keep);
    },
    captureScreen: async (itemId) => captureScreen(await here(), itemId),
    canCopyPage: CAN_COPY_PAGE,
    allowPageCopy,
    copyPage: async () => copyPage(await here()),
    loadReporting,
    saveReporting,
    loadManagedRecipients,
    openAddress,
    fillForm,
    saveBlob,
    newId: () => crypto.randomUUID(),
  };
}

async function fetchMedium(url: string, tabId: number, keep: boolean) {
  const id = crypto.randomUUID();
  const hash = await send('media.hash', { url, tabId, ...(keep ? { keep: id } : {}) });
  const bytes = keep && 'sha256' in hash ? await takeOver(id).catch(() => undefined) : undefined;
  return { hash, ...(bytes === undefined ? {} : { bytes }) };
}

/** A mail program is asked by a link: a tab for it would stay behind, empty. */
async function openAddress(url: string): Promise<void> {
  if (!url.startsWith('mailto:')) await browser.tabs.create({ url });
  else Object.assign(document.createElement('a'), { href: url }).click();
}

/** Hands a file to the browser's own download, under a name of ours. */
export async function saveBlob(name: string, content: Blob): Promise<void> {
  const url = URL.createObjectURL(content);
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  // The download has its own reference once the click was handled.
  setTimeout(() => URL.revokeObjectURL(url), 0);
}
