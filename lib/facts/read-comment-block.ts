import { decodeUtf8OrLatin1, withoutTrailingNuls } from '../bytes/decode-text';
import { type BlockReading, failedReading, fieldAt, NOTHING } from './block-reading';
import { type Payload, readWhole } from './payload';

/** The text of a JPEG comment or of a segment that is nothing but text, under the segment's name. */
export async function readCommentBlock(payload: Payload): Promise<BlockReading> {
  const { path } = payload;
  const comment = await payload.run(readWhole(payload.view, 'comment'));
  if (comment.state !== 'complete') return failedReading(payload, comment);
  const text = withoutTrailingNuls(decodeUtf8OrLatin1(comment.value));
  if (text === '') return NOTHING;
  return { fields: [fieldAt('comment', path.at(-1) ?? 'comment', text, payload)], faults: [] };
}
