import { ByteFault } from '../../bytes/fault';
import { MAX_CHUNKS_PER_FILE, MAX_LEAPS, READ_AHEAD_BYTES } from '../../bytes/limits';
import { type Parse, read } from '../../bytes/parse';
import { startsWith } from '../../bytes/starts-with';
import { boundedEmit, type Emit, emitSpan, requireInside } from '../blocks';
import type { BlockKind, ContainerFormat } from '../container';
import { FarSteps } from '../far-steps';
import { CHUNK_FRAME_BYTES, CHUNK_HEADER_BYTES, type Chunk, endOf, pngStep, readChunk } from '../png/chunk';
import { leapOverPixels } from '../png/leap';
import { walkSamsungTrailer } from '../samsung/trailer';
import { storeAsk } from '../store-ask';
import { findTailChain } from '../tail-chain';

/** PNG third edition, 5.2. */
const SIGNATURE = '\x89PNG\r\n\x1a\n';

/** Chunk types that hold metadata: PNG third edition, 11.3; C2PA specification, A.3.2 (caBX). */
const KINDS: ReadonlyMap<string, BlockKind> = new Map([
  ['eXIf', 'exif'],
  ['caBX', 'jumbf'],
  ['tEXt', 'png-text'],
  ['zTXt', 'png-text'],
  ['iTXt', 'png-text'],
]);

/** PNG, APNG and Apple's CgBI variant: every chunk to IEND, also behind the pixels, and Samsung's trailer. */
const png: ContainerFormat = {
  id: 'png',
  name: 'PNG',
  sniff: (head) => startsWith(head, SIGNATURE),
  *walk(emit, size): Parse<void> {
    const start = yield* read(0, SIGNATURE.length, 'PNG signature');
    if (start.latin1(SIGNATURE.length) !== SIGNATURE) throw new ByteFault('malformed', 'no PNG signature');
    const out = boundedEmit(emit);
    const stoppedAt = yield* walkChunks(start.offset, size, out, new FarSteps());
    if (stoppedAt === undefined) return;
    if (stoppedAt.type !== 'IEND') yield* walkTail(stoppedAt, size, out);
    else if (size !== undefined) yield* walkSamsungTrailer(out, 'PNG', endOf(stoppedAt), size);
  },
};
export default png;

/**
 * Walks chunks from `start` to IEND.
 *
 * @returns the chunk at which it stopped: IEND, or one at which it had gone far too often; `undefined` where
 *   nothing but IEND is left
 */
function* walkChunks(
  start: number,
  size: number | undefined,
  emit: Emit,
  far: FarSteps | undefined,
): Parse<Chunk | undefined> {
  let at = start;
  let leaps = 0;
  for (let count = 0; count < MAX_CHUNKS_PER_FILE; count++) {
    const chunk = yield* readChunk(at);
    if (chunk.type !== 'IEND' && far?.tooMany(at)) return chunk;
    if (size !== undefined && endOf(chunk) > size)
      requireInside(endOf(chunk), size, `PNG chunk ${chunk.type}`);
    if (chunk.type === 'IEND') return chunk;
    emitChunk(emit, chunk);
    if (chunk.type === 'caBX') yield storeAsk(chunk);
    at = chunk.type === 'IDAT' && leaps++ < MAX_LEAPS ? yield* leapOverPixels(chunk, size) : endOf(chunk);
    if (isOnlyEndLeft(chunk, size)) return undefined;
  }
  throw new ByteFault('over-budget', `more than ${MAX_CHUNKS_PER_FILE} PNG chunks`);
}

function emitChunk(emit: Emit, { type, offset, length }: Chunk): void {
  const kind = KINDS.get(type);
  if (kind === undefined) return;
  const span = { offset: offset + CHUNK_HEADER_BYTES, length };
  emitSpan(emit, kind, ['PNG', type], span, kind === 'png-text' ? type : undefined);
}

/**
 * Behind pixels so long that IEND is not in the same read, a read only to see IEND is not worth its cost: what
 * is left has room for one empty chunk, which can state nothing.
 */
function isOnlyEndLeft(chunk: Chunk, size: number | undefined): boolean {
  const end = endOf(chunk) + CHUNK_FRAME_BYTES;
  return chunk.type === 'IDAT' && end === size && end - chunk.offset > READ_AHEAD_BYTES;
}

/**
 * After too many far steps: takes the blocks near the end of the file. IDAT chunks are consecutive (5.6), so a
 * tail that still begins with one hides nothing; behind frames of an animation anything may stand.
 *
 * @throws ByteFault `over-budget` where chunks remain unseen
 */
function* walkTail(stopped: Chunk, size: number | undefined, emit: Emit): Parse<void> {
  const found = size === undefined ? undefined : yield* findTailChain(stopped.offset, size, pngStep);
  const first = found === undefined ? undefined : yield* readChunk(found);
  if (first !== undefined) yield* walkChunks(first.offset, size, emit, undefined);
  if (first?.type !== 'IDAT' || stopped.type !== 'IDAT')
    throw new ByteFault('over-budget', `PNG chunks from ${stopped.offset} on are not all looked at`);
}
