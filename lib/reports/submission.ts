import type { PageItem } from '../messages/page-items';
import type { RecipientRow } from '../rules/recipient-row';

/** Ways out. One file each in `channels/`. */
export const CHANNEL_IDS = ['form', 'mail', 'in-page', 'api', 'atproto', 'copy', 'save'] as const;
export type ChannelId = (typeof CHANNEL_IDS)[number];

/** What a report is about, kept with it for as long as it is kept. */
export type ReportedItem = Pick<PageItem, 'kind' | 'mediaUrl' | 'pageUrl'> & {
  readonly pageTitle: string;
  /** Value of the label shown when the report was made; absent for an item without a label. */
  readonly badge?: string;
};

/** A file that goes with a report. */
export type Attachment = {
  readonly name: string;
  readonly mime: string;
  readonly bytes: Blob;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
};

/**
 * A report a person has looked at, with everything that leaves the machine: the ledger keeps it, the outbox delivers it.
 * Nothing is added to it afterwards.
 */
export type Submission = {
  /** UUID; also the idempotency key, so that a report that is sent twice arrives once. */
  readonly id: string;
  readonly item: ReportedItem;
  readonly categoryId: string;
  readonly recipient: RecipientRow;
  readonly channel: ChannelId;
  /** The report in words, as shown. */
  readonly text: string;
  /** `report.json`, as shown; checked against its schema. */
  readonly report: string;
  readonly evidence?: Attachment;
  /** ISO 8601 with offset: when the person confirmed it. */
  readonly confirmedAt: string;
  /** Law profile in force then. */
  readonly profile: string;
  /** The report this one escalates. */
  readonly follows?: string;
};
