import type { KeptDraft } from '../../reports/ledger/database';
import type { ReportEntry } from '../../reports/ledger/entry';
import type { Instant } from '../../reports/ledger/entry-changes';
import type { Change, LookFile } from '../../reports/ledger/ledger';
import type { ReportSummary } from '../../reports/ledger/summary';

/** What the list of reports asks of the world beside the services of every view; the entrypoint implements it. */
export type LedgerDesk = {
  summaries(): Promise<readonly ReportSummary[]>;
  report(id: string): Promise<ReportEntry | undefined>;
  evidence(id: string): Promise<Blob | undefined>;
  /** Adds a receipt the person was given elsewhere; rejects with RangeError for a file that is too large. */
  addReceipt(id: string, words: string, file: File | undefined): Promise<void>;
  receiptFile(id: string, at: string): Promise<Blob | undefined>;
  /** What was kept when the medium was looked at again: the file as it was, a picture of its page. */
  lookFile(id: string, at: string, file: LookFile): Promise<Blob | undefined>;
  /** Reports under way, the latest first. */
  drafts(): Promise<readonly KeptDraft[]>;
  dropDraft(key: string): Promise<void>;
  /** Opens the page on which a report was begun. */
  openPage(url: string): Promise<void>;
  /** All reports whole, for an export. */
  all(): Promise<readonly ReportEntry[]>;
  change(id: string, change: Change): Promise<unknown>;
  remove(ids: readonly string[]): Promise<void>;
  /** Puts a delivery that failed, or waits for its person, back into the outbox. */
  retry(id: string): Promise<void>;
  /** Asks recipients where reports stand; without an id, all open ones. */
  poll(id?: string): Promise<void>;
  /** Looks at the medium again and adds what was found to the history. */
  lookAgain(id: string): Promise<void>;
  /** Opens an atproto session. @returns what went wrong, as a code of `ledger.problem.*` */
  signIn(server: string, identifier: string, password: string): Promise<string | undefined>;
  /** Asks for the browser's notifications; called within a person's click. @returns whether they may be shown */
  allowNotifications(): Promise<boolean>;
  instant(): Instant;
};
