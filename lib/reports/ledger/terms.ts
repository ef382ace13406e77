import table from '../../../assets/rules/report-terms.json';
import type { ReportTermRow, ReportTermTable } from '../../rules/report-term-row';

/** What the instruments of a law profile say about the time for dealing with a report. */
export function termsIn(profile: string): readonly ReportTermRow[] {
  return (table as ReportTermTable).filter((term) => term.profile === profile);
}

/**
 * The day on which a term of months would end. A day that the last month does not have is its last one.
 *
 * @param from ISO 8601 with offset
 * @returns `YYYY-MM-DD` in the offset of `from`; `undefined` where `from` is no date
 */
export function endOfTerm(from: string, months: number): string | undefined {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)T/.exec(from)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  const end = new Date(Date.UTC(year, month - 1 + months, Math.min(day, last.getUTCDate())));
  return end.toISOString().slice(0, 10);
}
