import type { LabelShown } from '../../messages/page-items';
import type { Localized } from '../../rules/localized';
import type { Delivery, Problem, RemoteState } from '../outbox/delivery';
import type { ChannelId, Submission } from '../submission';

/** Where a report stands as its person sees it. */
export const REPORT_STATES = ['draft', 'sent', 'receipt', 'answered', 'closed'] as const;
export type ReportState = (typeof REPORT_STATES)[number];

/**
 * How looking again ended. `changed`: something else, or another copy of it, is at the address now; `there`: something is,
 * and the report holds no hash to compare it with.
 */
export const LOOK_OUTCOMES = ['same', 'there', 'changed', 'gone', 'failed'] as const;
export type LookOutcome = (typeof LOOK_OUTCOMES)[number];

/** What was found at a medium's address when it was looked at again. */
export type Look = {
  readonly outcome: LookOutcome;
  /** HTTP status, or the reason nothing came. */
  readonly why?: string;
  readonly sha256?: string;
  readonly bytes?: number;
  /** Id of the file's container. */
  readonly container?: string;
  /** Kind of the verdict, and of which state; what the file states now. */
  readonly verdict?: string;
  /** Value of the label it would get now. */
  readonly badge?: string;
  /** Ids of the signals found. */
  readonly signals?: readonly string[];
  /** The file as it was then lies in the ledger. */
  readonly kept?: true;
  /** There was no room to keep the file, or the picture of the page, as they were then. */
  readonly noRoom?: true;
  /** Whether a picture of the page was made; absent where content of the report's category is not kept. */
  readonly picture?: LookPicture;
  /** Whether the page showed a label near the medium (Labelling Measures, Article 6), where it stood open. */
  readonly pageShowsLabel?: LabelShown;
};

/**
 * Whether looking again brought a picture of the page. `not-open`: its page stands open in no tab; `not-on-page`: it does,
 * and what was reported was not found on it; `failed`: the browser makes no picture of that page.
 */
export const LOOK_PICTURES = ['kept', 'not-open', 'not-on-page', 'failed'] as const;
export type LookPicture = (typeof LOOK_PICTURES)[number];

/** One thing that happened to a report. Appended, never changed. */
export type LedgerEvent = { readonly at: string } & (
  | { readonly kind: 'confirmed'; readonly channel: ChannelId }
  | { readonly kind: 'attempt'; readonly problem: Problem }
  | { readonly kind: 'again' }
  | { readonly kind: 'delivered'; readonly receipt: string; readonly evidence: 'none' | 'taken' | 'refused' }
  | { readonly kind: 'status'; readonly status: RemoteState; readonly words?: string }
  | { readonly kind: 'state'; readonly state: ReportState }
  | { readonly kind: 'receipt'; readonly words: string }
  | { readonly kind: 'look'; readonly look: Look }
  | { readonly kind: 'escalated'; readonly id: string; readonly to: Localized }
  | { readonly kind: 'follows'; readonly id: string }
);

/** A date by which something should have happened: one of the person's own. */
export type Reminder = {
  readonly id: string;
  /** ISO 8601 with offset. */
  readonly due: string;
  readonly words: string;
  /** When it was shown; absent while it is to come. */
  readonly toldAt?: string;
};

/** A number or text by which a recipient confirmed a report. */
export type Receipt = {
  readonly at: string;
  readonly words: string;
  readonly from: 'endpoint' | 'person';
  /** A file the person attached; it lies in the ledger. */
  readonly file?: ReceiptFile;
};

/** What is known of an attached file; its name is the person's own, from their disk. */
export type ReceiptFile = { readonly name: string; readonly size: number };

/** What the ledger keeps of a submission; its evidence lies in a store of its own. */
export type KeptSubmission = Omit<Submission, 'evidence'> & {
  readonly evidence?: {
    readonly name: string;
    readonly mime: string;
    readonly sha256: string;
    readonly size: number;
  };
};

/** A report in the ledger. */
export type ReportEntry = {
  readonly id: string;
  readonly submission: KeptSubmission;
  readonly state: ReportState;
  /** Only for channels that the extension delivers itself. */
  readonly delivery?: Delivery;
  readonly events: readonly LedgerEvent[];
  readonly reminders: readonly Reminder[];
  readonly notes: string;
  readonly receipts: readonly Receipt[];
  /** ISO 8601 with offset. */
  readonly updatedAt: string;
};

/** Channels that the outbox delivers. */
export const OUTBOX_CHANNELS: readonly ChannelId[] = ['api', 'atproto'];
