import { Cursor } from '../../bytes/cursor';
import { ByteFault } from '../../bytes/fault';
import { MAX_CHUNKS_PER_FILE, MAX_STRAY_BYTES } from '../../bytes/limits';
import { type Ask, type Parse, readUpTo } from '../../bytes/parse';
import { requireInside } from '../blocks';
import type { Span } from '../container';

/** Marker codes (second bytes), ITU-T T.81 table B.1. */
export const MARKER = {
  tem: 0x01,
  rst0: 0xd0,
  soi: 0xd8,
  eoi: 0xd9,
  sos: 0xda,
  app0: 0xe0,
  app1: 0xe1,
  app11: 0xeb,
  app13: 0xed,
  app15: 0xef,
  com: 0xfe,
} as const;

/** Most of a payload a segment is told by: an extended XMP header (identifier 35, GUID 32, sizes 8). */
const IDENTIFIER_BYTES = 75;

/** Marker, segment length, identifier: one ask shows all that is ever needed of an unknown segment. */
const PROBE_BYTES = 4 + IDENTIFIER_BYTES;

/** A marker segment: where its payload sits and how it begins. */
export type Segment = {
  /** Marker code. */
  readonly marker: number;
  /** Payload behind the segment length; absolute. */
  readonly payload: Span;
  /** Up to {@link IDENTIFIER_BYTES} of the payload, never more than it has. */
  readonly head: Uint8Array;
};

/**
 * Walks marker segments from `start` (behind SOI) to the first SOS or EOI and hands each to `take`, which may give what
 * is worth reading before the walk goes on. Entropy-coded
 * data and whatever follows it (further images of a multi-picture file, trailers) are not looked at.
 *
 * @returns offset behind the header of the segment at which it ended
 * @throws ByteFault `truncated` where a segment reaches beyond the file, `malformed` where no marker follows,
 *   `over-budget` for too many segments
 */
export function* walkSegments(
  start: number,
  size: number | undefined,
  take: (segment: Segment) => Ask | undefined,
): Parse<number> {
  let at = start;
  for (let count = 0; count < MAX_CHUNKS_PER_FILE; count++) {
    const segment = yield* readSegment(at);
    if (segment.marker === MARKER.sos || segment.marker === MARKER.eoi) return segment.payload.offset;
    at = segment.payload.offset + segment.payload.length;
    if (size !== undefined && at > size)
      requireInside(at, size, `JPEG segment ${segment.marker.toString(16)}`);
    // what it wants will be read, the headers on the way as well: asked for at once it costs one request
    const wanted = take(segment);
    if (wanted !== undefined) yield wanted;
  }
  throw new ByteFault('over-budget', `more than ${MAX_CHUNKS_PER_FILE} JPEG segments`);
}

function* readSegment(at: number): Parse<Segment> {
  const probe = yield { offset: at, length: PROBE_BYTES, what: 'JPEG segment' };
  const isThere = probe[0] === 0xff && isCode(probe[1] ?? 0);
  const codeOffset = isThere ? at + 1 : yield* findMarker(at);
  const cursor = isThere
    ? new Cursor(probe.subarray(1), codeOffset)
    : yield* readUpTo(codeOffset, PROBE_BYTES - 1, 'JPEG segment');
  return segmentAt(cursor, codeOffset);
}

/** The segment that begins with the marker code a cursor stands at. */
function segmentAt(cursor: Cursor, codeOffset: number): Segment {
  const marker = cursor.u8();
  if (standsAlone(marker)) return { marker, payload: { offset: cursor.offset, length: 0 }, head: NOTHING };
  const length = cursor.u16be() - 2;
  if (length < 0) throw new ByteFault('malformed', `JPEG segment at ${codeOffset} has no length`);
  const payload = { offset: cursor.offset, length };
  return { marker, payload, head: cursor.slice(Math.min(length, cursor.left)) };
}

/**
 * Offset of the next marker code. Fill bytes (T.81 B.1.1.2) are skipped, and so are a few stray bytes between
 * segments: every browser's decoder skips them too, so such pictures are seen.
 */
function* findMarker(from: number): Parse<number> {
  for (let at = from; at - from <= MAX_STRAY_BYTES; ) {
    const { bytes } = yield* readUpTo(at, PROBE_BYTES, 'JPEG marker');
    if (bytes.length < 2)
      throw new ByteFault('truncated', `JPEG ends at ${at + bytes.length} before its pixels`);
    const found = bytes.findIndex((byte, index) => isCode(byte) && bytes[index - 1] === 0xff);
    if (found >= 0) return at + found;
    at += bytes.length - 1;
  }
  throw new ByteFault('malformed', `no JPEG marker within ${MAX_STRAY_BYTES} bytes of ${from}`);
}

/** Neither a fill byte nor the stuffing of a data byte FF. */
const isCode = (byte: number): boolean => byte !== 0x00 && byte !== 0xff;

/** Markers without a segment: TEM, RST0–RST7, SOI, EOI (T.81 B.1.1.3). */
const standsAlone = (marker: number): boolean =>
  marker === MARKER.tem || (marker >= MARKER.rst0 && marker <= MARKER.eoi);

const NOTHING = new Uint8Array(0);
