import type { FileText } from '../bytes/file-text';
import type { Inspection } from '../inspect/inspection';
import type { LabelPlan } from '../labels/label-plan';
import type { NotCheckedReason } from '../verdict/verdict';

/** What media there are. */
export const MEDIUM_KINDS = ['image', 'video', 'audio'] as const;
export type MediumKind = (typeof MEDIUM_KINDS)[number];

/** What can be labelled: a medium, a text on the page, or the page as a whole. */
export const ITEM_KINDS = [...MEDIUM_KINDS, 'text', 'page'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

/** Whether the page itself shows a label near a medium whose file says AI; `unknown` where it could not be looked for. */
export const LABEL_SHOWN = ['yes', 'no', 'unknown'] as const;
export type LabelShown = (typeof LABEL_SHOWN)[number];

/** One labelled thing on a page, as the panel, the popup and reports know it. JSON-safe. */
export type PageItem = {
  /** Unique in its tab. */
  readonly id: string;
  readonly kind: ItemKind;
  /** What it is to the element that shows it, where it is not simply its content. */
  readonly as?: 'background' | 'poster';
  /** URL of the medium as displayed (`currentSrc`); of a text or a page that of the document. */
  readonly mediaUrl: string;
  /** URL of the document it stands in (the frame's, where framed). */
  readonly pageUrl: string;
  /** What the page calls it in words; of a text its headline, of a page its title. */
  readonly alt: FileText;
  /** How a text begins. */
  readonly excerpt?: FileText;
  readonly inspection: Inspection;
  /** Of a medium whose file says AI: whether the page shows an explicit label near it (Labelling Measures, Article 6). */
  readonly pageShowsLabel?: LabelShown;
  readonly label: LabelPlan;
  /** ISO 8601 with offset: when the file was read. */
  readonly readAt: string;
};

/** How many items of a page ended how. "Nothing found" and "not checked" are said apart. */
export type PageCounts = {
  readonly labelled: number;
  readonly noLabel: number;
  readonly unreadable: number;
  readonly notChecked: { readonly [reason in NotCheckedReason]?: number };
};

/** Where a page names Content Credentials that it does not hold: in a `link`, in the header `Link`, in its text. */
export const NAMED_BY = ['link', 'header', 'text'] as const;

/** Content Credentials kept elsewhere (C2PA 2.5 §11.4, A.5, A.9): shown, fetched only on a person's word. */
export type NamedManifest = { readonly url: string; readonly by: (typeof NAMED_BY)[number] };

/** Everything known about one tab's page, all frames together. */
export type TabPage = {
  readonly tabId: number;
  readonly url: string;
  readonly title: string;
  readonly paused: boolean;
  readonly items: readonly PageItem[];
  readonly counts: PageCounts;
  readonly named?: readonly NamedManifest[];
  /** Item the panel should show, where one was clicked. */
  readonly selected?: string;
  /** Counts how often a person asked for the evidence on an item, so that asking twice for the same one is news. */
  readonly asked?: number;
};

/**
 * What a person asks of a credential: `force`, the check although the file is large or checks are on request;
 * `elsewhere`, to fetch the credential from the address that the file names.
 */
export const VERIFY_REQUESTS = ['force', 'elsewhere'] as const;
export type VerifyRequest = (typeof VERIFY_REQUESTS)[number];

/** Reasons for which a person may ask once more for what was not checked; each is an own consent, given with a click. */
export const RECHECK_REASONS = [
  'needs-sign-in',
  'budget',
  'save-data',
  'timed-out',
  'network-failed',
] as const satisfies readonly NotCheckedReason[];
export type RecheckReason = (typeof RECHECK_REASONS)[number];
