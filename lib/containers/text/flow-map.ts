/** Quoted text, in which braces are none, closed or not; and braces. Never tried twice from one quotation mark to the next. */
const SIGN = /"(?:[^"\\]|\\.?)*(?:"|$)|'(?:[^']|'')*(?:'|$)|[{}]/g;

/** A member of a flow map without quoted keys (YAML 1.2.2, 7.4.2): name, then a quoted or plain scalar. */
const MEMBER =
  /\s*([A-Za-z][A-Za-z0-9_]{0,63})\s*:(?:\s*"((?:[^"\\]|\\.)*)"\s*|\s*'((?:[^']|'')*)'\s*|([^,{}"']*))(?:,|$)/y;

/**
 * How many of the lines below belong to a map that opens with a brace: those up to the one that closes it.
 *
 * @param here the line that opens it, from its brace on
 * @returns 0 where it is closed on its own line, or nowhere
 */
export function flowLines(here: string, below: readonly string[]): number {
  let depth = 0;
  for (const [index, line] of [here, ...below].entries()) {
    for (const [sign] of line.matchAll(SIGN)) depth += sign === '{' ? 1 : sign === '}' ? -1 : 0;
    if (depth <= 0) return index;
  }
  return 0;
}

/**
 * The members of a flow map of scalars whose keys are not quoted.
 *
 * @param text with its braces
 * @param read what a double-quoted scalar says, from between its marks
 * @returns `undefined` for JSON and anything else
 */
export function flowMembers(
  text: string,
  read: (quoted: string) => string,
): ReadonlyMap<string, string> | undefined {
  const inner = /^\{([\s\S]*)\}$/.exec(text.trim())?.[1]?.trim();
  if (inner === undefined) return undefined;
  const members = new Map<string, string>();
  for (MEMBER.lastIndex = 0; MEMBER.lastIndex < inner.length; ) {
    const match = MEMBER.exec(inner);
    if (match?.[1] === undefined) return undefined;
    const [, name, double, single, plain = ''] = match;
    members.set(name, double !== undefined ? read(double) : (single?.replaceAll("''", "'") ?? plain.trim()));
  }
  return members.size === 0 ? undefined : members;
}
