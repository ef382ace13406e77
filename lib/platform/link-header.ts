/** Longest `Link` header looked at, and most targets taken from it. */
const MAX_HEADER_CHARS = 16 * 1024;
const MAX_TARGETS = 4;

/** One link: its target in angle brackets, then its parameters (RFC 8288 §3); a comma in quotes ends nothing. */
const LINK = /<([^<>]*)>((?:\s*;\s*[\w!#$&+.^`|~*-]+(?:\s*=\s*(?:"[^"]*"|[^\s;,"]+))?)*)/g;

/** The relation types of a link (RFC 8288 §3.3). */
const REL = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,"]+))/i;

/**
 * The targets that a `Link` header gives for one relation type (RFC 8288).
 *
 * @param header all values of the header, joined by commas
 * @param base address of the answer, against which targets are resolved
 * @returns absolute `http:` and `https:` addresses, each once, in order; none for what is no such header
 */
export function linkTargets(header: string, relation: string, base: string): readonly string[] {
  const found = new Set<string>();
  for (const [, target = '', parameters = ''] of header.slice(0, MAX_HEADER_CHARS).matchAll(LINK)) {
    const [, quoted, plain] = REL.exec(parameters) ?? [];
    const types = (quoted ?? plain ?? '').toLowerCase().split(/\s+/);
    if (!types.includes(relation) || !URL.canParse(target, base)) continue;
    const { href, protocol } = new URL(target, base);
    if (/^https?:$/.test(protocol)) found.add(href);
    if (found.size >= MAX_TARGETS) break;
  }
  return [...found];
}
