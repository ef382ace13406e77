import { dropDraft, loadDraft, saveDraft } from '../reports/ledger/drafts';
import { addReport, readSummaries, reportsOn } from '../reports/ledger/ledger';
import { watchReports } from '../reports/ledger/news';
import { isWaiting } from '../reports/ledger/summary';
import { saveToken } from '../reports/ledger/tokens';
import type { UiServices } from '../ui/services';
import { browser, extensionUrl } from './browser';
import { send } from './messenger';
import { instant } from './wire';

/**
 * What views may ask of the ledger. They write into it themselves: messages of Chromium carry no files, and a view that
 * is closed in the middle has either kept the report or not.
 */
export const ledgerServices: Pick<
  UiServices,
  | 'submitReport'
  | 'reportsOn'
  | 'watchReports'
  | 'waitingReports'
  | 'openReports'
  | 'saveDraft'
  | 'loadDraft'
  | 'saveToken'
> = {
  async submitReport(submission) {
    await addReport(submission, instant().ms);
    // The report is kept: whatever happens to this message, the outbox finds it.
    void send('outbox.wake', {}).catch(() => undefined);
  },
  async reportsOn(mediaUrl) {
    return [...(await reportsOn(mediaUrl))].sort(
      (a, b) => Date.parse(b.confirmedAt) - Date.parse(a.confirmedAt),
    );
  },
  watchReports,
  async openReports(id) {
    const query = id === undefined ? '' : `?${new URLSearchParams({ id })}`;
    await browser.tabs.create({ url: extensionUrl(`reports.html${query}`) });
  },
  async waitingReports() {
    const now = instant().ms;
    return (await readSummaries()).filter((summary) => isWaiting(summary, now)).length;
  },
  saveDraft(key, edit, pageUrl) {
    if (edit === undefined) return dropDraft(key);
    const page = pageUrl === undefined ? {} : { pageUrl };
    return saveDraft({ key, edit, at: instant().iso, ...page });
  },
  loadDraft,
  saveToken,
};
