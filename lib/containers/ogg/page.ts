import { ByteFault } from '../../bytes/fault';
import { type Parse, readUpTo } from '../../bytes/parse';

/** Capture pattern to segment count (RFC 3533, 6), and the largest segment table. */
const PAGE_HEADER_BYTES = 27;
const MAX_SEGMENTS = 255;
/** A segment of this length is continued by the next one (RFC 3533, 5). */
const FULL_SEGMENT = 255;
const FLAG = { continued: 1, first: 2 } as const;
/** Version, then flags. */
const FLAGS_AT = 5;
const SERIAL_AT = 14;

/** A part of a packet that lies in one page; offsets are absolute. */
export type OggPart = { readonly offset: number; readonly length: number; readonly isEnd: boolean };

export type OggPage = {
  readonly serial: number;
  /** Whether it begins with the rest of a packet of the page before. */
  readonly isContinued: boolean;
  /** Whether it is the first of its logical stream. */
  readonly isFirst: boolean;
  readonly parts: readonly OggPart[];
  readonly end: number;
};

/** Reads a page header (RFC 3533, 6); `undefined` at the end of the file. @throws ByteFault */
export function* readPage(offset: number): Parse<OggPage | undefined> {
  const cursor = yield* readUpTo(offset, PAGE_HEADER_BYTES + MAX_SEGMENTS, 'Ogg page');
  if (cursor.left === 0) return undefined;
  const { bytes } = cursor;
  if (cursor.latin1(4) !== 'OggS') throw new ByteFault('malformed', `no Ogg page at ${offset}`);
  cursor.skip(SERIAL_AT - 4);
  const serial = cursor.u32le();
  cursor.skip(PAGE_HEADER_BYTES - 1 - SERIAL_AT - 4);
  const lacing = cursor.slice(cursor.u8());
  const parts = partsOf(lacing, cursor.offset);
  const flags = bytes[FLAGS_AT] ?? 0;
  return {
    serial,
    isContinued: (flags & FLAG.continued) !== 0,
    isFirst: (flags & FLAG.first) !== 0,
    parts,
    end: cursor.offset + lacing.reduce((sum, length) => sum + length, 0),
  };
}

/** The packets, or parts of them, that a segment table describes. */
function partsOf(lacing: Uint8Array, start: number): OggPart[] {
  const parts: OggPart[] = [];
  let offset = start;
  let length = 0;
  for (const [index, segment] of lacing.entries()) {
    length += segment;
    const isEnd = segment < FULL_SEGMENT;
    if (!isEnd && index < lacing.length - 1) continue;
    parts.push({ offset, length, isEnd });
    offset += length;
    length = 0;
  }
  return parts;
}
