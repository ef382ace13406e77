import type { Cursor } from '../../bytes/cursor';
import { ByteFault } from '../../bytes/fault';
import { MAX_FLV_MEDIA_TAGS, MAX_FLV_SCRIPTS } from '../../bytes/limits';
import { type Parse, read, readUpTo } from '../../bytes/parse';
import { startsWith } from '../../bytes/starts-with';
import { boundedEmit, emitSpan, requireInside } from '../blocks';
import type { ContainerFormat } from '../container';

/** `FLV`, version, flags, length of the header (FLV specification, E.2). */
const HEADER_BYTES = 9;
/** The size of the tag before, in front of every tag and at the end (E.3). */
const BACK_POINTER_BYTES = 4;
/** Type, size, time, stream (E.4.1). */
const TAG_HEADER_BYTES = 11;
/** E.4.1: the type, and the flag of an encrypted tag. */
const TYPE_BITS = 0x3f;
const SCRIPT = 18;

/** FLV: the script tags in front of and between the first tags of sound and pictures. */
const flv: ContainerFormat = {
  id: 'flv',
  name: 'FLV',
  sniff: (head) => startsWith(head, 'FLV\x01') && head[5] === 0,
  *walk(emit, size): Parse<void> {
    const out = boundedEmit(emit);
    let at = yield* firstTag();
    let media = 0;
    for (let scripts = 0; media < MAX_FLV_MEDIA_TAGS; ) {
      const tag = yield* readTag(at);
      if (tag === undefined) return requireMedia(media, at);
      requireInside(tag.end, size, 'FLV tag');
      if (tag.type === SCRIPT) {
        if (++scripts > MAX_FLV_SCRIPTS) throw new ByteFault('over-budget', 'too many FLV scripts');
        emitSpan(out, 'amf', ['FLV', 'script'], { offset: tag.start, length: tag.end - tag.start });
      } else media += 1;
      at = tag.end + BACK_POINTER_BYTES;
    }
  },
};
export default flv;

type Tag = { readonly type: number; readonly start: number; readonly end: number };

function* firstTag(): Parse<number> {
  const header = yield* read(0, HEADER_BYTES, 'FLV header');
  if (header.latin1(3) !== 'FLV') throw new ByteFault('malformed', 'no FLV header');
  header.skip(2);
  const length = header.u32be();
  if (length < HEADER_BYTES) throw new ByteFault('malformed', `FLV header of ${length} bytes`);
  return length + BACK_POINTER_BYTES;
}

/** @returns `undefined` at the end of the file */
function* readTag(offset: number): Parse<Tag | undefined> {
  const cursor = yield* readUpTo(offset, TAG_HEADER_BYTES, 'FLV tag');
  if (cursor.left === 0) return undefined;
  const type = cursor.u8() & TYPE_BITS;
  const length = u24be(cursor);
  cursor.skip(TAG_HEADER_BYTES - 4);
  return { type, start: cursor.offset, end: cursor.offset + length };
}

const u24be = (cursor: Cursor): number => cursor.u8() * 0x1_0000 + cursor.u16be();

/** Nothing says where an FLV ends; one without sound or pictures was cut. */
function requireMedia(media: number, at: number): void {
  if (media === 0) throw new ByteFault('truncated', `FLV ends at ${at} before any sound or picture`);
}
