import { fileText } from '../../../lib/bytes/file-text';
import type { Field, FieldLanguage, MediaFacts } from '../../../lib/facts/media-facts';

/** A field as the facts of a file give it, from a reference `language/name`. */
export function field(ref: string, value: string, offset = 100): Field {
  const slash = ref.indexOf('/');
  const name = ref.slice(slash + 1);
  return {
    language: ref.slice(0, slash) as FieldLanguage,
    name,
    value: fileText(value),
    place: { path: ['FILE', name], offset },
  };
}

/** Facts of a file with these fields and nothing else. */
export const factsWith = (...fields: readonly Field[]): MediaFacts => ({
  container: 'png',
  fields,
  faults: [],
});
