/** Characters that may be walked in one page's scripts, all searches together. */
export type Steps = { left: number };

/** Longest value that is compared; a longer one is none of the listed ones. */
const MAX_LITERAL_CHARS = 64;

/** What a list with something in it is called in a rule's values. */
export const SOME_LIST = '[…]';

/**
 * Where a member of that name stands in JSON text: the offsets of its opening quote. A quoted name cannot stand
 * within a string but escaped (RFC 8259 §7), so nothing needs to be parsed.
 */
export function* membersNamed(text: string, name: string): Iterable<number> {
  const quoted = `"${name}"`;
  for (let at = text.indexOf(quoted); at >= 0; at = text.indexOf(quoted, at + quoted.length))
    if (text[at - 1] !== '\\' && valueStart(text, at + quoted.length) !== undefined) yield at;
}

/** The value of the member whose name opens at `at`: a string's text, a number or word, {@link SOME_LIST}. */
export function literalOf(text: string, at: number): string | undefined {
  const start = valueStart(text, text.indexOf('"', at + 1) + 1);
  if (start === undefined) return undefined;
  const rest = text.slice(start, start + MAX_LITERAL_CHARS);
  if (/^\[\s*[^\s\]]/.test(rest)) return SOME_LIST;
  return /^"([^"\\]*)"/.exec(rest)?.[1] ?? /^[\w.+-]+/.exec(rest)?.[0];
}

function valueStart(text: string, after: number): number | undefined {
  const gap = /^\s*:\s*/.exec(text.slice(after, after + MAX_LITERAL_CHARS));
  return gap ? after + gap[0].length : undefined;
}

/**
 * Where the object around a place opens, read backwards.
 *
 * @param at a place outside any string: the opening quote of a name, or the `{` of the object within
 * @returns the offset of its `{`; -1 at the end of the text or of the steps
 */
export function openingOf(text: string, at: number, steps: Steps): number {
  let depth = 0;
  for (let i = at - 1; i >= 0 && steps.left > 0; i -= 1) {
    steps.left -= 1;
    const char = text[i];
    if (char === '"') i = stringStart(text, i, steps);
    else if (char === '}' || char === ']') depth += 1;
    else if (char === '{' || char === '[') {
      if (depth === 0 && char === '{') return i;
      depth = Math.max(0, depth - 1);
    }
  }
  return -1;
}

/** From a closing quote to its opening one: the next before it with an even number of backslashes. */
function stringStart(text: string, closing: number, steps: Steps): number {
  let at = text.lastIndexOf('"', closing - 1);
  while (at > 0 && isEscaped(text, at)) at = text.lastIndexOf('"', at - 1);
  steps.left -= closing - Math.max(0, at);
  return at;
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text[at - 1 - slashes] === '\\') slashes += 1;
  return slashes % 2 === 1;
}

/** The value of the first member of that name in the object itself, not in what it holds. */
export function memberOf(text: string, open: number, name: string, steps: Steps): string | undefined {
  let depth = 0;
  for (let i = open; i < text.length && steps.left > 0; i += 1) {
    steps.left -= 1;
    const char = text[i];
    if (char === '"') {
      const end = stringEnd(text, i, steps);
      if (depth === 1 && text.slice(i + 1, end) === name && valueStart(text, end + 1) !== undefined)
        return literalOf(text, i);
      i = end;
    } else if (char === '{' || char === '[') depth += 1;
    else if (char === '}' || char === ']') depth -= 1;
    if (depth === 0) return undefined;
  }
  return undefined;
}

function stringEnd(text: string, opening: number, steps: Steps): number {
  let at = text.indexOf('"', opening + 1);
  while (at > 0 && isEscaped(text, at)) at = text.indexOf('"', at + 1);
  const end = at < 0 ? text.length : at;
  steps.left -= end - opening;
  return end;
}
