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
  readonly bases: readonly CategoryBasis[];
  /** ISO date. */
  readonly checkedAt: string;
};

/** The categories in the order they are offered. */
export const reportCategories: readonly ReportCategory[] = book.categories;

/** The instruments the categories rest on, with where each can be read. */
export const reportSources: readonly LegalSource[] = book.sources;

/** What is chosen before the person chooses: the report closest to what this product reads. */
export const DEFAULT_CATEGORY = 'label-missing';

/** The category of that id; the last one ("other") for an id nobody knows. */
export function reportCategory(id: string): ReportCategory {
  const found = reportCategories.find((category) => category.id === id) ?? reportCategories.at(-1);
  if (found === undefined) throw new RangeError('assets/rules/report-categories.json has no categories');
  return found;
}

/** The instrument of that id. */
export function reportSource(id: string): LegalSource | undefined {
  return reportSources.find((source) => source.id === id);
}
