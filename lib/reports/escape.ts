import { plainLine } from './plain-line';

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);

/** Text fit for HTML content and quoted attributes. */
export function htmlText(text: string): string {
  return text.replace(/[&<>"']/g, (char) => ENTITIES.get(char) ?? char);
}

/** What makes a spreadsheet take a cell for a formula (OWASP: CSV injection), full-width forms included. */
const FORMULA_START = /^[\s]*[=+\-@\t\r＝＋－＠]/u;

/** One cell of a CSV file (RFC 4180), always quoted; what a spreadsheet would run stands behind an apostrophe. */
export function csvCell(value: string): string {
  const safe = FORMULA_START.test(value) ? `'${value}` : value;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** Longest subject: RFC 5322 §2.1.1 asks for lines of at most 78 characters; nobody reads more of a subject. */
const MAX_SUBJECT_CHARS = 78;

/** Text fit for one line of a mail's head: no line break can end the header and begin another. */
export function headerText(text: string): string {
  return plainLine(text, MAX_SUBJECT_CHARS);
}
