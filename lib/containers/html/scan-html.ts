import { ByteFault } from '../../bytes/fault';
import { MAX_HTML_TAG_CHARS, MAX_HTML_TAGS } from '../../bytes/limits';
import type { Span } from '../container';

/** What an HTML file holds of ours; spans are of attribute values and contents as written. */
export type HtmlFound = { readonly kind: 'label' | 'store' | 'link'; readonly span: Span };

/** Elements whose content is text, not markup (HTML, 13.1.2). */
const RAW_TEXT = ['script', 'style', 'textarea', 'title', 'noscript', 'template'];

const TAG_NAME = /[A-Za-z][A-Za-z0-9:-]{0,63}/y;
const ATTRIBUTE = /([^\s"'<>/=]{1,256})(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;

type Attribute = { readonly value: string; readonly index: number };
type Tag = { readonly name: string; readonly end: number; readonly attributes: () => Map<string, Attribute> };

/**
 * Finds in an HTML file `meta` elements named `AIGC` (a carrier of several apps; no standard names it), scripts with a
 * C2PA manifest store and links to one (C2PA 2.5 Annex A). Comments and the text of scripts and styles are passed over.
 *
 * @param text the file as Latin-1, so that indexes are byte offsets
 * @param found is called with each, in order
 * @throws ByteFault `over-budget` beyond MAX_HTML_TAGS
 */
export function scanHtml(text: string, found: (one: HtmlFound) => void): void {
  let at = 0;
  for (let tags = 0; tags < MAX_HTML_TAGS; tags++) {
    at = text.indexOf('<', at);
    if (at < 0) return;
    if (text.startsWith('<!--', at)) {
      at = endOf(text, '-->', at + 4);
      continue;
    }
    const tag = readTag(text, at);
    at = tag === undefined ? at + 1 : lookAt(text, tag, found);
  }
  throw new ByteFault('over-budget', `HTML of more than ${MAX_HTML_TAGS} tags`);
}

const endOf = (text: string, mark: string, from: number): number => {
  const at = text.indexOf(mark, from);
  return at < 0 ? text.length : at + mark.length;
};

/** A tag without an end runs to where the search for it ended. @returns `undefined` for what is no start tag */
function readTag(text: string, at: number): Tag | undefined {
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
  let quote = '';
  const limit = Math.min(text.length, start + MAX_HTML_TAG_CHARS);
  for (let at = start; at < limit; at++) {
    const char = text.charAt(at);
    if (quote !== '') quote = char === quote ? '' : quote;
    else if (char === '>') return at;
    else if ((char === '"' || char === "'") && /[=\s]/.test(text.charAt(at - 1))) quote = char;
  }
  return undefined;
}

function attributesOf(text: string, start: number, end: number): Map<string, Attribute> {
  const attributes = new Map<string, Attribute>();
  for (const match of text.slice(start, end).matchAll(ATTRIBUTE)) {
    const [whole, name = '', double, single, bare] = match;
    const value = double ?? single ?? bare ?? '';
    const quote = double === undefined && single === undefined ? 0 : 1;
    const index = start + match.index + whole.length - quote - value.length;
    // of two attributes of one name the first counts (HTML, 13.2.5.33)
    if (!attributes.has(name.toLowerCase())) attributes.set(name.toLowerCase(), { value, index });
  }
  return attributes;
}

/** @returns where to go on */
function lookAt(text: string, tag: Tag, found: (one: HtmlFound) => void): number {
  if (tag.name === 'meta') lookAtMeta(tag.attributes(), found);
  if (tag.name === 'link') lookAtLink(tag.attributes(), found);
  if (!RAW_TEXT.includes(tag.name)) return tag.end;
  const close = new RegExp(`</${tag.name}[\\s/>]`, 'gi');
  close.lastIndex = tag.end;
  const end = close.exec(text)?.index ?? text.length;
  const isStore = tag.name === 'script' && folded(tag.attributes(), 'type') === 'application/c2pa';
  if (isStore) found({ kind: 'store', span: { offset: tag.end, length: end - tag.end } });
  return end;
}

const folded = (attributes: Map<string, Attribute>, name: string): string | undefined =>
  attributes.get(name)?.value.trim().toLowerCase();

function lookAtMeta(attributes: Map<string, Attribute>, found: (one: HtmlFound) => void): void {
  const content = attributes.get('content');
  if (folded(attributes, 'name') === 'aigc' && content !== undefined)
    found({ kind: 'label', span: { offset: content.index, length: content.value.length } });
}

function lookAtLink(attributes: Map<string, Attribute>, found: (one: HtmlFound) => void): void {
  const href = attributes.get('href');
  if (folded(attributes, 'rel') === 'c2pa-manifest' && href !== undefined)
    found({ kind: 'link', span: { offset: href.index, length: href.value.length } });
}
