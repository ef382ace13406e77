import { absoluteOffset } from '../bytes/span-view';
import { readVorbisComments } from '../metadata/vorbis-comment';
import { type BlockReading, failedReading, faultsAt, fieldAt } from './block-reading';
import type { Payload } from './payload';

/** The entries of a Vorbis comment header, each under its key in upper case and placed at its value. */
export async function readVorbisCommentBlock(payload: Payload): Promise<BlockReading> {
  const { path, view } = payload;
  const read = await payload.run(readVorbisComments(view));
  if (read.state !== 'complete') return failedReading(payload, read);
  const { comments, fault } = read.value;
  const fields = comments.map(({ name, value, at }) =>
    fieldAt('vorbis', name, value, { path: [...path, name], offset: absoluteOffset(view, at) }),
  );
  return { fields, faults: faultsAt(payload, [fault]) };
}
