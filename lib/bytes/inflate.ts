import { Inflate } from 'fflate';
import { ByteFault } from './fault';

/** RFC 1950 §2.2: CMF and FLG. */
const ZLIB_HEADER_BYTES = 2;

/** RFC 1950 §2.2: CM = 8 is deflate, the only method there is. */
const DEFLATE_METHOD = 8;

/** RFC 1950 §2.2: FDICT, a preset dictionary that the reader cannot know. */
const PRESET_DICTIONARY_FLAG = 0x20;

/** RFC 1950 §2.2: CMF and FLG as a 16-bit number are a multiple of this. */
const HEADER_CHECK = 31;

/**
 * Compressed bytes handed over at a time. Deflate grows at most about 1032 times, so that what comes out
 * beyond the limit before it is noticed stays around one megabyte.
 */
const FEED_BYTES = 1024;

/** fflate's error code for data that ends before its last block. */
const UNEXPECTED_EOF = 0;

/**
 * Inflates a zlib stream (RFC 1950), as in PNG zTXt and compressed iTXt.
 *
 * The Adler-32 at the end is not verified: a text is wanted, and writers exist that leave it out. Bytes after
 * the last deflate block are ignored.
 *
 * @param bytes the zlib stream, header included
 * @param maxBytes most bytes the result may have
 * @throws ByteFault `over-budget` past `maxBytes`, `truncated` where the stream ends early, `malformed` else
 */
export function inflateZlib(bytes: Uint8Array, maxBytes: number): Uint8Array {
  checkHeader(bytes);
  return inflateRaw(bytes.subarray(ZLIB_HEADER_BYTES), maxBytes);
}

/**
 * Inflates a bare deflate stream (RFC 1951), as in ZIP entries. Bytes after the last block are ignored.
 *
 * @param maxBytes most bytes the result may have
 * @throws ByteFault as {@link inflateZlib}
 */
export function inflateRaw(bytes: Uint8Array, maxBytes: number): Uint8Array {
  try {
    return inflateDeflate(bytes, maxBytes);
  } catch (error) {
    if (error instanceof ByteFault) throw error;
    const atEnd = error instanceof Error && 'code' in error && error.code === UNEXPECTED_EOF;
    throw new ByteFault(atEnd ? 'truncated' : 'malformed', `compressed text: ${String(error)}`);
  }
}

function checkHeader(bytes: Uint8Array): void {
  const [cmf, flg] = bytes;
  if (cmf === undefined || flg === undefined) throw new ByteFault('truncated', 'zlib header is cut off');
  const valid = (cmf & 0x0f) === DEFLATE_METHOD && (cmf * 256 + flg) % HEADER_CHECK === 0;
  if (!valid || (flg & PRESET_DICTIONARY_FLAG) !== 0) throw new ByteFault('malformed', 'no zlib header');
}

function inflateDeflate(deflated: Uint8Array, maxBytes: number): Uint8Array {
  const pieces: Uint8Array[] = [];
  let total = 0;
  const inflater = new Inflate((piece) => {
    total += piece.length;
    if (total > maxBytes)
      throw new ByteFault('over-budget', `compressed text is larger than ${maxBytes} bytes`);
    pieces.push(piece);
  });
  for (let at = 0; at < deflated.length; at += FEED_BYTES)
    inflater.push(deflated.subarray(at, at + FEED_BYTES), at + FEED_BYTES >= deflated.length);
  if (deflated.length === 0) throw new ByteFault('truncated', 'compressed text is empty');
  return concat(pieces, total);
}

function concat(pieces: readonly Uint8Array[], total: number): Uint8Array {
  const whole = new Uint8Array(total);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
