import { MAX_ROWS } from '../signal-limits';
import type { ParsedRow } from './parsed';

/** Longest value in quotes or brackets; one that is not closed by then ends at its first comma. */
const MAX_NESTED_CHARS = 16 * 1024;

const OPENING: ReadonlySet<string> = new Set(['"', '{', '[']);

/**
 * Splits the settings line of an A1111 infotext, `Name: value, Name: value`. A value in quotation marks is JSON
 * text, a value in brackets (Civitai's) is taken whole; commas inside either do not end it. One pass over the
 * text, at most MAX_ROWS settings.
 */
export function splitSettings(line: string): readonly ParsedRow[] {
  const rows: ParsedRow[] = [];
  let at = 0;
  while (at < line.length && rows.length < MAX_ROWS) {
    const colon = line.indexOf(':', at);
    if (colon < 0) break;
    const end = valueEnd(line, skipBlanks(line, colon + 1));
    rows.push({ name: line.slice(at, colon).trim(), value: unquoted(line.slice(colon + 1, end).trim()) });
    at = end + 1;
  }
  return rows.filter(({ name }) => name !== '');
}

function skipBlanks(line: string, from: number): number {
  let at = from;
  while (line[at] === ' ') at += 1;
  return at;
}

/** Offset of the comma that ends the value at `start`, or the end of the line. */
function valueEnd(line: string, start: number): number {
  const open = line[start] ?? '';
  if (!OPENING.has(open)) return commaFrom(line, start);
  return commaFrom(line, nestedEnd(line, start));
}

function commaFrom(line: string, from: number): number {
  const comma = line.indexOf(',', from);
  return comma < 0 ? line.length : comma;
}

/** Offset behind a quoted or bracketed value; the start where it is never closed. */
function nestedEnd(line: string, start: number): number {
  let depth = 0;
  let quoted = false;
  const limit = Math.min(line.length, start + MAX_NESTED_CHARS);
  for (let at = start; at < limit; at += 1) {
    const char = line[at];
    if (quoted && char === '\\') at += 1;
    else if (char === '"') quoted = !quoted;
    else if (!quoted && (char === '{' || char === '[')) depth += 1;
    else if (!quoted && (char === '}' || char === ']')) depth -= 1;
    if (!quoted && depth <= 0) return at + 1;
  }
  return start;
}

/** A1111 quotes values that hold commas, colons or line feeds as JSON strings. */
function unquoted(value: string): string {
  if (!value.startsWith('"') || !value.endsWith('"') || value.length < 2) return value;
  return value.slice(1, -1).replace(/\\(["\\n])/g, (_, char: string) => (char === 'n' ? '\n' : char));
}
