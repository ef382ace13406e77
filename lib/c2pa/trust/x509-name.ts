import { type FileText, fileText } from '../../bytes/file-text';
import { MAX_C2PA_TEXT_CHARS } from '../../bytes/limits';
import { DER, type DerValue, derContent, derValuesIn } from './der';

/** Attribute types of a name (X.520): the content of their object identifiers, in hexadecimal. */
export const COMMON_NAME = '550403';
export const ORGANIZATION = '55040a';

/** How the text of each string type is written (X.680 §41; RFC 5280 §4.1.2.4). T.61 is what writers take for Latin-1. */
const TEXT_CODINGS: ReadonlyMap<number, string> = new Map([
  [0x0c, 'utf-8'],
  [0x12, 'latin1'],
  [0x13, 'latin1'],
  [0x14, 'latin1'],
  [0x16, 'latin1'],
  [0x1a, 'latin1'],
  [0x1e, 'utf-16be'],
]);

/**
 * The first text of an attribute in a name (RFC 5280 §4.1.2.4); `undefined` where it is not there, blank or no text.
 *
 * @param type hexadecimal content of its object identifier
 * @throws ByteFault `malformed` when it is no name
 */
export function nameText(name: DerValue | undefined, type: string): FileText | undefined {
  for (const part of derValuesIn(name, DER.sequence))
    for (const attribute of derValuesIn(part, DER.set)) {
      const [id, value] = derValuesIn(attribute, DER.sequence);
      if (hexOf(derContent(id, DER.objectId)) === type) return textOf(value);
    }
  return undefined;
}

/** Lower-case hexadecimal. */
export function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function textOf(value: DerValue | undefined): FileText | undefined {
  const coding = value && TEXT_CODINGS.get(value.tag);
  if (coding === undefined) return undefined;
  const text = new TextDecoder(coding).decode(value?.content);
  return text.trim() === '' ? undefined : fileText(text, MAX_C2PA_TEXT_CHARS);
}
