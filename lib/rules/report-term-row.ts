import type { Localized } from './localized';
import type { Sourced } from './sourced';

/** What an instrument says about the time in which a report is to be dealt with. */
export type ReportTermRow = Sourced & {
  readonly id: string;
  /** Law profile (jurisdiction id). */
  readonly profile: string;
  /** `draft`: never became law; shown as that, never as a deadline. */
  readonly status: 'in-force' | 'draft';
  /** Calendar months from the report on, where the text names a number. */
  readonly months?: number;
  readonly title: Localized;
  readonly clause: Localized;
  /** In our words. */
  readonly says: Localized;
};

/** `assets/rules/report-terms.json`. */
export type ReportTermTable = readonly ReportTermRow[];
