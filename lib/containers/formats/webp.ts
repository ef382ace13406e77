import { ByteFault } from '../../bytes/fault';
import { MAX_CHUNKS_PER_FILE } from '../../bytes/limits';
import { type Parse, read, readUpTo } from '../../bytes/parse';
import { boundedEmit, type Emit, emitSpan, requireInside } from '../blocks';
import type { Block, ContainerFormat, Span } from '../container';
import { FarSteps } from '../far-steps';
import { type ChunkStep, findTailChain } from '../tail-chain';

/** `RIFF`, size, `WEBP` (RFC 9649, 2.4). */
const FILE_HEADER_BYTES = 12;
/** FourCC and size, in front of the whole file and of every chunk (RFC 9649, 2.3). */
const CHUNK_HEADER_BYTES = 8;
/** Written by encoders that cannot seek back; both mean that the size is not known. */
const UNKNOWN_SIZES = [0, 0xffffffff];
/** JPEG's EXIF identifier, which some writers keep although RFC 9649, 2.7.1.5 has the bare payload. */
const EXIF_PREFIX = 'Exif\0\0';

type Role = Pick<Block, 'kind' | 'path'>;

/** RFC 9649, 2.7.1.5; C2PA specification, A.3.6. */
const ROLES: ReadonlyMap<string, Role> = new Map<string, Role>([
  ['EXIF', { kind: 'exif', path: ['WebP', 'EXIF'] }],
  ['XMP ', { kind: 'xmp', path: ['WebP', 'XMP'] }],
  // Seen from writers that pad the name like a C string.
  ['XMP\0', { kind: 'xmp', path: ['WebP', 'XMP'] }],
  ['C2PA', { kind: 'jumbf', path: ['WebP', 'C2PA'] }],
]);

/** WebP (RFC 9649): every chunk of the RIFF form, headers only, also behind the pixels. */
const webp: ContainerFormat = {
  id: 'webp',
  name: 'WebP',
  sniff: (head) => latin1(head.subarray(0, 4)) === 'RIFF' && latin1(head.subarray(8, 12)) === 'WEBP',
  *walk(emit, size): Parse<void> {
    const end = yield* readFileEnd(size);
    const out = boundedEmit(emit);
    const stoppedAt = yield* walkChunks(FILE_HEADER_BYTES, end, size, out, new FarSteps());
    if (stoppedAt !== undefined) yield* walkTail(stoppedAt, end, size, out);
  },
};
export default webp;

type Chunk = { readonly type: string; readonly offset: number; readonly payload: Span };

const latin1 = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

/** Absolute offset at which the RIFF form ends by its own account; infinite where neither it nor the size says. */
function* readFileEnd(size: number | undefined): Parse<number> {
  const header = yield* read(0, FILE_HEADER_BYTES, 'RIFF header');
  const form = header.latin1(4);
  const stated = header.u32le();
  if (form !== 'RIFF' || header.latin1(4) !== 'WEBP') throw new ByteFault('malformed', 'no RIFF WEBP header');
  return UNKNOWN_SIZES.includes(stated) ? (size ?? Number.POSITIVE_INFINITY) : CHUNK_HEADER_BYTES + stated;
}

/** Walks chunks up to `end`. @returns the chunk at which it stopped for having gone far too often */
function* walkChunks(
  start: number,
  end: number,
  size: number | undefined,
  emit: Emit,
  far: FarSteps | undefined,
): Parse<Chunk | undefined> {
  let at = start;
  for (let count = 0; count < MAX_CHUNKS_PER_FILE; count++) {
    if (at + CHUNK_HEADER_BYTES > end) return undefined;
    const chunk = yield* readChunk(at);
    if (chunk === undefined && end === Number.POSITIVE_INFINITY) return undefined;
    if (chunk === undefined) throw new ByteFault('truncated', `RIFF ends at ${at} instead of ${end}`);
    if (far?.tooMany(at)) return chunk;
    requireRoom(chunk, end, size);
    yield* emitChunk(emit, chunk);
    at = endOf(chunk);
  }
  throw new ByteFault('over-budget', `more than ${MAX_CHUNKS_PER_FILE} RIFF chunks`);
}

/** @returns `undefined` at the end of the file */
function* readChunk(offset: number): Parse<Chunk | undefined> {
  const cursor = yield* readUpTo(offset, CHUNK_HEADER_BYTES, 'RIFF chunk');
  if (cursor.left === 0) return undefined;
  const type = cursor.latin1(4);
  return { type, offset, payload: { length: cursor.u32le(), offset: offset + CHUNK_HEADER_BYTES } };
}

/** Behind the payload and its padding to an even length (RFC 9649, 2.3). */
const endOf = ({ payload }: Chunk): number => payload.offset + payload.length + (payload.length % 2);

function requireRoom({ type, payload }: Chunk, end: number, size: number | undefined): void {
  const chunkEnd = payload.offset + payload.length;
  requireInside(chunkEnd, size, `RIFF chunk ${JSON.stringify(type)}`);
  if (chunkEnd > end) throw new ByteFault('malformed', `RIFF chunk ends at ${chunkEnd}, its file at ${end}`);
}

function* emitChunk(emit: Emit, { type, payload }: Chunk): Parse<void> {
  const role = ROLES.get(type);
  if (role === undefined) return;
  const skipped = role.kind === 'exif' ? yield* exifPrefixBytes(payload) : 0;
  const span = { offset: payload.offset + skipped, length: payload.length - skipped };
  emitSpan(emit, role.kind, role.path, span);
}

function* exifPrefixBytes({ offset, length }: Span): Parse<number> {
  const start = yield* readUpTo(offset, Math.min(length, EXIF_PREFIX.length), 'EXIF prefix');
  return latin1(start.bytes) === EXIF_PREFIX ? EXIF_PREFIX.length : 0;
}

/**
 * After too many far steps (an animation): takes the blocks near the end of the file. Metadata stands behind
 * all frames (RFC 9649, 2.7), so a tail that still begins with a frame hides nothing.
 *
 * @throws ByteFault `over-budget` where chunks remain unseen
 */
function* walkTail(stopped: Chunk, end: number, size: number | undefined, emit: Emit): Parse<void> {
  const tailEnd = Math.min(end, size ?? end);
  const found = Number.isFinite(tailEnd)
    ? yield* findTailChain(stopped.offset, tailEnd, riffStep)
    : undefined;
  const first = found === undefined ? undefined : yield* readChunk(found);
  if (first !== undefined) yield* walkChunks(first.offset, end, size, emit, undefined);
  if (first?.type !== 'ANMF' || stopped.type !== 'ANMF')
    throw new ByteFault('over-budget', `RIFF chunks from ${stopped.offset} on are not all looked at`);
}

/** Chunk boundaries for a search from the tail: a printable FourCC, and chunks that end where the file does. */
const riffStep: ChunkStep = (window, index) => {
  if (index + CHUNK_HEADER_BYTES > window.byteLength) return undefined;
  const length = window.getUint32(index + 4, true);
  const next = index + CHUNK_HEADER_BYTES + length + (length % 2);
  if (next > window.byteLength || !isFourCc(window, index)) return undefined;
  return next === window.byteLength ? 'end' : next;
};

const isFourCc = (window: DataView, index: number): boolean =>
  [0, 1, 2, 3].every((step) => isPrintable(window.getUint8(index + step)));

const isPrintable = (byte: number): boolean => byte >= 0x20 && byte <= 0x7e;
