import { Cursor } from '../../bytes/cursor';
import { ByteFault } from '../../bytes/fault';
import { AUDIO_TAIL_BYTES, MAX_APE_ITEMS, MAX_TAG_NAME_BYTES } from '../../bytes/limits';
import { type Parse, readUpTo } from '../../bytes/parse';
import { type Emit, emitSpan } from '../blocks';

/** ID3v1: `TAG` and fixed fields in the last bytes of a file. */
const ID3V1_BYTES = 128;
/** APEv2: `APETAGEX`, version, size, item count, flags, reserved; the same as header and as footer. */
const APE_FOOTER_BYTES = 32;
/** APEv2: size and flags in front of each item's key. */
const APE_ITEM_BYTES = 8;
/** APEv2 item flags, bits 1 and 2: what the value is; 0 is UTF-8 text. */
const APE_KIND = 0x06;

/**
 * Emits what stands at the end of an audio file: the text items of an APEv2 tag, and an ID3v1 tag behind it.
 * Nothing can be said where the size is not known.
 *
 * @param from where the audio begins; tags in front of it are not looked at again
 * @throws ByteFault `malformed` for an APE tag that contradicts itself, once the ID3v1 tag is out
 */
export function* walkTailTags(
  from: number,
  size: number | undefined,
  path: readonly string[],
  emit: Emit,
): Parse<void> {
  if (size === undefined) return;
  const start = Math.max(from, size - AUDIO_TAIL_BYTES);
  const { bytes } = yield* readUpTo(start, Math.max(0, size - start), 'end of the file');
  const hasId3v1 = latin1(bytes.subarray(bytes.length - ID3V1_BYTES)).startsWith('TAG');
  const id3v1 = {
    offset: size - ID3V1_BYTES,
    length: hasId3v1 && bytes.length >= ID3V1_BYTES ? ID3V1_BYTES : 0,
  };
  const footerAt = bytes.length - id3v1.length - APE_FOOTER_BYTES;
  const footer = footerAt < 0 ? undefined : bytes.subarray(footerAt, footerAt + APE_FOOTER_BYTES);
  const malformed = footer && (yield* walkApe(footer, start + footerAt, from, path, emit));
  emitSpan(emit, 'id3', [...path, 'ID3v1'], id3v1, 'ID3v1');
  if (malformed) throw new ByteFault('malformed', `APE tag before ${size} contradicts itself`);
}

/** Walks the items in front of a footer. @returns whether they contradict it */
function* walkApe(
  footer: Uint8Array,
  footerAt: number,
  from: number,
  path: readonly string[],
  emit: Emit,
): Parse<boolean> {
  const cursor = new Cursor(footer);
  if (cursor.latin1(8) !== 'APETAGEX') return false;
  cursor.skip(4);
  let at = footerAt + APE_FOOTER_BYTES - cursor.u32le();
  const items = cursor.u32le();
  if (at < from || at > footerAt || items > MAX_APE_ITEMS) return true;
  for (let count = 0; count < items; count++) {
    const next = yield* walkItem(at, footerAt, path, emit);
    if (next === undefined) return true;
    at = next;
  }
  return false;
}

/** Emits one item. @returns the offset behind it; `undefined` where it does not fit before the footer */
function* walkItem(at: number, end: number, path: readonly string[], emit: Emit): Parse<number | undefined> {
  const cursor = yield* readUpTo(at, Math.min(end - at, APE_ITEM_BYTES + MAX_TAG_NAME_BYTES), 'APE item');
  if (cursor.left < APE_ITEM_BYTES) return undefined;
  const length = cursor.u32le();
  const flags = cursor.u32le();
  const keyBytes = cursor.bytes.indexOf(0, APE_ITEM_BYTES) - APE_ITEM_BYTES;
  const offset = at + APE_ITEM_BYTES + keyBytes + 1;
  if (keyBytes < 1 || offset + length > end) return undefined;
  const key = cursor.latin1(keyBytes);
  if ((flags & APE_KIND) === 0) emitSpan(emit, 'ape', [...path, 'APE'], { offset, length }, key);
  return offset + length;
}

const latin1 = (bytes: Uint8Array): string => String.fromCharCode(...bytes);
