import type { ReportInHand } from './use-report';

/** What every field of the report's form gets: the report so far, and how to change it. */
export type FieldProps = Pick<ReportInHand, 'edit' | 'change'>;
