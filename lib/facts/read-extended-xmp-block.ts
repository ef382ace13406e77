import type { Block } from '../containers/container';
import { xmpFieldName } from '../metadata/xmp-names';
import { type BlockReading, failedReading } from './block-reading';
import type { Field } from './media-facts';
import type { Payload } from './payload';
import { readXmpBlock } from './read-xmp-block';

/** XMP Specification Part 3 §1.1.3.1: the main packet names its extended packet by GUID. */
const HAS_EXTENDED_XMP = xmpFieldName('http://ns.adobe.com/xmp/note/', 'HasExtendedXMP');

/** The GUIDs of the extended packets that the file's main packets name, in upper case. */
export function referredPackets(fields: readonly Field[]): ReadonlySet<string> {
  const references = fields.filter(({ name }) => name === HAS_EXTENDED_XMP);
  return new Set(references.map(({ value }) => value.toUpperCase()));
}

/**
 * The fields of an extended XMP packet, where a main packet names it. A packet nobody names is left over from
 * another file or edit and counts as malformed (XMP Specification Part 3 §1.1.3.1).
 */
export async function readExtendedXmpBlock(
  { key = '' }: Block,
  payload: Payload,
  referred: ReadonlySet<string>,
): Promise<BlockReading> {
  if (referred.has(key.toUpperCase())) return readXmpBlock(payload);
  return failedReading(payload, { state: 'malformed', why: 'extended XMP that no main packet names' });
}
