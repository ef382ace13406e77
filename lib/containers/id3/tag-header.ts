import { ID3_END_BYTES, MAX_ID3_TAGS } from '../../bytes/limits';
import { type Parse, readUpTo } from '../../bytes/parse';
import { startsWith } from '../../bytes/starts-with';

/** `ID3`, version, revision, flags, synchsafe size (ID3v2.4 structure, 3.1; the same in 2.2 and 2.3). */
export const ID3_HEADER_BYTES = 10;
const ID3 = 'ID3';
/** Structure 3.1: unsynchronisation, extended header (2.2: compression), footer (2.4). */
const FLAG = { unsynchronised: 0x80, extended: 0x40, footer: 0x10 } as const;

/** The header of an ID3v2 tag; offsets are absolute. */
export type Id3Tag = {
  readonly version: 2 | 3 | 4;
  readonly unsynchronised: boolean;
  readonly extended: boolean;
  /** Where frames (or the extended header) begin. */
  readonly body: number;
  /** Length of frames and padding. */
  readonly length: number;
  /** Behind the tag and its footer. */
  readonly end: number;
};

/**
 * Reads an ID3v2 tag header (ID3v2.4 structure, 3.1).
 *
 * @param bytes what stands at `offset`, ten bytes or more
 * @returns `undefined` where no such tag begins
 */
export function parseId3Header(bytes: Uint8Array, offset: number): Id3Tag | undefined {
  if (!startsWith(bytes, ID3)) return undefined;
  const [, , , version = 0, revision = 0xff, flags = 0] = bytes;
  const length = synchsafe(bytes.subarray(6, ID3_HEADER_BYTES));
  if (revision === 0xff) return undefined;
  if ((version !== 2 && version !== 3 && version !== 4) || length === undefined) return undefined;
  const body = offset + ID3_HEADER_BYTES;
  const footer = version === 4 && (flags & FLAG.footer) !== 0 ? ID3_HEADER_BYTES : 0;
  return {
    version,
    unsynchronised: (flags & FLAG.unsynchronised) !== 0,
    extended: (flags & FLAG.extended) !== 0,
    body,
    length,
    end: body + length + footer,
  };
}

/** Reads the header of a tag at `offset`; `undefined` where there is none. */
export function* readId3Header(offset: number): Parse<Id3Tag | undefined> {
  const { bytes } = yield* readUpTo(offset, ID3_HEADER_BYTES, 'ID3v2 header');
  return parseId3Header(bytes, offset);
}

/** A size of four bytes with seven bits each (structure, 6.2); `undefined` where the bytes are none. */
export function synchsafe(bytes: Uint8Array): number | undefined {
  if (bytes.length < 4) return undefined;
  let value = 0;
  for (const byte of bytes.subarray(0, 4)) {
    if (byte > 0x7f) return undefined;
    value = value * 0x80 + byte;
  }
  return value;
}

/** What begins behind ID3v2 tags, as far as `head` shows it; `head` itself where it begins with none. */
export function behindId3(head: Uint8Array): Uint8Array {
  const tag = parseId3Header(head, 0);
  return tag === undefined ? head : behindId3(head.subarray(Math.min(tag.end, head.length)));
}

/**
 * Reads what begins behind the ID3v2 tags at the start of a file. The end of the tag comes with it: there stand
 * the last frames, which are then read already.
 *
 * @param length how many bytes
 */
export function* readBehindId3(length: number): Parse<Uint8Array> {
  let at = 0;
  for (let count = 0; count < MAX_ID3_TAGS; count++) {
    const tag = yield* readId3Header(at);
    if (tag === undefined) break;
    yield* readUpTo(Math.max(at, tag.end - ID3_END_BYTES), ID3_END_BYTES, 'end of ID3v2 tag');
    at = tag.end;
  }
  return (yield* readUpTo(at, length, 'head behind ID3v2')).bytes;
}
