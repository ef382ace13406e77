import type { MediaHash } from '../messages/media-hash';
import type { FilledField } from '../reports/channels/form-fields';
import type { Submission } from '../reports/submission';
import type { RecipientRow } from '../rules/recipient-row';
import type { Reporting } from '../settings/reporting';

/** A medium as fetched for a report: its hash and facts, and its bytes where they were wished and had. */
export type FetchedMedium = { readonly hash: MediaHash; readonly bytes?: Blob };

/**
 * What the report view may ask of the world: evidence, recipients, ways out. Evidence names the tab of the report's page:
 * its person may turn to another while it is gathered.
 */
export type ReportServices = {
  /** Fetches a medium of the page once more, without cookies; with `keep`, its bytes too. Never rejects. */
  fetchMedium(tabId: number, url: string, keep: boolean): Promise<FetchedMedium>;
  /**
   * Brings an item into view on its page and takes a picture (PNG) of the visible part of that page. Rejects where the
   * browser does not allow it or the page is gone.
   */
  captureScreen(tabId: number, itemId: string): Promise<Blob>;
  /** Whether this browser can save a page as one file (MHTML). */
  readonly canCopyPage: boolean;
  /** Asks for the permission to. Must be called within a user gesture. */
  allowPageCopy(): Promise<boolean>;
  /** The page as one file (MHTML). Rejects where it is not allowed or the page is gone. */
  copyPage(tabId: number): Promise<Blob>;
  loadReporting(): Promise<Reporting>;
  saveReporting(reporting: Reporting): Promise<void>;
  /** Recipients that an organisation presets; none where there is no policy. */
  loadManagedRecipients(): Promise<readonly RecipientRow[]>;
  /** Opens an `https:` address in a tab, hands a `mailto:` one to the mail program. */
  openAddress(url: string): Promise<void>;
  /**
   * Fills the fields of a form that stands open in a tab of the form's origin; sends nothing.
   *
   * @returns how many fields took their value
   */
  fillForm(url: string, fields: readonly FilledField[]): Promise<number>;
  saveBlob(name: string, content: Blob): Promise<void>;
  /** A random UUID. */
  newId(): string;
  /**
   * Takes over a report a person has confirmed: keeps it, and delivers it where its channel is one that delivers
   * (`api`, `atproto`). What needs the person's own click (opening a page, the clipboard, a file) the view does itself.
   * Rejects when the report could not be kept.
   */
  submitReport(submission: Submission): Promise<void>;
};
