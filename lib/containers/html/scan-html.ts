import { ByteFault } from '../../bytes/fault';
import {
  MAX_HTML_ELEMENTS,
  MAX_HTML_TAGS,
  MAX_JSON_LD_BYTES,
  MAX_LABEL_CHARS,
  MAX_TEXT_LABELS,
} from '../../bytes/limits';
import type { Span } from '../container';
import { StatementFinder, type StatementName } from './find-statements';
import { type Attribute, indexBehind, readTag, type Tag } from './tag';

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

/** Elements that are looked into whatever their attributes. */
const TELLING = ['meta', 'link', 'script'];
/** schema.org in JSON-LD without this word says nothing of ours. */
const SOURCE_TYPE = /digitalSourceType/i;

type Found = (one: HtmlFound) => void;
type Scan = { readonly text: string; readonly found: Found; readonly statements: StatementFinder } & {
  labels: number;
  jsonLd: number;
  elements: number;
};

/**
 * Finds in an HTML file `meta` elements named `AIGC` (a carrier of several apps; no standard names it), scripts with a
 * C2PA manifest store and links to one (C2PA 2.5 Annex A), JSON-LD with a digitalSourceType (schema.org), and elements
 * that state their origin (`StatementFinder`). Comments and the text of scripts and styles are passed over.
 *
 * @param text the file as Latin-1, so that indexes are byte offsets
 * @param found is called with each, in order
 * @throws ByteFault `over-budget` beyond MAX_HTML_TAGS, MAX_HTML_ELEMENTS looked into, MAX_JSON_LD_BYTES of JSON-LD
 */
export function scanHtml(text: string, found: Found): void {
  const scan: Scan = {
    text,
    found,
    statements: new StatementFinder(text),
    labels: 0,
    jsonLd: 0,
    elements: 0,
  };
  let at = 0;
  for (let tags = 0; tags < MAX_HTML_TAGS; tags++) {
    at = text.indexOf('<', at);
    if (at < 0) {
      refuseJsonLd(scan);
      return;
    }
    if (text.startsWith('<!--', at)) {
      at = indexBehind(text, '-->', at + 4);
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

/** @returns where to go on */
function lookAt(scan: Scan, tag: Tag, start: number): number {
  const end = RAW_TEXT.has(tag.name) ? rawTextEnd(scan.text, tag) : tag.end;
  if (TELLING.includes(tag.name) || scan.statements.mayHold(start, tag.end)) lookInto(scan, tag, end);
  return end;
}

function rawTextEnd(text: string, { name, end }: Tag): number {
  const close = RAW_TEXT.get(name);
  if (close === undefined) return end;
  close.lastIndex = end;
  return close.exec(text)?.index ?? text.length;
}

function lookInto(scan: Scan, tag: Tag, end: number): void {
  scan.elements += 1;
  if (scan.elements > MAX_HTML_ELEMENTS)
    throw new ByteFault('over-budget', `HTML of more than ${MAX_HTML_ELEMENTS} telling elements`);
  const attributes = tag.attributes();
  if (tag.name === 'meta') lookAtMeta(scan, attributes);
  if (tag.name === 'link') lookAtLink(scan, attributes);
  if (tag.name === 'script') lookAtScript(scan, attributes, { offset: tag.end, length: end - tag.end });
  for (const one of scan.statements.in(tag.name, attributes, tag.end))
    scan.found({ kind: 'statement', ...one });
}

const folded = (attributes: ReadonlyMap<string, Attribute>, name: string): string | undefined =>
  attributes.get(name)?.value.trim().toLowerCase();

function lookAtScript(scan: Scan, attributes: ReadonlyMap<string, Attribute>, span: Span): void {
  const type = folded(attributes, 'type');
  if (type === 'application/c2pa') scan.found({ kind: 'store', span });
  if (type?.split(';', 1)[0] !== 'application/ld+json') return;
  if (!SOURCE_TYPE.test(scan.text.slice(span.offset, span.offset + span.length))) return;
  scan.jsonLd += span.length;
  if (scan.jsonLd <= MAX_JSON_LD_BYTES) scan.found({ kind: 'json-ld', span });
}

function lookAtMeta(scan: Scan, attributes: ReadonlyMap<string, Attribute>): void {
  const content = attributes.get('content');
  const name = folded(attributes, 'name') ?? folded(attributes, 'property');
  if (name !== 'aigc' || content === undefined) return;
  if (content.value.length > MAX_LABEL_CHARS || scan.labels >= MAX_TEXT_LABELS) return;
  scan.labels += 1;
  scan.found({ kind: 'label', span: { offset: content.index, length: content.value.length } });
}

function lookAtLink({ found }: Scan, attributes: ReadonlyMap<string, Attribute>): void {
  const href = attributes.get('href');
  if (folded(attributes, 'rel') === 'c2pa-manifest' && href !== undefined)
    found({ kind: 'link', span: { offset: href.index, length: href.value.length } });
}
