import { Cursor } from '../bytes/cursor';
import { decodeUtf8OrLatin1, withoutTrailingNuls } from '../bytes/decode-text';
import { ByteFault } from '../bytes/fault';
import { MAX_BLOCK_BYTES, MAX_VORBIS_COMMENTS } from '../bytes/limits';
import type { Parse } from '../bytes/parse';
import { readJoined, type SpanView } from '../bytes/span-view';

/** Little-endian lengths and counts (Vorbis I specification, 5.2.1). */
const LENGTH_BYTES = 4;
/** How much of an entry is read to tell its key. */
const KEY_BYTES = 64;
/** Covers, in base64: large, and nothing is stated in them. */
const PICTURES = /^(?:METADATA_BLOCK_PICTURE|COVERART)=/i;

/** An entry; `at` is the logical position of its value. */
export type VorbisComment = { readonly name: string; readonly value: string; readonly at: number };

/**
 * Reads a Vorbis comment header behind its codec's mark (Vorbis I, 5.2; RFC 7845, 5.2; RFC 9639, 8.6). Keys come
 * out in upper case, since they are compared without case. Pictures are left unread.
 *
 * @param take is handed each entry, in order; those before a fault stay valid
 * @throws ByteFault `malformed` or `over-budget`, or `truncated` where the file ends before the view
 */
export function* readVorbisComments(view: SpanView, take: (comment: VorbisComment) => void): Parse<void> {
  const vendor = yield* readLength(view, 0);
  const count = vendor === undefined ? undefined : yield* readLength(view, LENGTH_BYTES + vendor);
  if (vendor === undefined || count === undefined)
    throw new ByteFault('malformed', 'Vorbis comments without a head');
  let at = 2 * LENGTH_BYTES + vendor;
  for (let index = 0; index < count; index++) {
    if (index >= MAX_VORBIS_COMMENTS) throw new ByteFault('over-budget', `${count} Vorbis comments`);
    const length = yield* readLength(view, at);
    at += LENGTH_BYTES;
    if (length === undefined || length > view.length - at)
      throw new ByteFault('malformed', `Vorbis comment ${index} is longer than what holds it`);
    if (length > MAX_BLOCK_BYTES) throw new ByteFault('over-budget', `Vorbis comment of ${length} bytes`);
    const comment = yield* readComment(view, at, length);
    if (comment !== undefined) take(comment);
    at += length;
  }
}

/** @returns `undefined` where the view has no room for one */
function* readLength(view: SpanView, at: number): Parse<number | undefined> {
  if (at + LENGTH_BYTES > view.length) return undefined;
  return new Cursor(yield* readJoined(view, at, LENGTH_BYTES, 'Vorbis comment')).u32le();
}

function* readComment(view: SpanView, at: number, length: number): Parse<VorbisComment | undefined> {
  const head = yield* readJoined(view, at, Math.min(length, KEY_BYTES), 'Vorbis comment');
  if (PICTURES.test(String.fromCharCode(...head))) return undefined;
  const bytes = yield* readJoined(view, at, length, 'Vorbis comment');
  const equals = bytes.indexOf(0x3d);
  if (equals < 1) return undefined;
  const name = decodeUtf8OrLatin1(bytes.subarray(0, equals)).toUpperCase();
  const value = withoutTrailingNuls(decodeUtf8OrLatin1(bytes.subarray(equals + 1)));
  return value === '' ? undefined : { name, value, at: at + equals + 1 };
}
