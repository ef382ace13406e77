import type { Field, MediaFacts } from '../../facts/media-facts';
import type { FieldRef } from '../../rules/generator-rule';
import type { JsonValue } from '../json/json-value';
import { parseJson } from '../json/parse-json';

const NONE: readonly Field[] = [];

/** Fields of one file by reference, and their JSON, read once however many rules ask for it. */
export class FieldIndex {
  readonly #byRef = new Map<FieldRef, Field[]>();
  readonly #json = new Map<string, JsonValue | undefined>();

  constructor(facts: MediaFacts) {
    for (const field of facts.fields) for (const ref of refsOf(field)) this.#add(ref, field);
  }

  #add(ref: FieldRef, field: Field): void {
    const known = this.#byRef.get(ref);
    if (known === undefined) this.#byRef.set(ref, [field]);
    else known.push(field);
  }

  /** The references under which the file has fields. */
  refs(): Iterable<FieldRef> {
    return this.#byRef.keys();
  }

  /** The fields of one name, in file order. */
  named(ref: FieldRef): readonly Field[] {
    return this.#byRef.get(ref) ?? NONE;
  }

  /** The fields of these names, name by name in the order asked, then in file order. */
  find(refs: readonly FieldRef[]): readonly Field[] {
    return refs.flatMap((ref) => this.named(ref));
  }

  /** JSON in a field, behind `prefix` in any case where one is given; `undefined` where there is none. */
  json({ value }: Field, prefix = ''): JsonValue | undefined {
    const text = trimmed(value);
    if (!text.toLowerCase().startsWith(prefix.toLowerCase())) return undefined;
    return this.parse(text.slice(prefix.length).trim());
  }

  /** JSON text as a value; the same text is read once. */
  parse(text: string): JsonValue | undefined {
    if (!this.#json.has(text)) this.#json.set(text, parseJson(text));
    return this.#json.get(text);
  }
}

/** A comment of ID3 under any description is found by `id3/COMM:*`, too. */
function refsOf({ language, name }: Field): readonly FieldRef[] {
  const isDescribed = language === 'id3' && name.startsWith('COMM:');
  return isDescribed ? [`${language}/${name}`, 'id3/COMM:*'] : [`${language}/${name}`];
}

/** Writers in C end their text with NULs, some begin it with them. */
function trimmed(text: string): string {
  let start = 0;
  let end = text.length;
  while (text[start] === '\0') start += 1;
  while (end > start && text[end - 1] === '\0') end -= 1;
  return text.slice(start, end).trim();
}
