import { ByteFault } from '../../bytes/fault';
import { MAX_BLOCK_BYTES } from '../../bytes/limits';

/** A manifest store hidden in a text: its bytes, and the byte offset and length of the wrapper. */
export type WrappedStore = { readonly store: Uint8Array; readonly offset: number; readonly length: number };

/** C2PA 2.5 Annex A, C2PATextManifestWrapper: U+FEFF in UTF-8, then `C2PATXT` and a zero as variation selectors. */
const START = '\u00ef\u00bb\u00bf';
const MAGIC = [0x43, 0x32, 0x50, 0x41, 0x54, 0x58, 0x54, 0x00];
const VERSION = 1;
/** Magic, version, length of the store (32 bits). */
const HEADER_BYTES = 13;
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
  for (
    let at = text.indexOf(START);
    at >= 0 && found.length < MAX_WRAPPERS;
    at = text.indexOf(START, at + 3)
  ) {
    const header = readSelectors(bytes, at + START.length, HEADER_BYTES);
    if (!MAGIC.every((byte, index) => header.bytes[index] === byte)) continue;
    found.push(readStore(bytes, at, header));
  }
  return found;
}

type Selected = { readonly bytes: Uint8Array; readonly end: number };

function readStore(bytes: Uint8Array, offset: number, header: Selected): WrappedStore {
  if (header.bytes.length < HEADER_BYTES) throw new ByteFault('truncated', 'a C2PA text wrapper is cut off');
  if (header.bytes[MAGIC.length] !== VERSION)
    throw new ByteFault('unsupported', 'a C2PA text wrapper of another version');
  const length = new DataView(header.bytes.buffer).getUint32(MAGIC.length + 1);
  if (length > Math.min(MAX_BLOCK_BYTES, bytes.length - header.end))
    throw new ByteFault('truncated', `a C2PA text wrapper of ${length} bytes is cut off`);
  const store = readSelectors(bytes, header.end, length);
  if (store.bytes.length < length) throw new ByteFault('truncated', 'a C2PA text wrapper is cut off');
  return { store: store.bytes, offset, length: store.end - offset };
}

/** Up to `count` bytes written as selectors from an index on. */
function readSelectors(bytes: Uint8Array, from: number, count: number): Selected {
  const read: number[] = [];
  let at = from;
  while (read.length < count) {
    const selector = selectorAt(bytes, at);
    if (selector === undefined) break;
    read.push(selector.value);
    at += selector.length;
  }
  return { bytes: Uint8Array.from(read), end: at };
}

/** U+FE00–FE0F is EF B8 80–8F; U+E0100–E01EF is F3 A0 84–87 80–BF. */
function selectorAt(bytes: Uint8Array, at: number): { value: number; length: number } | undefined {
  const [a = 0, b = 0, c = 0, d = 0] = bytes.subarray(at, at + 4);
  if (a === 0xef && b === 0xb8 && c >= 0x80 && c <= 0x8f) return { value: c - 0x80, length: 3 };
  if (a !== 0xf3 || b !== 0xa0 || c < 0x84 || c > 0x87 || d < 0x80 || d > 0xbf) return undefined;
  const value = 16 + (c - 0x84) * 64 + (d - 0x80);
  return value > 0xff ? undefined : { value, length: 4 };
}
