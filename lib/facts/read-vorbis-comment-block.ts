import { absoluteOffset } from '../bytes/span-view';
import { readVorbisComments } from '../metadata/vorbis-comment';
import { type BlockReading, failedReading, fieldAt } from './block-reading';
import type { Field } from './media-facts';
import type { Payload } from './payload';

/** The entries of a Vorbis comment header, each under its key in upper case and placed at its value. */
export async function readVorbisCommentBlock(payload: Payload): Promise<BlockReading> {
  const { path, view } = payload;
  const fields: Field[] = [];
  const read = await payload.run(
    readVorbisComments(view, ({ name, value, at }) => {
      const place = { path: [...path, name], offset: absoluteOffset(view, at) };
      fields.push(fieldAt('vorbis', name, value, place));
    }),
  );
  return read.state === 'complete' ? { fields, faults: [] } : { ...failedReading(payload, read), fields };
}
