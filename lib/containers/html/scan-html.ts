import { ByteFault } from '../../bytes/fault';
import {
  MAX_HTML_TAG_CHARS,
  MAX_HTML_TAGS,
  MAX_JSON_LD_BYTES,
  MAX_LABEL_CHARS,
  MAX_TEXT_LABELS,
} from '../../bytes/limits';
import type { Span } from '../container';
import { type Attribute, StatementFinder, type StatementName } from './find-statements';

/** What an HTML file holds of ours; spans are of attribute values and contents as written. */
export type HtmlFound =
  | { readonly kind: 'label' | 'store' | 'link' | 'json-ld'; readonly span: Span }
  | {
      readonly kind: 'statement';
      readonly name: StatementName;
      readonly element: string;
      readonly span: Span;
    };

/** Elements whose content is text, not markup (HTML, 13.1.2), and how it ends. */
const RAW_TEXT: ReadonlyMap<string, RegExp> = new Map(
  ['script', 'style', 'textarea', 'title', 'noscript', 'template'].map((name) => [
    name,
    new RegExp(`</${name}[\\s/>]`, 'gi'),
  ]),
);

const TAG_NAME = /[A-Za-z][A-Za-z0-9:-]{0,63}/y;
const ATTRIBUTE = /([^\s"'<>/=]{1,256})(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;
/** What closes a tag or begins and ends a quoted value in it. */
const TAG_SIGN = /["'>]/g;
/** schema.org in JSON-LD without this word says nothing of ours. */
const SOURCE_TYPE = /digitalSourceType/i;

type Tag = {
  readonly name: string;
  readonly end: number;
  readonly attributes: () => ReadonlyMap<string, Attribute>;
};
type Found = (one: HtmlFound) => void;
type Scan = { readonly text: string; readonly found: Found; readonly statements: StatementFinder } & {
  labels: number;
  jsonLd: number;
};

/**
 * Finds in an HTML file `meta` elements named `AIGC` (a carrier of several apps; no standard names it), scripts with a
 * C2PA manifest store and links to one (C2PA 2.5 Annex A), JSON-LD with a digitalSourceType (schema.org), and elements
 * that state their origin (`StatementFinder`). Comments and the text of scripts and styles are passed over.
 *
 * @param text the file as Latin-1, so that indexes are byte offsets
 * @param found is called with each, in order
 * @throws ByteFault `over-budget` beyond MAX_HTML_TAGS, or MAX_JSON_LD_BYTES of JSON-LD
 */
export function scanHtml(text: string, found: Found): void {
  const scan: Scan = { text, found, statements: new StatementFinder(text), labels: 0, jsonLd: 0 };
  let at = 0;
  for (let tags = 0; tags < MAX_HTML_TAGS; tags++) {
    at = text.indexOf('<', at);
    if (at < 0) {
      refuseJsonLd(scan);
      return;
    }
    if (text.startsWith('<!--', at)) {
      at = endOf(text, '-->', at + 4);
      continue;
    }
    const tag = readTag(text, at);
    at = tag === undefined ? at + 1 : lookAt(scan, tag, at);
  }
  throw new ByteFault('over-budget', `HTML of more than ${MAX_HTML_TAGS} tags`);
}

function refuseJsonLd({ jsonLd }: Scan): void {
  if (jsonLd > MAX_JSON_LD_BYTES) throw new ByteFault('over-budget', `${jsonLd} bytes of JSON-LD`);
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
  const limit = Math.min(text.length, start + MAX_HTML_TAG_CHARS);
  for (let at = start; at < limit; ) {
    TAG_SIGN.lastIndex = at;
    const sign = TAG_SIGN.exec(text);
    if (sign === null || sign.index >= limit) return undefined;
    if (sign[0] === '>') return sign.index;
    const opens = /[=\s]/.test(text.charAt(sign.index - 1));
    at = opens ? endOf(text, sign[0], sign.index + 1) : sign.index + 1;
  }
  return undefined;
}

function attributesOf(text: string, start: number, end: number): ReadonlyMap<string, Attribute> {
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
function lookAt(scan: Scan, tag: Tag, start: number): number {
  if (tag.name === 'meta') lookAtMeta(scan, tag.attributes());
  if (tag.name === 'link') lookAtLink(scan, tag.attributes());
  if (scan.statements.mayHold(start, tag.end))
    for (const one of scan.statements.in(tag.name, tag.attributes(), tag.end))
      scan.found({ kind: 'statement', ...one });
  const close = RAW_TEXT.get(tag.name);
  if (close === undefined) return tag.end;
  close.lastIndex = tag.end;
  const end = close.exec(scan.text)?.index ?? scan.text.length;
  if (tag.name === 'script') lookAtScript(scan, tag, { offset: tag.end, length: end - tag.end });
  return end;
}

const folded = (attributes: ReadonlyMap<string, Attribute>, name: string): string | undefined =>
  attributes.get(name)?.value.trim().toLowerCase();

function lookAtScript(scan: Scan, tag: Tag, span: Span): void {
  const type = folded(tag.attributes(), 'type');
  if (type === 'application/c2pa') scan.found({ kind: 'store', span });
  if (type?.split(';', 1)[0] !== 'application/ld+json') return;
  if (!SOURCE_TYPE.test(scan.text.slice(span.offset, span.offset + span.length))) return;
  scan.jsonLd += span.length;
  if (scan.jsonLd <= MAX_JSON_LD_BYTES) scan.found({ kind: 'json-ld', span });
}

function lookAtMeta(scan: Scan, attributes: ReadonlyMap<string, Attribute>): void {
  const content = attributes.get('content');
  if (folded(attributes, 'name') !== 'aigc' || content === undefined) return;
  if (content.value.length > MAX_LABEL_CHARS || scan.labels >= MAX_TEXT_LABELS) return;
  scan.labels += 1;
  scan.found({ kind: 'label', span: { offset: content.index, length: content.value.length } });
}

function lookAtLink({ found }: Scan, attributes: ReadonlyMap<string, Attribute>): void {
  const href = attributes.get('href');
  if (folded(attributes, 'rel') === 'c2pa-manifest' && href !== undefined)
    found({ kind: 'link', span: { offset: href.index, length: href.value.length } });
}
