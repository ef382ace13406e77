import { MAX_HTML_ATTRIBUTES, MAX_HTML_TAG_CHARS } from '../../bytes/limits';

const TAG_NAME = /[A-Za-z][A-Za-z0-9:-]{0,63}/y;
const ATTRIBUTE = /([^\s"'<>/=]{1,256})(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;
/** What closes a tag or begins and ends a quoted value in it. */
const TAG_SIGN = /["'>]/g;

/** An attribute as written: its value and the index of that in the text. */
export type Attribute = { readonly value: string; readonly index: number };

/** A start tag: its name in lower case (empty where it has no end), where it ends, and its attributes by lower-case name. */
export type Tag = {
  readonly name: string;
  readonly end: number;
  readonly attributes: () => ReadonlyMap<string, Attribute>;
};

/** The index behind the next mark, or the end of the text. */
export const indexBehind = (text: string, mark: string, from: number): number => {
  const at = text.indexOf(mark, from);
  return at < 0 ? text.length : at + mark.length;
};

/**
 * The start tag at an index (HTML, 13.1.2.1). One without an end runs to where the search for it ended.
 *
 * @returns `undefined` for what is no start tag
 */
export function readTag(text: string, at: number): Tag | undefined {
  TAG_NAME.lastIndex = at + 1;
  const name = TAG_NAME.exec(text)?.[0];
  if (name === undefined) return undefined;
  const start = at + 1 + name.length;
  const end = tagEnd(text, start);
  if (end === undefined) return { name: '', end: start + MAX_HTML_TAG_CHARS, attributes: () => new Map() };
  return { name: name.toLowerCase(), end: end + 1, attributes: () => attributesOf(text, start, end) };
}

/** The `>` that closes a tag, not one inside quotes. */
function tagEnd(text: string, start: number): number | undefined {
  const limit = Math.min(text.length, start + MAX_HTML_TAG_CHARS);
  for (let at = start; at < limit; ) {
    TAG_SIGN.lastIndex = at;
    const sign = TAG_SIGN.exec(text);
    if (sign === null || sign.index >= limit) return undefined;
    if (sign[0] === '>') return sign.index;
    const opens = /[=\s]/.test(text.charAt(sign.index - 1));
    at = opens ? indexBehind(text, sign[0], sign.index + 1) : sign.index + 1;
  }
  return undefined;
}

function attributesOf(text: string, start: number, end: number): ReadonlyMap<string, Attribute> {
  const attributes = new Map<string, Attribute>();
  let count = 0;
  for (const match of text.slice(start, end).matchAll(ATTRIBUTE)) {
    count += 1;
    if (count > MAX_HTML_ATTRIBUTES) break;
    const [whole, name = '', double, single, bare] = match;
    const value = double ?? single ?? bare ?? '';
    const quote = double === undefined && single === undefined ? 0 : 1;
    const index = start + match.index + whole.length - quote - value.length;
    // of two attributes of one name the first counts (HTML, 13.2.5.33)
    if (!attributes.has(name.toLowerCase())) attributes.set(name.toLowerCase(), { value, index });
  }
  return attributes;
}
