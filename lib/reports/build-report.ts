import type { Language } from '../rules/localized';
import type { RecipientRow } from '../rules/recipient-row';
import { reportCategory } from './categories';
import type { ReportDraft, Reporter } from './draft';
import { plainLine } from './plain-line';
import {
  REPORT_VERSION,
  type Report,
  type ReportAttachment,
  type ReportContact,
  type ReportMatter,
  XARF_VERSION,
} from './report';
import { SEVERITY_SCALE } from './severity';

/** Longest `description` of XARF v4. */
const MAX_DESCRIPTION_CHARS = 1000;

/** Longest explanation and longest text changed by hand. */
export const MAX_REPORT_TEXT_CHARS = 100_000;

/** What turns a draft into a report for one recipient. */
export type ReportInput = {
  readonly draft: ReportDraft;
  /** UUID. */
  readonly id: string;
  /** Law profile in force. */
  readonly profile: string;
  readonly recipient: RecipientRow;
  readonly attachments: readonly ReportAttachment[];
  /** Language of the explanation, where it is ours. */
  readonly language: Language;
  /** The whole text, where it was changed by hand. */
  readonly editedText?: string | undefined;
  /** ISO 8601; used where the draft has no time of its own. */
  readonly now: string;
};

/**
 * The report as data: XARF v4 core, the members of an Art. 16 DSA notice, GB 45438 fields.
 *
 * Nothing goes into it that the person did not see: once they have changed the text by hand, the parts it was made
 * from are no longer what they mean to say, so it holds their text alone. A token is never part of it.
 */
export function buildReport(input: ReportInput): Report {
  const { draft, editedText } = input;
  const { goodFaith, reporter } = draft;
  return {
    ...core(input),
    matter: matterOf(input),
    notice: {
      explanation: explanationOf(input).slice(0, MAX_REPORT_TEXT_CHARS),
      urls: editedText === undefined ? urlsOf(draft) : [],
      ...(editedText === undefined ? reporter : {}),
      goodFaith: editedText === undefined && goodFaith === true,
    },
    ...(editedText === undefined ? partsOf(draft) : { text: editedText.slice(0, MAX_REPORT_TEXT_CHARS) }),
  };
}

/** What was read, part by part; one that was left out is absent from the draft. */
function partsOf(draft: ReportDraft): Partial<Report> {
  const { draftedAt, page, media, readAt, file, shown, gbLabels, evidence } = draft;
  return {
    ...(draftedAt && { draftedAt }),
    ...(page && { page }),
    ...(media && { media }),
    ...(readAt && { readAt }),
    ...(file && { file }),
    ...(shown && { shown }),
    ...(gbLabels && { gbLabels }),
    ...(evidence && { findings: evidence }),
  };
}

/** Art. 16(2)(a) DSA asks for reasons: the category's meaning, as shown, where the person gave no words of their own. */
function explanationOf({ draft, editedText, language }: ReportInput): string {
  return editedText ?? (draft.description || draft.category.meaning[language]);
}

function core(input: ReportInput) {
  const { draft, id, recipient, attachments, editedText, now } = input;
  const seen = editedText === undefined ? draft : undefined;
  const contact = contactOf(seen?.reporter);
  return {
    format: 'bianshi-report',
    formatVersion: REPORT_VERSION,
    program: draft.program,
    xarf_version: XARF_VERSION,
    report_id: id,
    timestamp: (seen?.readAt ?? seen?.draftedAt)?.utc ?? new Date(now).toISOString(),
    reporter: contact,
    sender: contact,
    source_identifier: hostOf(seen?.page?.url),
    category: 'content',
    type: draft.category.id === 'fraud' ? 'fraud' : 'synthetic_media',
    evidence_source: 'user_report',
    description: plainLine(seen === undefined ? '' : explanationOf(input), MAX_DESCRIPTION_CHARS),
    tags: tagsOf(draft, seen?.shown?.badge),
    evidence: attachments,
    recipient: { id: recipient.id, name: recipient.name },
  } as const;
}

function matterOf({ draft, profile }: ReportInput): ReportMatter {
  const { category, severity } = draft;
  return {
    category: category.id,
    name: category.name,
    profile,
    rests: category.rests,
    ...(severity === undefined ? {} : { severity: { estimate: severity, scale: SEVERITY_SCALE } }),
    dsaTerms: reportCategory(category.id).dsaTerms ?? [],
  };
}

function urlsOf({ page, media }: ReportDraft): readonly string[] {
  const all = [page?.url, page?.frame, media?.url];
  return [...new Set(all.filter((url) => url !== undefined))];
}

/** XARF asks for the domain of the contact's address. */
function contactOf({ name = '', email = '' }: Reporter = {}): ReportContact {
  return { org: name, contact: email, domain: email.split('@')[1] ?? '' };
}

function hostOf(url: string | undefined): string {
  return url !== undefined && URL.canParse(url) ? new URL(url).hostname : '';
}

/** A picture's state goes in only where it was not left out. */
function tagsOf({ category }: ReportDraft, badge: string | undefined): readonly string[] {
  return [`matter:${category.id}`, ...(badge === undefined ? [] : [`label:${badge}`])];
}
