import { isJsonArray, isJsonObject, type JsonObject, type JsonValue, scalarText } from './json/json-value';
import { parseJson } from './json/parse-json';
import { MAX_LABELS } from './signal-limits';

/** A `digitalSourceType` in JSON-LD, and what it describes as far as the same object says. */
export type JsonLdSourceType = {
  readonly value: string;
  /** `ImageObject`, `Article` … */
  readonly type?: string;
  /** Address of what is described. */
  readonly url?: string;
};

/** The property by its name, its URI or behind the usual prefix. */
const PROPERTY = /^(?:https?:\/\/schema\.org\/|schema:)?digitalSourceType$/i;
const URLS = ['contentUrl', 'url', '@id'];

/**
 * Finds the source types that a JSON-LD text states (JSON-LD 1.1), at any depth, in file order, MAX_LABELS at most.
 * Contexts are not resolved: the property is known by its name.
 *
 * @param text the content of a `script` element of type `application/ld+json`
 * @returns none where the text is no JSON
 */
export function findJsonLdSourceTypes(text: string): readonly JsonLdSourceType[] {
  const found: JsonLdSourceType[] = [];
  const root = parseJson(text);
  if (root !== undefined) visit(root, found);
  return found.slice(0, MAX_LABELS);
}

/** Depth and number of values are bounded by the parser. */
function visit(value: JsonValue, found: JsonLdSourceType[]): void {
  if (isJsonArray(value)) for (const item of value) visit(item, found);
  if (!isJsonObject(value)) return;
  for (const [name, member] of value) {
    if (found.length >= MAX_LABELS) return;
    if (PROPERTY.test(name)) found.push(...textsOf(member).map((text) => ({ value: text, ...about(value) })));
    else visit(member, found);
  }
}

function about(object: JsonObject): Omit<JsonLdSourceType, 'value'> {
  const [type] = textsOf(object.get('@type'));
  const url = URLS.flatMap((name) => textsOf(object.get(name))).at(0);
  return { ...(type === undefined ? {} : { type }), ...(url === undefined ? {} : { url }) };
}

/** A value as text, also where it is written as a node, a value object or a list of them. */
function textsOf(value: JsonValue | undefined): readonly string[] {
  if (isJsonArray(value)) return value.slice(0, MAX_LABELS).flatMap((item) => textsOf(plain(item)));
  const text = scalarText(plain(value));
  return text === undefined ? [] : [text];
}

const plain = (value: JsonValue | undefined): JsonValue | undefined =>
  isJsonObject(value) ? (value.get('@id') ?? value.get('@value')) : value;
