import { labelWords } from '../labels/label-words';
import type { HttpFacts } from '../messages/media-hash';
import type { PageItem } from '../messages/page-items';
import type { Jurisdiction } from '../rules/jurisdiction';
import { LANGUAGES, type Localized } from '../rules/localized';
import { basesIn, type CategoryBasis, reportCategory, reportSource } from './categories';
import { type ReportEvidence, type ReportGbLabel, reportEvidence, reportGbLabel } from './evidence';
import { type Moment, momentOf } from './moment';
import { plainLine } from './plain-line';
import type { Severity } from './severity';

/** Longest description of an element and longest header a report carries. */
const MAX_ALT_CHARS = 300;
const MAX_HEADER_CHARS = 200;

/** Parts of a report a person may leave out. */
export const REPORT_PARTS = ['page', 'media', 'file', 'shown', 'gb-label', 'evidence', 'good-faith'] as const;
export type ReportPart = (typeof REPORT_PARTS)[number];

/** The file as fetched for this report; another fetch may bring another copy. */
export type ReportFile =
  | {
      /** Lower-case hexadecimal. */
      readonly sha256: string;
      readonly bytes: number;
      readonly finalUrl?: string;
      readonly http?: HttpFacts;
    }
  | { readonly failure: string };

/** Who reports, where they say so: Art. 16(2)(c) DSA asks for a name and an e-mail address. */
export type Reporter = { readonly name?: string; readonly email?: string };

/** A clause with where it can be read. */
export type ReportClause = { readonly title: Localized; readonly clause: Localized; readonly url: string };

/** Everything a draft is made from. Time and words come in; nothing here looks at a clock. */
export type DraftInput = {
  readonly item: PageItem;
  readonly pageTitle: string;
  /** Address of the tab's page; an item in a frame also has its own. */
  readonly pageUrl: string;
  readonly jurisdiction: Jurisdiction;
  readonly categoryId: string;
  /** The reporter's own words. */
  readonly description: string;
  /** The reporter's own estimate. */
  readonly severity?: Severity | undefined;
  readonly reporter?: Reporter | undefined;
  readonly leaveOut: ReadonlySet<ReportPart>;
  readonly file: ReportFile | undefined;
  /** ISO 8601 with offset. */
  readonly now: string;
  readonly version: string;
};

/** A report before it is put into words or into `report.json`. JSON-safe. A part that was left out is absent. */
export type ReportDraft = {
  readonly program: string;
  readonly draftedAt?: Moment;
  readonly category: {
    readonly id: string;
    readonly name: Localized;
    /** Stands for the explanation where the person gave none. */
    readonly meaning: Localized;
    readonly rests: readonly ReportClause[];
  };
  readonly description: string;
  readonly severity?: Severity;
  readonly reporter?: Reporter;
  readonly page?: { readonly url: string; readonly title: string; readonly frame?: string };
  readonly media?: {
    readonly url: string;
    readonly kind: PageItem['kind'];
    readonly as?: NonNullable<PageItem['as']>;
    readonly container: string;
    /** The element's own description; empty where it has none. */
    readonly alt: string;
  };
  /** When the file's own statements were read. */
  readonly readAt?: Moment;
  readonly file?: ReportFile;
  readonly shown?: {
    readonly badge: string;
    readonly label: Localized;
    readonly sentence: Localized;
    readonly rests: readonly ReportClause[];
  };
  readonly gbLabels?: readonly ReportGbLabel[];
  readonly evidence?: readonly ReportEvidence[];
  readonly goodFaith?: true;
};

/**
 * Drafts a report on one item. Pure: the same input gives the same draft.
 *
 * What a report should carry follows the accepted-materials lists of Chinese reporting centres (address, evidence)
 * and Art. 16(2) DSA (reasons, exact URL, good-faith statement).
 */
export function draftReport(input: DraftInput): ReportDraft {
  const { leaveOut } = input;
  const keep = <T extends object>(part: ReportPart, make: () => T): T | object =>
    leaveOut.has(part) ? {} : make();
  return {
    program: `Bianshi ${input.version}`,
    ...moment('draftedAt', input.now),
    category: categoryOf(input.categoryId, input.jurisdiction.id),
    description: input.description.trim(),
    ...(input.severity === undefined ? {} : { severity: input.severity }),
    ...reporterOf(input.reporter),
    ...keep('page', () => ({ page: pageOf(input) })),
    ...keep('media', () => mediaOf(input.item)),
    ...keep('file', () => fileOf(input)),
    ...keep('shown', () => ({ shown: shownOf(input.item, input.jurisdiction) })),
    ...keep('gb-label', () => ({ gbLabels: input.item.inspection.findings.flatMap(reportGbLabel) })),
    ...keep('evidence', () => ({ evidence: input.item.inspection.findings.map(reportEvidence) })),
    ...keep('good-faith', () => ({ goodFaith: true })),
  };
}

function moment<K extends string>(key: K, iso: string): { readonly [key in K]?: Moment } {
  const at = momentOf(iso);
  return at === undefined ? {} : ({ [key]: at } as { readonly [key in K]?: Moment });
}

function categoryOf(id: string, profile: string): ReportDraft['category'] {
  const category = reportCategory(id);
  return {
    id: category.id,
    name: category.name,
    meaning: category.meaning,
    rests: basesIn(category, profile).flatMap(clauseOfBasis),
  };
}

function reporterOf({ name = '', email = '' }: Reporter = {}): Pick<ReportDraft, 'reporter'> {
  const [who, where] = [plainLine(name), plainLine(email)];
  if (who === '' && where === '') return {};
  return { reporter: { ...(who === '' ? {} : { name: who }), ...(where === '' ? {} : { email: where }) } };
}

function clauseOfBasis(basis: CategoryBasis): readonly ReportClause[] {
  const source = basis.confirmed ? reportSource(basis.source) : undefined;
  return source === undefined ? [] : [{ title: source.title, clause: basis.clause, url: source.url }];
}

function pageOf({ item, pageUrl, pageTitle }: DraftInput): ReportDraft['page'] & object {
  const page = { url: plainLine(pageUrl), title: plainLine(pageTitle) };
  return item.pageUrl === pageUrl ? page : { ...page, frame: plainLine(item.pageUrl) };
}

function mediaOf(item: PageItem): Pick<ReportDraft, 'media' | 'readAt'> {
  const { kind, as, inspection } = item;
  const what = as === undefined ? { kind } : { kind, as };
  const { container } = inspection;
  const media = {
    url: plainLine(item.mediaUrl),
    ...what,
    container,
    alt: plainLine(item.alt, MAX_ALT_CHARS),
  };
  return { media, ...moment('readAt', item.readAt) };
}

/** Where the address of the medium is left out, the address it was redirected to goes with it. */
function fileOf({ file, leaveOut }: DraftInput): Pick<ReportDraft, 'file'> {
  if (file === undefined) return {};
  if ('failure' in file) return { file };
  const { sha256, bytes, finalUrl, http } = file;
  const named = finalUrl !== undefined && !leaveOut.has('media');
  const what = { sha256, bytes, ...(http === undefined ? {} : { http: plainHttp(http) }) };
  return { file: named ? { ...what, finalUrl: plainLine(finalUrl) } : what };
}

/** Headers are words of the server's own. */
function plainHttp({ contentType, lastModified, ...rest }: HttpFacts): HttpFacts {
  return {
    ...rest,
    ...(contentType === undefined ? {} : { contentType: plainLine(contentType, MAX_HEADER_CHARS) }),
    ...(lastModified === undefined ? {} : { lastModified: plainLine(lastModified, MAX_HEADER_CHARS) }),
  };
}

function shownOf(item: PageItem, jurisdiction: Jurisdiction): ReportDraft['shown'] & object {
  const [zh, en] = LANGUAGES.map((language) => labelWords(item.label, jurisdiction, language));
  if (zh === undefined || en === undefined) throw new RangeError('two languages are worded');
  return {
    badge: item.label.badge,
    label: { 'zh-CN': zh.label, en: en.label },
    sentence: { 'zh-CN': zh.sentence, en: en.sentence },
    rests: zh.cites.flatMap((cite) => clauseOfCitation(cite, jurisdiction)),
  };
}

function clauseOfCitation(
  cite: { readonly source: string; readonly clause: string },
  jurisdiction: Jurisdiction,
): readonly ReportClause[] {
  const source = jurisdiction.sources.find(({ id }) => id === cite.source);
  const clause = { 'zh-CN': cite.clause, en: cite.clause };
  return source === undefined ? [] : [{ title: source.title, clause, url: source.url }];
}
