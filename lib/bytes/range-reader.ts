import { ByteFault } from './fault';
import {
  HEAD_BYTES,
  MAX_BYTES_PER_FILE,
  MAX_CACHED_BYTES,
  MAX_READS_PER_FILE,
  READ_AHEAD_BYTES,
} from './limits';
import type { ByteSource } from './source';

/** What reading one file may cost, and how wide its reads are. All sizes in bytes. */
export type Budget = {
  readonly maxBytes: number;
  readonly maxReads: number;
  /** Least length of the first read. */
  readonly headBytes: number;
  /** Least length of every further read. */
  readonly readAheadBytes: number;
  readonly maxCachedBytes: number;
};

const DEFAULT_BUDGET: Budget = {
  maxBytes: MAX_BYTES_PER_FILE,
  maxReads: MAX_READS_PER_FILE,
  headBytes: HEAD_BYTES,
  readAheadBytes: READ_AHEAD_BYTES,
  maxCachedBytes: MAX_CACHED_BYTES,
};

/** A range of the file that was answered. */
type Window = { readonly offset: number; readonly bytes: Uint8Array };

/** A range asked of the source. */
type SourceAsk = { readonly start: number; readonly length: number };

const NOTHING = new Uint8Array(0);

/**
 * Ranged reading of one file within a budget. Small reads are widened so that neighbours come from memory;
 * what is in memory is never asked for again, so two parsers over one reader share what they read.
 *
 * One read at a time: a second one started before the first ends may ask the source for the same bytes.
 */
export class RangeReader {
  private readonly budget: Budget;
  private readonly windows: Window[] = [];
  private bytesRead = 0;
  private readsMade = 0;
  /** Where the data turned out to end. */
  private end: number | undefined;
  /** An offset where there was nothing: the end lies there or before. */
  private beyond = Number.POSITIVE_INFINITY;

  constructor(
    private readonly source: ByteSource,
    budget: Partial<Budget> = {},
  ) {
    this.budget = { ...DEFAULT_BUDGET, ...budget };
  }

  /** Size of the file where known: as the source states it, or as a short answer has shown. */
  get size(): number | undefined {
    return this.end ?? this.source.size;
  }

  /** What the file has cost so far: bytes answered by the source, and the number of its answers. */
  get stats(): { readonly bytes: number; readonly reads: number } {
    return { bytes: this.bytesRead, reads: this.readsMade };
  }

  /**
   * Up to `length` bytes from the absolute `offset`; fewer only at the end of the data. The result may be a
   * view of cached bytes and must not be written to.
   *
   * @throws ByteFault `over-budget` before anything is read or allocated, `malformed` for what is no range
   * @throws SourceFault as the source threw it
   */
  async read(offset: number, length: number): Promise<Uint8Array> {
    this.checkRange(offset, length);
    const pieces: Uint8Array[] = [];
    for (let at = offset; at < this.within(offset + length); ) {
      const piece = this.cached(at, offset + length) ?? (await this.fetch(at, offset + length));
      if (piece.length === 0) break;
      pieces.push(piece);
      at += piece.length;
    }
    return joined(pieces);
  }

  /**
   * {@link read} where that takes no waiting: the bytes are in memory in one piece, or the source answers at once.
   * Costs and gives exactly the same; `undefined` where it would have to wait.
   */
  readNow(offset: number, length: number): Uint8Array | undefined {
    this.checkRange(offset, length);
    const end = this.within(offset + length);
    const held = this.cached(offset, offset + length);
    if (held !== undefined && offset + held.length >= end) return held;
    if (offset >= end) return NOTHING;
    return this.source.readNow === undefined
      ? undefined
      : this.readPieces(offset, length, this.source.readNow);
  }

  private readPieces(
    offset: number,
    length: number,
    readNow: NonNullable<ByteSource['readNow']>,
  ): Uint8Array {
    const pieces: Uint8Array[] = [];
    for (let at = offset; at < this.within(offset + length); ) {
      const piece = this.cached(at, offset + length) ?? this.fetchNow(at, offset + length, readNow);
      if (piece.length === 0) break;
      pieces.push(piece);
      at += piece.length;
    }
    return joined(pieces);
  }

  private checkRange(offset: number, length: number): void {
    if (!isPlace(offset) || !isPlace(length) || !isPlace(offset + length))
      throw new ByteFault('malformed', `no range of a file: ${length} bytes at ${offset}`);
    this.refuseMoreThan(this.budget.maxBytes, offset, this.within(offset + length) - offset);
  }

  /** `end`, or the end of the file where that comes first. */
  private within(end: number): number {
    return Math.min(end, this.size ?? end, this.beyond);
  }

  private cached(at: number, end: number): Uint8Array | undefined {
    for (const { offset, bytes } of this.windows)
      if (at >= offset && at < offset + bytes.length) return bytes.subarray(at - offset, end - offset);
    return undefined;
  }

  /** Asks the source for what is missing from `at` on, widened; gives no more than up to `end`. */
  private async fetch(at: number, end: number): Promise<Uint8Array> {
    const ask = this.beginAsk(at, end);
    const bytes = this.settle(ask, await this.source.read(ask.start, ask.length));
    return bytes.subarray(at - ask.start, end - ask.start);
  }

  private fetchNow(at: number, end: number, readNow: NonNullable<ByteSource['readNow']>): Uint8Array {
    const ask = this.beginAsk(at, end);
    const bytes = this.settle(ask, readNow(ask.start, ask.length));
    return bytes.subarray(at - ask.start, end - ask.start);
  }

  /** Places a read and counts it before it is made, so that one under way is within the budget, too. */
  private beginAsk(at: number, end: number): SourceAsk {
    const start = this.askStart(at, end);
    const length = this.askLength(start, end);
    this.readsMade += 1;
    this.bytesRead += length;
    return { start, length };
  }

  /** Takes the source's answer: what was less than asked shows where the data ends. */
  private settle({ start, length }: SourceAsk, answer: Uint8Array): Uint8Array {
    const bytes = answer.subarray(0, length);
    this.bytesRead -= length - bytes.length;
    if (bytes.length < length) this.end = Math.min(this.end ?? start + bytes.length, start + bytes.length);
    this.remember({ offset: start, bytes });
    return bytes;
  }

  /**
   * Where a read begins: at the end of what is in memory, when a read from there holds what is missing. A walk
   * leaps over payloads that are read afterwards; so they are not left in a gap that costs a read of its own.
   */
  private askStart(at: number, end: number): number {
    const ends = this.windows
      .map(({ offset, bytes }) => offset + bytes.length)
      .filter((other) => other <= at);
    const nearest = Math.max(...ends);
    return this.within(end) - nearest <= Math.min(this.budget.readAheadBytes, this.left()) ? nearest : at;
  }

  /** How much to ask for: what is missing, widened up to the next cached window, file end or budget. */
  private askLength(at: number, end: number): number {
    const nextWindow = Math.min(...this.windows.map(({ offset }) => offset).filter((offset) => offset > at));
    const missing = Math.min(this.within(end), nextWindow) - at;
    const left = this.left();
    this.refuseMoreThan(left, at, missing);
    const wide = this.readsMade === 0 ? this.budget.headBytes : this.budget.readAheadBytes;
    return Math.max(missing, Math.min(wide, left, this.within(nextWindow) - at));
  }

  /** Bytes that may still be read. */
  private left(): number {
    return this.readsMade < this.budget.maxReads ? this.budget.maxBytes - this.bytesRead : 0;
  }

  private refuseMoreThan(left: number, at: number, length: number): void {
    if (length > left)
      throw new ByteFault(
        'over-budget',
        `${length} bytes wanted at ${at}, ${Math.max(0, left)} left to read`,
      );
  }

  private remember(window: Window): void {
    if (window.bytes.length === 0 || window.bytes.length > this.budget.maxCachedBytes) return;
    this.windows.push(window);
    while (this.cachedBytes() > this.budget.maxCachedBytes) this.windows.shift();
  }

  private cachedBytes(): number {
    return this.windows.reduce((sum, { bytes }) => sum + bytes.length, 0);
  }
}

const isPlace = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  if (pieces.length < 2) return pieces[0] ?? NOTHING;
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
