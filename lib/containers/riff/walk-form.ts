import { ByteFault } from '../../bytes/fault';
import { MAX_CHUNKS_PER_FILE } from '../../bytes/limits';
import type { Parse } from '../../bytes/parse';
import { FarSteps } from '../far-steps';
import { findTailChain } from '../tail-chain';
import { CHUNK_HEADER_BYTES, type Chunk, endOf, readChunk, requireRoom, riffStep } from './chunk';

/** What a walk over one form's chunks needs. */
export type FormWalk = {
  /** Absolute offset of the first chunk. */
  readonly start: number;
  /** Absolute offset at which the form ends; infinite where nothing says. */
  readonly end: number;
  /** The file's size where known. */
  readonly size: number | undefined;
  /** Takes each chunk. What it emits of it must lie inside; only then is the whole chunk's room checked. */
  readonly visit: (chunk: Chunk) => Parse<void>;
  /** Where a size of 32 bits does not say it: the true chunk; an infinite one takes the rest. */
  readonly sized?: (chunk: Chunk) => Chunk;
  /**
   * Chunks that follow one another with all metadata behind them: after too many far steps a tail that still
   * begins with one hides nothing.
   */
  readonly run?: string;
};

/**
 * Walks the chunks of a RIFF form, headers only.
 *
 * @throws ByteFault `truncated` or `malformed` for a chunk without room, `over-budget` where chunks remain unseen
 */
export function* walkForm(form: FormWalk): Parse<void> {
  const stoppedAt = yield* walkChunks(form, new FarSteps());
  if (stoppedAt !== undefined) yield* walkTail(form, stoppedAt);
}

/** Walks chunks up to `end`. @returns the chunk at which it stopped for having gone far too often */
function* walkChunks(form: FormWalk, far: FarSteps | undefined): Parse<Chunk | undefined> {
  const { start, end, size, visit, sized = (chunk) => chunk } = form;
  let at = start;
  for (let count = 0; count < MAX_CHUNKS_PER_FILE; count++) {
    if (at + CHUNK_HEADER_BYTES > end) return undefined;
    const read = yield* readChunk(at);
    if (read === undefined && end === Number.POSITIVE_INFINITY) return undefined;
    if (read === undefined) throw new ByteFault('truncated', `RIFF ends at ${at} instead of ${end}`);
    if (far?.tooMany(at)) return read;
    const chunk = sized(read);
    yield* visit(chunk);
    if (chunk.payload.length === Number.POSITIVE_INFINITY) return undefined;
    requireRoom(chunk, end, size);
    at = endOf(chunk);
  }
  throw new ByteFault('over-budget', `more than ${MAX_CHUNKS_PER_FILE} RIFF chunks`);
}

/** After too many far steps: takes the chunks near the end of the form. */
function* walkTail(form: FormWalk, stopped: Chunk): Parse<void> {
  const tailEnd = Math.min(form.end, form.size ?? form.end);
  const found = Number.isFinite(tailEnd)
    ? yield* findTailChain(stopped.offset, tailEnd, riffStep)
    : undefined;
  const first = found === undefined ? undefined : yield* readChunk(found);
  if (first !== undefined) yield* walkChunks({ ...form, start: first.offset }, undefined);
  if (form.run === undefined || first?.type !== form.run || stopped.type !== form.run)
    throw new ByteFault('over-budget', `RIFF chunks from ${stopped.offset} on are not all looked at`);
}
