import { decodeText, decodeUtf8OrLatin1, withoutTrailingNuls } from '../bytes/decode-text';
import type { Block } from '../containers/container';
import { type BlockReading, failedReading, fieldAt, NOTHING } from './block-reading';
import { type Payload, readWhole } from './payload';

/**
 * The text of a tag in an ISO base media or QuickTime file, under the tag's name.
 *
 * Declared as UTF-16 it is that, big-endian (QuickTime File Format, well-known types); else UTF-8 where valid.
 */
export async function readMp4TagBlock(
  payload: Payload,
  { key = '', encoding }: Block,
): Promise<BlockReading> {
  const tag = await payload.run(readWhole(payload.view, 'tag'));
  if (tag.state !== 'complete') return failedReading(payload, tag);
  const decoded = encoding === 'utf-16be' ? decodeText(tag.value, encoding) : decodeUtf8OrLatin1(tag.value);
  const text = withoutTrailingNuls(decoded);
  if (text === '') return NOTHING;
  const place = { path: [...payload.path, key], offset: payload.offset };
  return { fields: [fieldAt('mp4-tag', key, text, place)], faults: [] };
}
