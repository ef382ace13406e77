import type { HttpFacts } from '../messages/media-hash';
import type { Localized } from '../rules/localized';
import type { ReportClause } from './draft';
import type { ReportEvidence, ReportGbLabel } from './evidence';
import type { Moment } from './moment';
import type { Severity } from './severity';

/** Raise with every change of shape; `docs/report.schema.json` is generated from {@link Report}. */
export const REPORT_VERSION = 2;

/** Version of the XARF core that the outer members follow (xarf-core.json of XARF v4). */
export const XARF_VERSION = '4.0.0';

/** Somebody in the sense of XARF's `contact_info`. A private person has no organisation; what is withheld is empty. */
export type ReportContact = {
  readonly org: string;
  readonly contact: string;
  readonly domain: string;
};

/**
 * One file that goes with the report, in the shape of XARF's `evidence_item`. The bytes travel in the package beside
 * this file, so there is a `name` instead of a payload.
 */
export type ReportAttachment = {
  /** File name inside the package. */
  readonly name: string;
  readonly content_type: string;
  readonly description: string;
  /** `sha256:` and lower-case hexadecimal. */
  readonly hash: string;
  /** Bytes. */
  readonly size: number;
};

/** What is reported, and what that rests on. */
export type ReportMatter = {
  /** Id of one of the categories of `assets/rules/report-categories.json`. */
  readonly category: string;
  readonly name: Localized;
  /** Law profile (jurisdiction id) in force. */
  readonly profile: string;
  /** Confirmed clauses only. */
  readonly rests: readonly ReportClause[];
  /** The reporter's own estimate, with the scale its word is from. */
  readonly severity?: { readonly estimate: Severity; readonly scale: string };
  /** Nearest terms of the DSA Transparency Database, by our own mapping. */
  readonly dsaTerms: readonly string[];
};

/** The members of a notice under Art. 16(2) of Regulation (EU) 2022/2065. */
export type ReportNotice = {
  /** (a) Why the content is held to be illegal, in the reporter's words. */
  readonly explanation: string;
  /** (b) Exact electronic locations. */
  readonly urls: readonly string[];
  /** (c) Name and e-mail address, where given. */
  readonly name?: string;
  readonly email?: string;
  /** (d) Statement of good faith. */
  readonly goodFaith: boolean;
};

/** `report.json`, as saved, packed and sent. The outer members follow XARF v4; the rest is ours. */
export type Report = {
  readonly format: 'bianshi-report';
  readonly formatVersion: 2;
  readonly program: string;
  readonly xarf_version: '4.0.0';
  /** UUID; also the idempotency key of a submission. */
  readonly report_id: string;
  /** ISO 8601, UTC: when the file was read, else when the report was drafted. */
  readonly timestamp: string;
  readonly reporter: ReportContact;
  readonly sender: ReportContact;
  /** Host of the page; empty where the page was left out. */
  readonly source_identifier: string;
  readonly category: 'content';
  /** `fraud` is XARF's; `synthetic_media` is ours, since XARF v4 has no such type. */
  readonly type: 'fraud' | 'synthetic_media';
  readonly evidence_source: 'user_report';
  readonly description: string;
  /** `namespace:predicate`. */
  readonly tags: readonly string[];
  readonly evidence: readonly ReportAttachment[];
  readonly recipient: { readonly id: string; readonly name: Localized };
  readonly matter: ReportMatter;
  readonly notice: ReportNotice;
  readonly draftedAt?: Moment;
  readonly page?: { readonly url: string; readonly title: string; readonly frame?: string };
  readonly media?: {
    readonly url: string;
    readonly kind: 'image' | 'video' | 'audio' | 'text' | 'page';
    readonly as?: 'background' | 'poster';
    readonly container: string;
    readonly alt: string;
  };
  readonly readAt?: Moment;
  readonly file?:
    | {
        readonly sha256: string;
        readonly bytes: number;
        readonly finalUrl?: string;
        readonly http?: HttpFacts;
      }
    | { readonly failure: string };
  /** What the extension showed, with the rule that words it. */
  readonly shown?: {
    readonly badge: string;
    readonly label: Localized;
    readonly sentence: Localized;
    readonly rests: readonly ReportClause[];
  };
  /** GB 45438-2025 labels, fields in the order of Annex E. */
  readonly gbLabels?: readonly ReportGbLabel[];
  readonly findings?: readonly ReportEvidence[];
  /** The whole text, where the reporter changed it by hand; then nothing it was made from is here. */
  readonly text?: string;
};
