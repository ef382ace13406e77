import type { ReportEdit } from './use-report-edits';

/** What every field of the report's form gets: the report so far, and how to change it. */
export type FieldProps = {
  readonly edit: ReportEdit;
  readonly change: (part: Partial<ReportEdit>) => void;
};
