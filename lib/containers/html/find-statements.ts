import { MAX_HTML_VALUE_CHARS, MAX_TEXT_LABELS } from '../../bytes/limits';
import type { Span } from '../container';
import type { Attribute } from './tag';

type Attributes = ReadonlyMap<string, Attribute>;

/** A statement of a page about its origin: under which name, in which element, and where its value lies. */
export type HtmlStatement = { readonly name: StatementName; readonly element: string; readonly span: Span };
export type StatementName = 'ai-disclosure' | 'schema.org:digitalSourceType' | DetailName;

/** What may stand beside `ai-disclosure`, of any text; the address is never fetched. */
const DETAIL_NAMES = ['ai-model', 'ai-provider', 'ai-prompt-url'] as const;
type DetailName = (typeof DETAIL_NAMES)[number];

/** Words without which no element says anything of this kind. */
const HINT = /ai-disclosure|digitalsourcetype/gi;

/** A property of schema.org by its name, its URI or behind a prefix, among others in one attribute. */
const SOURCE_TYPE = /(?:^|[\s:/])digitalsourcetype(?:\s|$)/i;
/** Microdata (HTML, 5.2.3) and RDFa (RDFa Core 1.1, 5) name properties so. */
const PROPERTY_ATTRIBUTES = ['itemprop', 'property'];
/** Where its value stands if not in the text, first of all. */
const VALUE_ATTRIBUTES = ['content', 'href', 'resource', 'src'];

/**
 * Finds statements of origin in the attributes of HTML elements. Asked for every tag in order, it looks into those
 * only that hold a telling word. Equal statements are given once, and of each kind MAX_TEXT_LABELS at most.
 *
 * @param text the file as Latin-1, so that indexes are byte offsets
 */
export class StatementFinder {
  private readonly seen = new Map<StatementName, Set<string>>();
  private hint: number;

  constructor(private readonly text: string) {
    this.hint = this.hintFrom(0);
  }

  /** Whether a tag between two indexes is worth looking into. Indexes must not go back. */
  mayHold(start: number, end: number): boolean {
    if (this.hint < start) this.hint = this.hintFrom(start);
    return this.hint < end;
  }

  /** @param textStart index behind the tag, where the text of the element begins */
  *in(element: string, attributes: Attributes, textStart: number): Generator<HtmlStatement> {
    const disclosed = disclosureOf(element, attributes);
    const stated = disclosed === undefined ? [] : [...this.once('ai-disclosure', element, disclosed)];
    yield* stated;
    if (stated.length > 0 || element === 'meta') yield* this.details(element, attributes);
    const named = PROPERTY_ATTRIBUTES.some((name) => SOURCE_TYPE.test(attributes.get(name)?.value ?? ''));
    if (!named) return;
    const value = VALUE_ATTRIBUTES.map((name) => attributes.get(name)).find((one) => one !== undefined);
    yield* this.once('schema.org:digitalSourceType', element, value ?? this.textAt(textStart));
  }

  /** Of an element those beside its disclosure, of `meta` elements each by itself; not often enough to be counted apart. */
  private *details(element: string, attributes: Attributes): Generator<HtmlStatement> {
    for (const name of DETAIL_NAMES) {
      const detail = element === 'meta' ? metaContent(attributes, name) : eitherName(attributes, name);
      if (detail === undefined) continue;
      if (element === 'meta') yield* this.once(name, element, detail);
      else if (isUsable(detail)) yield { name, element, span: spanOf(detail) };
    }
  }

  private *once(name: StatementName, element: string, attribute: Attribute): Generator<HtmlStatement> {
    const seen = this.seen.get(name) ?? new Set<string>();
    this.seen.set(name, seen);
    const key = `${element} ${attribute.value.trim().toLowerCase()}`;
    if (!isUsable(attribute) || seen.has(key) || seen.size >= MAX_TEXT_LABELS) return;
    seen.add(key);
    yield { name, element, span: spanOf(attribute) };
  }

  private hintFrom(index: number): number {
    HINT.lastIndex = index;
    return HINT.exec(this.text)?.index ?? Number.POSITIVE_INFINITY;
  }

  private textAt(index: number): Attribute {
    const text = this.text.slice(index, index + MAX_HTML_VALUE_CHARS);
    return { value: text.split('<', 1)[0] ?? '', index };
  }
}

const isUsable = ({ value }: Attribute): boolean =>
  value.trim() !== '' && value.length <= MAX_HTML_VALUE_CHARS;

const spanOf = ({ value, index }: Attribute): Span => ({ offset: index, length: value.length });

/** The content of a `meta` element of this name. */
const metaContent = (attributes: Attributes, name: string): Attribute | undefined =>
  attributes.get('name')?.value.trim().toLowerCase() === name ? attributes.get('content') : undefined;

/** W3C CG draft "AI Content Disclosure"; with `data-` before it on pages that keep to the attributes of HTML. */
const eitherName = (attributes: Attributes, name: string): Attribute | undefined =>
  attributes.get(name) ?? attributes.get(`data-${name}`);

function disclosureOf(element: string, attributes: Attributes): Attribute | undefined {
  const inMeta = element === 'meta' ? metaContent(attributes, 'ai-disclosure') : undefined;
  return inMeta ?? eitherName(attributes, 'ai-disclosure');
}
