import { MAX_LABEL_LINES } from '../../bytes/limits';
import { flowLines, flowMembers } from './flow-map';

/** A label written as a YAML map, as JSON text, and how many lines it takes behind its key. */
export type LabelMap = { readonly json: string; readonly lines: number };

/** Longest name of a member; the standard's are below twenty characters. */
const MEMBER =
  /^([A-Za-z][A-Za-z0-9_]{0,63}|"[A-Za-z][A-Za-z0-9_]{0,63}"|'[A-Za-z][A-Za-z0-9_]{0,63}')[ \t]*:(?:[ \t]+(.*))?$/;

/** Block scalars (YAML 1.2.2, 8.1): literal `|` or folded `>`, with or without an indicator of line ends. */
const BLOCK_SCALAR = /^[|>][+-]?$/;

/** White space and a comment behind a plain scalar (YAML 1.2.2, 6.6). */
const COMMENT = /(?:^|\s)#.*$/;

/** The escapes of double-quoted scalars that JSON has too (YAML 1.2.2, 5.7). */
const JSON_ESCAPES = /^(?:[^"\\]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*$/;

const indentOf = (line: string): number => line.length - line.trimStart().length;

/**
 * Reads the value of an `AIGC` key in YAML, in the forms that labels are written in (TC260-PG-20258A, 6.5, and files
 * seen): JSON, quoted or not, on the same line or going on below, or in a block; a map of scalars between braces or on indented
 * lines: plain, single-quoted, double-quoted, or a block. Anything else of YAML is none of ours.
 *
 * @param value what stands behind `AIGC:` on its line
 * @param below the lines below it; no more than MAX_LABEL_LINES are looked at
 * @param indent columns before the key
 * @returns `undefined` where the value is neither
 */
export function readLabelMap(value: string, below: readonly string[], indent: number): LabelMap | undefined {
  const here = value.trim();
  const lines = below.slice(0, MAX_LABEL_LINES);
  if (here.startsWith('{')) return flowLabel(here, lines);
  if (BLOCK_SCALAR.test(here)) return blockLabel(here, continued(lines, 0, indent));
  if (here !== '' && !here.startsWith('#')) return jsonLabel(scalar(here), 0);
  const members = new Map<string, string>();
  const taken = mapLines(lines, indent, members);
  return members.size === 0 ? undefined : { json: asJson(members), lines: taken };
}

/** A map between braces, which may go on below: JSON as it stands, or one of YAML without quoted keys. */
function flowLabel(here: string, below: readonly string[]): LabelMap {
  const lines = flowLines(here, below);
  const text = [here, ...below.slice(0, lines)].join('\n');
  const members = flowMembers(text, unescaped);
  return { json: members === undefined ? text : asJson(members), lines };
}

const blockLabel = (mark: string, below: readonly string[]): LabelMap | undefined =>
  jsonLabel(withBelow(mark, below), below.length);

const jsonLabel = (text: string, lines: number): LabelMap | undefined =>
  text.trimStart().startsWith('{') ? { json: text, lines } : undefined;

const asJson = (members: ReadonlyMap<string, string>): string =>
  `{${[...members].map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join(',')}}`;

/** Collects the members on the lines indented alike. @returns how many lines were taken */
function mapLines(lines: readonly string[], indent: number, members: Map<string, string>): number {
  const depth = indentOf(lines.find((line) => line.trim() !== '') ?? '');
  if (depth <= indent) return 0;
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? '';
    if (line.trim() === '') {
      at += 1;
      continue;
    }
    const member = indentOf(line) === depth ? MEMBER.exec(line.trim()) : null;
    if (member?.[1] === undefined) return at;
    const value = (member[2] ?? '').trim();
    const more = continued(lines, at + 1, depth);
    members.set(member[1].replace(/["']/g, ''), withBelow(value, more));
    at += 1 + more.length;
  }
  return lines.length;
}

/** Lines indented deeper than the member, which go on with its value. */
function continued(lines: readonly string[], from: number, depth: number): string[] {
  let end = from;
  while (end < lines.length && (lines[end]?.trim() ?? '') !== '' && indentOf(lines[end] ?? '') > depth)
    end += 1;
  return lines.slice(from, end).map((line) => line.trim());
}

function withBelow(value: string, below: readonly string[]): string {
  if (BLOCK_SCALAR.test(value)) return below.join(value.startsWith('|') ? '\n' : ' ');
  return scalar([value, ...below].filter((part) => part !== '').join(' '));
}

/** YAML 1.2.2, 7.3: single-quoted, double-quoted, plain. */
function scalar(text: string): string {
  const quoted = /^'((?:[^']|'')*)'/.exec(text)?.[1];
  if (quoted !== undefined) return quoted.replaceAll("''", "'");
  const double = /^"((?:[^"\\]|\\.)*)"/.exec(text)?.[1];
  if (double !== undefined) return unescaped(double);
  return text.replace(COMMENT, '').trim();
}

function unescaped(text: string): string {
  if (!JSON_ESCAPES.test(text)) return text;
  try {
    return JSON.parse(`"${text}"`) as string;
  } catch {
    // control characters, which YAML allows here and JSON does not
    return text;
  }
}
