import { decodeUtf8OrLatin1, withoutTrailingNuls } from '../bytes/decode-text';
import { type BlockReading, failedReading, fieldAt, NOTHING } from './block-reading';
import type { FieldLanguage } from './media-facts';
import { type Payload, readWhole } from './payload';

/**
 * The field of a block that is nothing but the text of a name the container has read: RIFF information chunks,
 * items of APE tags. UTF-8 where valid, else Latin-1; closing NULs are dropped.
 */
export async function readNamedTextBlock(
  payload: Payload,
  language: FieldLanguage,
  name = '',
): Promise<BlockReading> {
  const block = await payload.run(readWhole(payload.view, 'text'));
  if (block.state !== 'complete') return failedReading(payload, block);
  const text = withoutTrailingNuls(decodeUtf8OrLatin1(block.value));
  if (text === '') return NOTHING;
  return { fields: [fieldAt(language, name, text, payload)], faults: [] };
}
