import { loadReporting, saveReporting } from '../settings/reporting-item';
import type { ReportServices } from '../ui/report-services';
import { browser } from './browser';
import { allowPageCopy, CAN_COPY_PAGE, captureScreen, copyPage } from './capture-page';
import { fillForm } from './fill-form';
import { takeOver } from './handed-over';
import { loadManagedRecipients } from './managed-recipients';
import { send } from './messenger';

/** The services of the report view, on top of the extension API. */
export const reportServices: Omit<ReportServices, 'submitReport'> = {
  fetchMedium,
  captureScreen,
  canCopyPage: CAN_COPY_PAGE,
  allowPageCopy,
  copyPage,
  loadReporting,
  saveReporting,
  loadManagedRecipients,
  openAddress,
  fillForm,
  saveBlob,
  newId: () => crypto.randomUUID(),
};

async function fetchMedium(tabId: number, url: string, keep: boolean) {
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
