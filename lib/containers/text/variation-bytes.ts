import { decodeText } from '../../bytes/decode-text';
import { ByteFault } from '../../bytes/fault';
import { MAX_BLOCK_BYTES } from '../../bytes/limits';

/** A manifest store hidden in a text: its bytes, and the byte offset and length of the wrapper. */
export type WrappedStore = { readonly store: Uint8Array; readonly offset: number; readonly length: number };

/**
 * C2PA 2.5 Annex A, C2PATextManifestWrapper: U+FEFF in UTF-8, then `C2PATXT` and a zero as variation selectors. Searched
 * for as one text, since a hostile file may hold the first of it a million times.
 */
const MAGIC = [0x43, 0x32, 0x50, 0x41, 0x54, 0x58, 0x54, 0x00];
const asSelector = (byte: number): string =>
  String.fromCodePoint(byte < 16 ? 0xfe00 + byte : 0xe0100 + byte - 16);
const utf8 = (text: string): string => decodeText(new TextEncoder().encode(text), 'latin1');
const BYTE_ORDER_MARK = utf8('\ufeff');
const START = BYTE_ORDER_MARK + utf8(MAGIC.map(asSelector).join(''));
const VERSION = 1;
/** Magic, version, length of the store (32 bits). */
const HEADER_BYTES = 13;
/** Shortest selector in UTF-8. */
const MIN_SELECTOR_BYTES = 3;
/** Most wrappers taken from one text; more than one means that none counts. */
const MAX_WRAPPERS = 4;

/**
 * Finds C2PA manifest stores written as variation selectors (bytes 0–15 as U+FE00 to U+FE0F, others from U+E0100
 * on). Ordinary selectors behind emoji and ideographs are passed over: they lack the magic number.
 *
 * @param text UTF-8 bytes as Latin-1 text, so that indexes are byte offsets
 * @param bytes the same bytes
 * @throws ByteFault `truncated` where a wrapper ends before the store does, `unsupported` for another version
 */
export function findWrappedStores(text: string, bytes: Uint8Array): readonly WrappedStore[] {
  const found: WrappedStore[] = [];
  let at = text.indexOf(START);
  while (at >= 0 && found.length < MAX_WRAPPERS) {
    const one = readStore(bytes, at);
    found.push(one);
    at = text.indexOf(START, at + one.length);
  }
  return found;
}

type Selected = { readonly bytes: Uint8Array; readonly end: number };

function readStore(bytes: Uint8Array, offset: number): WrappedStore {
  const header = readSelectors(bytes, offset + BYTE_ORDER_MARK.length, HEADER_BYTES);
  if (header.bytes.length < HEADER_BYTES) throw new ByteFault('truncated', 'a C2PA text wrapper is cut off');
  if (header.bytes[MAGIC.length] !== VERSION)
    throw new ByteFault('unsupported', 'a C2PA text wrapper of another version');
  const length = new DataView(header.bytes.buffer).getUint32(MAGIC.length + 1);
  const most = Math.min(MAX_BLOCK_BYTES, (bytes.length - header.end) / MIN_SELECTOR_BYTES);
  if (length > most) throw new ByteFault('truncated', `a C2PA text wrapper of ${length} bytes is cut off`);
  const store = readSelectors(bytes, header.end, length);
  if (store.bytes.length < length) throw new ByteFault('truncated', 'a C2PA text wrapper is cut off');
  return { store: store.bytes, offset, length: store.end - offset };
}

/** Up to `count` bytes written as selectors from an index on. */
function readSelectors(bytes: Uint8Array, from: number, count: number): Selected {
  const read = new Uint8Array(count);
  let at = from;
  for (let index = 0; index < count; index++) {
    const value = selectorAt(bytes, at);
    if (value < 0) return { bytes: read.slice(0, index), end: at };
    read[index] = value;
    at += value < 16 ? MIN_SELECTOR_BYTES : MIN_SELECTOR_BYTES + 1;
  }
  return { bytes: read, end: at };
}

/** U+FE00–FE0F is EF B8 80–8F; U+E0100–E01EF is F3 A0 84–87 80–BF. @returns a negative number for anything else */
function selectorAt(bytes: Uint8Array, at: number): number {
  const third = bytes[at + 2] ?? 0;
  if (bytes[at] === 0xef && bytes[at + 1] === 0xb8) return third >= 0x80 && third <= 0x8f ? third - 0x80 : -1;
  const fourth = bytes[at + 3] ?? 0;
  const isSelector = bytes[at] === 0xf3 && bytes[at + 1] === 0xa0 && third >= 0x84 && third <= 0x87;
  if (!isSelector || fourth < 0x80 || fourth > 0xbf) return -1;
  const value = 16 + (third - 0x84) * 64 + (fourth - 0x80);
  return value > 0xff ? -1 : value;
}
