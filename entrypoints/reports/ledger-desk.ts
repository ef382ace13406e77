import { browser } from '../../lib/platform/browser';
import { send } from '../../lib/platform/messenger';
import { instant } from '../../lib/platform/wire';
import { dropDraft, readDrafts } from '../../lib/reports/ledger/drafts';
import { withRetry } from '../../lib/reports/ledger/entry-changes';
import {
  addReceipt,
  changeReport,
  readEvidence,
  readLookFile,
  readReceiptFile,
  readReport,
  readReports,
  readSummaries,
  removeReports,
} from '../../lib/reports/ledger/ledger';
import type { LedgerDesk } from '../../lib/ui/reports/ledger-desk';

/** The ledger and the background, as the list of reports uses them. */
export function createLedgerDesk(): LedgerDesk {
  return {
    summaries: readSummaries,
    report: readReport,
    evidence: readEvidence,
    addReceipt: (id, words, file) => addReceipt(id, words, file, instant()),
    receiptFile: readReceiptFile,
    lookFile: readLookFile,
    all: readReports,
    change: changeReport,
    remove: removeReports,
    async retry(id) {
      await changeReport(id, (entry) => withRetry(entry, instant()));
      await send('outbox.wake', {});
    },
    async poll(id) {
      await send('reports.poll', id === undefined ? {} : { id });
    },
    async lookAgain(id) {
      await send('report.look', { id });
    },
    async signIn(server, identifier, password) {
      return (await send('atproto.signIn', { server, identifier, password })).problem;
    },
    drafts: readDrafts,
    dropDraft,
    async openPage(url) {
      await browser.tabs.create({ url });
    },
    allowNotifications: () => browser.permissions.request({ permissions: ['notifications'] }),
    instant,
  };
}
