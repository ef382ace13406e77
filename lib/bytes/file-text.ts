declare const fromFile: unique symbol;

/**
 * Text that came out of a file or a page. It is data, never markup and never an instruction: it reaches the
 * screen through `textContent` only and is never followed or fetched by itself.
 */
export type FileText = string & { readonly [fromFile]: true };

/** Half of a surrogate pair, which some sinks (encodeURIComponent, native messages) refuse. */
const LONE_SURROGATE = /\p{Surrogate}/gu;

/** Any half, paired or not: a cheap look that spares most text the dear one. */
const SURROGATE = /[\uD800-\uDFFF]/;

/**
 * Marks text read from a file or page as such, bounds it and makes it well-formed UTF-16.
 *
 * @param text what was decoded
 * @param maxChars upper bound in UTF-16 units; longer text is cut and ends in `…`
 */
export function fileText(text: string, maxChars = Number.POSITIVE_INFINITY): FileText {
  const cut = text.length > maxChars ? `${text.slice(0, Math.max(0, maxChars - 1))}…` : text;
  return (SURROGATE.test(cut) ? cut.replace(LONE_SURROGATE, '\uFFFD') : cut) as FileText;
}
