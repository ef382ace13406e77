import { ByteFault } from '../../bytes/fault';
import { type Parse, readUpTo } from '../../bytes/parse';
import { walkTailTags } from '../ape/walk-ape';
import { boundedEmit, type Emit } from '../blocks';
import { blameId3, walkId3 } from '../id3/walk-id3';

/** Enough of a frame for its header. */
const FRAME_HEAD_BYTES = 10;

/** Length of a frame by its first bytes; `undefined` where none begins. */
export type FrameBytes = (head: Uint8Array) => number | undefined;

/**
 * Walks a stream of audio frames that has no file format of its own: ID3v2 tags in front, APE and ID3v1 tags
 * behind. Without a tag in front two frames in a row must show that this is such a stream.
 */
export function* walkAudio(
  path: readonly string[],
  emit: Emit,
  size: number | undefined,
  frameBytes: FrameBytes,
): Parse<void> {
  const out = boundedEmit(emit);
  const tags = yield* walkId3(0, size, path, out);
  yield* tags.end === 0 ? requireFrames(frameBytes, path) : requireSound(tags.end);
  yield* walkTailTags(tags.end, size, path, out);
  blameId3(tags);
}

/** Not asked what it is: streams begin in the middle of a frame, too. @throws ByteFault `truncated` */
function* requireSound(at: number): Parse<void> {
  const { left } = yield* readUpTo(at, FRAME_HEAD_BYTES, 'audio frame');
  if (left < FRAME_HEAD_BYTES) throw new ByteFault('truncated', `the file ends at ${at}, behind its tags`);
}

/** @throws ByteFault `malformed` where the start is not followed by a second frame or the end of the file */
function* requireFrames(frameBytes: FrameBytes, path: readonly string[]): Parse<void> {
  const first = frameBytes((yield* readUpTo(0, FRAME_HEAD_BYTES, 'audio frame')).bytes);
  if (first === undefined) throw new ByteFault('malformed', `no ${path.join()} frame`);
  const { bytes } = yield* readUpTo(first, FRAME_HEAD_BYTES, 'audio frame');
  const isTag = String.fromCharCode(...bytes.subarray(0, 3)) === 'TAG';
  if (bytes.length >= FRAME_HEAD_BYTES && !isTag && frameBytes(bytes) === undefined)
    throw new ByteFault('malformed', `no second ${path.join()} frame at ${first}`);
}
