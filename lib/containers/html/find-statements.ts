import { MAX_HTML_VALUE_CHARS, MAX_TEXT_LABELS } from '../../bytes/limits';
import type { Span } from '../container';
import type { Attribute } from './tag';

type Attributes = ReadonlyMap<string, Attribute>;

/** A statement of a page about its origin: under which name, in which element, and where its value lies. */
export type HtmlStatement = { readonly name: StatementName; readonly element: string; readonly span: Span };
export type StatementName = 'ai-disclosure' | 'schema.org:digitalSourceType';

/** Words without which no element says anything of this kind. */
const HINT = /ai-disclosure|digitalsourcetype/gi;

/** W3C CG draft "AI Content Disclosure"; with `data-` before it on pages that keep to the attributes of HTML. */
const DISCLOSURE_ATTRIBUTES = ['ai-disclosure', 'data-ai-disclosure'];

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
    if (disclosed !== undefined) yield* this.once('ai-disclosure', element, disclosed);
    const named = PROPERTY_ATTRIBUTES.some((name) => SOURCE_TYPE.test(attributes.get(name)?.value ?? ''));
    if (!named) return;
    const value = VALUE_ATTRIBUTES.map((name) => attributes.get(name)).find((one) => one !== undefined);
    yield* this.once('schema.org:digitalSourceType', element, value ?? this.textAt(textStart));
  }

  private *once(name: StatementName, element: string, { value, index }: Attribute): Generator<HtmlStatement> {
    const seen = this.seen.get(name) ?? new Set<string>();
    this.seen.set(name, seen);
    const key = `${element} ${value.trim().toLowerCase()}`;
    const isUsable = value.trim() !== '' && value.length <= MAX_HTML_VALUE_CHARS;
    if (!isUsable || seen.has(key) || seen.size >= MAX_TEXT_LABELS) return;
    seen.add(key);
    yield { name, element, span: { offset: index, length: value.length } };
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

function disclosureOf(element: string, attributes: Attributes): Attribute | undefined {
  const isMeta = element === 'meta' && attributes.get('name')?.value.trim().toLowerCase() === 'ai-disclosure';
  if (isMeta) return attributes.get('content');
  return DISCLOSURE_ATTRIBUTES.map((name) => attributes.get(name)).find((one) => one !== undefined);
}
