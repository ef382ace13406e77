import { type FileText, fileText } from '../bytes/file-text';
import { MAX_C2PA_RAW_CHARS, MAX_C2PA_TEXT_CHARS } from '../bytes/limits';
import type { CborValue } from '../metadata/cbor';
import type { C2paDisclosure, C2paSourceType } from './manifest-store';
import type { AssertionPlace } from './read-actions';
import { jsonText, listOf, mapOf, present, textAt } from './values';

/** Most DigitalSourceType values taken from one metadata assertion. */
const MAX_SOURCE_TYPES = 16;

/** The property by its local name, whatever prefix or namespace a JSON-LD writer chose. */
const SOURCE_TYPE_KEY = /(?:^|[:/#])DigitalSource(?:file)?Type$/i;

/** Reads an assertion that discloses the use of AI. */
export function readDisclosure(assertion: CborValue, place: AssertionPlace): C2paDisclosure {
  const map = mapOf(assertion);
  const optional = present({ model: textAt(map, 'modelName', 'model', 'modelType') });
  const raw = fileText(jsonText(assertion), MAX_C2PA_RAW_CHARS);
  return { ...place, denied: map.get('ai_generated') === false, raw, ...optional };
}

/**
 * Every DigitalSourceType inside a metadata assertion: `c2pa.metadata`, `cawg.metadata`, `stds.iptc` and the
 * like (C2PA 2.5 §18.22). The value may be text, an `@id`, or a list of these.
 */
export function readSourceTypes(assertion: CborValue, place: AssertionPlace): readonly C2paSourceType[] {
  const found: FileText[] = [];
  collect(assertion, found);
  return found.slice(0, MAX_SOURCE_TYPES).map((value) => ({ value, ...place }));
}

/** Depth is bounded where the value was decoded. */
function collect(value: CborValue, found: FileText[]): void {
  for (const item of listOf(value)) collect(item, found);
  for (const [key, item] of mapOf(value)) {
    if (typeof key === 'string' && SOURCE_TYPE_KEY.test(key)) found.push(...texts(item));
    else collect(item, found);
  }
}

function texts(value: CborValue): readonly FileText[] {
  if (typeof value === 'string') return [fileText(value, MAX_C2PA_TEXT_CHARS)];
  return [
    ...listOf(value).flatMap(texts),
    ...[textAt(mapOf(value), '@id', '@value')].flatMap((id) => id ?? []),
  ];
}
