import { decodeText, type TextEncodingLabel, withoutTrailingNuls } from '../bytes/decode-text';

/** How many bytes are looked at to tell the encoding of a packet without a byte-order mark. */
const SNIFF_BYTES = 64;

/** Share of NUL bytes at even or odd positions from which on text is UTF-16; ASCII markup gives nearly all. */
const NUL_SHARE = 0.5;

/**
 * Decodes the bytes of an XMP packet: UTF-8, or UTF-16 in either byte order, with or without a mark
 * (XMP Specification Part 1 §7.1). Never throws; padding of NUL characters at the end is dropped.
 */
export function decodeXmpText(bytes: Uint8Array): string {
  return withoutTrailingNuls(decodeText(bytes, packetEncoding(bytes)));
}

function packetEncoding(bytes: Uint8Array): TextEncodingLabel {
  const [first, second] = bytes;
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  const head = bytes.subarray(0, SNIFF_BYTES);
  const pairs = Math.floor(head.length / 2);
  if (pairs === 0) return 'utf-8';
  if (nulsAt(head, 0) >= pairs * NUL_SHARE && nulsAt(head, 1) === 0) return 'utf-16be';
  if (nulsAt(head, 1) >= pairs * NUL_SHARE && nulsAt(head, 0) === 0) return 'utf-16le';
  return 'utf-8';
}

function nulsAt(bytes: Uint8Array, parity: 0 | 1): number {
  let count = 0;
  for (let at = parity; at < bytes.length; at += 2) if (bytes[at] === 0) count += 1;
  return count;
}
