import { fileText } from '../../bytes/file-text';
import { MAX_FIELD_CHARS } from '../../bytes/limits';
import type { Field } from '../../facts/media-facts';
import { anyText, isJsonObject } from '../json/json-value';
import { parseJson } from '../json/parse-json';
import { MAX_NAME_CHARS, MAX_ROWS } from '../signal-limits';

/**
 * A text hidden in the lowest bits of pixels, as the fields the same tool would have written into PNG text:
 * NovelAI hides a JSON object of them, extensions of the WebUI the value of `parameters`.
 *
 * @param path where it was hidden, for people: `['PNG', 'alpha channel']`
 */
export function stealthFields(text: string, path: readonly string[]): readonly Field[] {
  const value = parseJson(text.trim());
  if (!isJsonObject(value)) return [asField('parameters', text, path)];
  return [...value].slice(0, MAX_ROWS).flatMap(([name, member]) => {
    const said = anyText(member);
    return said === undefined ? [] : [asField(name, said, path)];
  });
}

const asField = (name: string, text: string, path: readonly string[]): Field => ({
  language: 'png-text',
  name: fileText(name, MAX_NAME_CHARS),
  value: fileText(text, MAX_FIELD_CHARS),
  place: { path },
});
