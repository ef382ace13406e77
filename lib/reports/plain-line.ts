/** Longest value a report line carries; beyond it, whoever reads the report needs the file itself. */
export const MAX_LINE_CHARS = 2000;

/**
 * Control characters, line separators and the marks that turn the direction of text: with them a value from a
 * file could draw lines of its own into a report, or hide behind what is shown.
 */
const UNSHOWN = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+/gu;

/**
 * Makes a text from a file or page fit for one line of a report.
 *
 * @param maxChars upper bound in UTF-16 units; longer text is cut and ends in `…`
 */
export function plainLine(text: string, maxChars = MAX_LINE_CHARS): string {
  const line = text.replace(UNSHOWN, ' ').trim();
  return line.length > maxChars ? `${line.slice(0, maxChars - 1)}…` : line;
}
