import { Cursor } from '../../bytes/cursor';
import { ByteFault } from '../../bytes/fault';
import { MAX_ID3_FRAMES } from '../../bytes/limits';
import { type Parse, readUpTo } from '../../bytes/parse';
import { absoluteOffset, readJoined, type SpanView } from '../../bytes/span-view';
import { type Id3Tag, synchsafe } from './tag-header';

/** A frame of an ID3v2 tag; positions are logical, in the view of the tag's body. */
export type Id3Frame = {
  /** As in ID3v2.3 and 2.4; those of 2.2 under the later name where they have one. */
  readonly id: string;
  readonly at: number;
  readonly length: number;
  /** ID3v2.4 structure, 4.1.2: whether this frame alone is unsynchronised. */
  readonly unsynchronised: boolean;
};

/** Frames of ID3v2.2 that are read, by their later names (ID3v2.3, 4; ID3v2.2, 4). */
const LATER_IDS: ReadonlyMap<string, string> = new Map([
  ['TXX', 'TXXX'],
  ['COM', 'COMM'],
  ['GEO', 'GEOB'],
  ['WXX', 'WXXX'],
  ['WAS', 'WOAS'],
  ['WAF', 'WOAF'],
  ['TT2', 'TIT2'],
  ['TP1', 'TPE1'],
  ['TSS', 'TSSE'],
  ['TEN', 'TENC'],
]);

type Header = {
  readonly id: string;
  /** As a 28-bit (2.4) or plain integer. */
  readonly length: number;
  /** 2.4 only: the size as iTunes wrote it, plain. */
  readonly plain?: number;
  readonly flags: number;
};

const headerBytes = (version: Id3Tag['version']): number => (version === 2 ? 6 : 10);

/**
 * Walks the frames of a tag's body (ID3v2.4 structure, 4; ID3v2.3, 3.3; ID3v2.2, 3.2). Compressed and encrypted
 * frames are passed over.
 *
 * @returns what contradicts the format, at which the walk of this tag ended; the file may go on behind it
 * @throws ByteFault `truncated` where the file ends before the view does, `over-budget` for too many frames
 */
export function* walkFrames(
  { version, extended }: Id3Tag,
  view: SpanView,
  visit: (frame: Id3Frame) => Parse<void>,
): Parse<ByteFault | undefined> {
  // in 2.2 this flag says that the whole tag is compressed, in a way never defined (ID3v2.2, 3.1)
  if (extended && version === 2) return undefined;
  let at = extended ? yield* extendedBytes(version, view) : 0;
  for (let count = 0; count < MAX_ID3_FRAMES; count++) {
    const header = yield* readHeader(version, view, at);
    if (header === undefined) return undefined;
    at += headerBytes(version);
    const length = yield* trueLength(header, version, view, at);
    if (length > view.length - at)
      return new ByteFault(
        'malformed',
        `ID3v2 frame of ${length} bytes, ${view.length - at} left of its tag`,
      );
    const frame = withoutPrefix(version, header, at, length);
    if (frame !== undefined) yield* visit(frame);
    at += length;
  }
  throw new ByteFault('over-budget', `more than ${MAX_ID3_FRAMES} ID3v2 frames`);
}

/** Length of the extended header: counts itself in 2.4 (structure, 3.2), not in 2.3 (3.2). */
function* extendedBytes(version: Id3Tag['version'], view: SpanView): Parse<number> {
  if (view.length < 4) return view.length;
  const size = yield* readJoined(view, 0, 4, 'ID3v2 extended header');
  return version === 4 ? (synchsafe(size) ?? 0) : new Cursor(size).u32be() + 4;
}

/** @returns `undefined` at the padding, the end of the tag, or anything else that is no frame */
function* readHeader(version: Id3Tag['version'], view: SpanView, at: number): Parse<Header | undefined> {
  if (at + headerBytes(version) > view.length) return undefined;
  const cursor = new Cursor(yield* readJoined(view, at, headerBytes(version), 'ID3v2 frame'));
  const id = cursor.latin1(version === 2 ? 3 : 4);
  if (!/^[A-Z0-9]+$/.test(id)) return undefined;
  if (version === 2) return { id: LATER_IDS.get(id) ?? id, length: u24be(cursor), flags: 0 };
  const plain = cursor.u32be();
  const flags = cursor.u16be();
  if (version === 3) return { id, length: plain, flags };
  return { id, length: asSynchsafe(plain) ?? plain, plain, flags };
}

const u24be = (cursor: Cursor): number => cursor.u8() * 0x1_0000 + cursor.u16be();

const asSynchsafe = (plain: number): number | undefined =>
  synchsafe(Uint8Array.of(plain >>> 24, (plain >>> 16) & 0xff, (plain >>> 8) & 0xff, plain & 0xff));

/** iTunes wrote the sizes of 2.4 as plain integers: believed where only that reading leads to a frame or an end. */
function* trueLength(
  { length, plain = length }: Header,
  version: Id3Tag['version'],
  view: SpanView,
  at: number,
): Parse<number> {
  if (plain === length || (yield* leadsOn(version, view, at + length))) return length;
  return (yield* leadsOn(version, view, at + plain)) ? plain : length;
}

function* leadsOn(version: Id3Tag['version'], view: SpanView, at: number): Parse<boolean> {
  if (at + headerBytes(version) > view.length) return at <= view.length;
  const { bytes: id } = yield* readUpTo(absoluteOffset(view, at), 4, 'ID3v2 frame');
  return id.length < 4 || id[0] === 0 || /^[A-Z0-9]{4}$/.test(String.fromCharCode(...id));
}

/** ID3v2.4 structure, 4.1.2 and ID3v2.3, 3.3.1: what a flag puts before the frame's own bytes. */
const FLAGS_4 = { grouped: 0x40, unread: 0x0c, unsynchronised: 0x02, sized: 0x01 } as const;
const FLAGS_3 = { grouped: 0x20, unread: 0xc0 } as const;

/** The frame behind the bytes its flags put before it; `undefined` for a compressed or encrypted one. */
function withoutPrefix(
  version: Id3Tag['version'],
  { id, flags }: Header,
  at: number,
  length: number,
): Id3Frame | undefined {
  const { grouped, unread } = version === 4 ? FLAGS_4 : FLAGS_3;
  if ((flags & unread) !== 0) return undefined;
  const sized = version === 4 && (flags & FLAGS_4.sized) !== 0;
  const prefix = ((flags & grouped) !== 0 ? 1 : 0) + (sized ? 4 : 0);
  if (prefix > length) return undefined;
  const unsynchronised = version === 4 && (flags & FLAGS_4.unsynchronised) !== 0;
  return { id, at: at + prefix, length: length - prefix, unsynchronised };
}
