import book from '../../assets/rules/report-categories.json';
import type { LegalSource } from '../rules/jurisdiction';
import type { Localized } from '../rules/localized';

/** A clause a category rests on. */
export type CategoryBasis = {
  /** Id of one of {@link reportSources}. */
  readonly source: string;
  readonly clause: Localized;
  /** False where the article was matched to the category by content only: shown as such, never printed in a report. */
  readonly confirmed: boolean;
};

/** What a report may be about. */
export type ReportCategory = {
  readonly id: string;
  readonly name: Localized;
  readonly meaning: Localized;
  /** What helps whoever has to decide. */
  readonly evidenceHelps: Localized;
  /** Of all profiles; {@link basesIn} picks those of one. */
  readonly bases: readonly CategoryBasis[];
  /** Nearest terms of the DSA Transparency Database's vocabulary, by our own mapping. */
  readonly dsaTerms?: readonly string[];
  /** False where the content itself is never kept: no screenshot, file or page goes into the evidence. */
  readonly keepContent?: boolean;
  /** ISO date. */
  readonly checkedAt: string;
};

/** The categories in the order they are offered. */
export const reportCategories: readonly ReportCategory[] = book.categories;

/** An instrument with the law profile (jurisdiction id) it belongs to. */
export type ReportSource = LegalSource & { readonly profile: string };

/** The instruments the categories rest on, with where each can be read. */
export const reportSources: readonly ReportSource[] = book.sources;

/** `assets/rules/report-categories.json`. */
export type CategoryBook = {
  readonly $comment: string;
  readonly sources: readonly ReportSource[];
  readonly categories: readonly ReportCategory[];
};

/** What is chosen before the person chooses: the report closest to what this product reads. */
export const DEFAULT_CATEGORY = 'label-missing';

/** The category of that id; the last one ("other") for an id nobody knows. */
export function reportCategory(id: string): ReportCategory {
  const found = reportCategories.find((category) => category.id === id) ?? reportCategories.at(-1);
  if (found === undefined) throw new RangeError('assets/rules/report-categories.json has no categories');
  return found;
}

/** The instrument of that id. */
export function reportSource(id: string): ReportSource | undefined {
  return reportSources.find((source) => source.id === id);
}

/** The clauses a category rests on in one law profile; none where the profile has no rule for it. */
export function basesIn(category: ReportCategory, profile: string): readonly CategoryBasis[] {
  return category.bases.filter(({ source }) => reportSource(source)?.profile === profile);
}
