import type { CredentialCheck, ProvenanceGraph } from '../c2pa/credential';
import type { Inspection } from '../inspect/inspection';
import type { PageItem, RecheckReason, TabPage } from '../messages/page-items';
import type { ReportSummary } from '../reports/ledger/summary';
import type { Language } from '../rules/localized';
import type { Settings } from '../settings/settings';
import type { ReportServices } from './report-services';

/** What a person may ask of a credential that was not checked by itself. */
/** What came of a document that was checked by its address, in a line. */
export type DocumentResult = {
  readonly url: string;
  /** The page it was checked from. */
  readonly page?: string;
  readonly name: string;
  readonly sentence: string;
  /** ISO 8601 with offset. */
  readonly at: string;
};

/** A credential fetched by itself: its check, and its history where there is one. */
export type FetchedCredential = { readonly check: CredentialCheck; readonly graph?: ProvenanceGraph };

export type CredentialRequest = 'force' | 'elsewhere';

/**
 * Everything a view may ask of the world outside its own DOM. Views get it as an argument, so that they run in
 * tests without a browser extension around them. `lib/platform` implements it.
 */
export type UiServices = ReportServices & {
  /** The page of the tab this view belongs to; `undefined` where there is none to read (browser pages). */
  loadPage(): Promise<TabPage | undefined>;
  /** Calls `listener` on every change of that page until `signal` aborts. */
  watchPage(listener: (page: TabPage | undefined) => void, signal: AbortSignal): void;
  /** Scrolls the item's picture into view and shows which one it is. */
  revealItem(itemId: string): Promise<void>;
  /** Opens the panel (or what stands in for it) on an item. Must be called within a user gesture. */
  openPanel(itemId: string | undefined): Promise<void>;
  /**
   * Tells the tab's page which item is looked at (`undefined`: the list), so that a panel opened anew begins there.
   */
  selectItem(itemId: string | undefined): Promise<void>;
  openOptions(): Promise<void>;
  /** Opens the page on which a person inspects files of their own; with an item, on that item's file. */
  openInspect(item?: Pick<PageItem, 'mediaUrl' | 'pageUrl'>): Promise<void>;
  /** Address of the tab this view belongs to, also where there is no page to read (a document in the browser's viewer). */
  tabAddress(): Promise<string | undefined>;
  /** Whether notifications may be shown; the permission is optional. */
  mayNotify(): Promise<boolean>;
  /** Asks for that permission. Must be called within a user gesture. */
  askToNotify(): Promise<boolean>;
  /** Shows a notification; a click on it brings this view to the front. */
  notify(title: string, message: string): Promise<void>;
  /**
   * Checks the signatures that labels carry, as far as this view can (see `inspect/check-signatures`). The reader of a
   * page does not, since the arithmetic stays out of pages.
   */
  checkSignatures?(inspection: Inspection): Promise<Inspection>;
  /** The history of an item's Content Credentials; `undefined` where none was kept. */
  loadHistory(item: PageItem): Promise<ProvenanceGraph | undefined>;
  /** Opens an item's history on a page of its own. */
  openHistory(item: PageItem): Promise<void>;
  /**
   * Asks for an item's credential to be checked although that was not done by itself: `force` beyond the size limit
   * or once more, `elsewhere` by contacting the address that the file names. The result comes with the item.
   */
  checkCredential(item: PageItem, request: CredentialRequest): Promise<void>;
  /** Keeps what came of a document, for the panel of the page it was checked from. */
  keepDocumentResult(result: DocumentResult): Promise<void>;
  /** What came of documents checked from a page, the newest first. */
  documentResults(page: string): Promise<readonly DocumentResult[]>;
  watchDocumentResults(changed: () => void, signal: AbortSignal): void;
  /** Fetches the credential that a page names, on a person's word, and checks it by itself. Rejects when nobody answers. */
  fetchNamed(from: string): Promise<FetchedCredential>;
  /** Has read what was left out for that reason, with what it takes: cookies, or more than the page's budget. */
  recheck(why: RecheckReason): Promise<void>;
  /** The bytes of a picture, for where a page of ours may not show it from its address. Rejects when not to be had. */
  fetchPicture(url: string, signal: AbortSignal): Promise<Blob>;
  /** Reports there are on a medium, the latest first. */
  reportsOn(mediaUrl: string): Promise<readonly ReportSummary[]>;
  /** Calls `listener` after every change of any report, wherever it was made, until `signal` aborts. */
  watchReports(listener: () => void, signal: AbortSignal): void;
  /** How many reports wait for their person: a reminder is due, or a delivery needs them. */
  waitingReports(): Promise<number>;
  /** Opens the page of all reports; with an id, on that report. */
  openReports(id?: string): Promise<void>;
  /** Keeps a report under way (anything the structured clone takes) under a key of its item; `undefined` forgets it. */
  saveDraft(key: string, edit: unknown, pageUrl?: string): Promise<void>;
  /** What `saveDraft` kept; its shape is for the caller to check. */
  loadDraft(key: string): Promise<unknown>;
  /** Keeps the bearer token of an endpoint; an empty one forgets it. */
  saveToken(url: string, token: string): Promise<void>;
  loadSettings(): Promise<Settings>;
  saveSettings(settings: Settings): Promise<void>;
  watchSettings(listener: (settings: Settings) => void, signal: AbortSignal): void;
  copyText(text: string): Promise<void>;
  saveFile(name: string, mime: string, content: string): Promise<void>;
  /** Browser's own interface language, mapped to one of ours. */
  browserLanguage(): Language;
  /** Now, as ISO 8601 with the machine's UTC offset. */
  now(): string;
  version(): string;
};
