import { drive, driveOver, type Outcome } from '../bytes/drive';
import { ByteFault } from '../bytes/fault';
import { MAX_BLOCK_BYTES } from '../bytes/limits';
import type { Parse } from '../bytes/parse';
import type { RangeReader } from '../bytes/range-reader';
import { joinSpans, readJoined, type SpanView } from '../bytes/span-view';
import type { Block } from '../containers/container';

/** What a metadata language is read from: a block of the file, or a block found inside another one. */
export type Payload = {
  readonly path: readonly string[];
  /** Absolute file offset of the payload, or of the block that encloses it. */
  readonly offset: number;
  /** The payload as one run of bytes; hand it to a parser and the parser to `run`. */
  readonly view: SpanView;
  readonly run: <T>(parse: Parse<T>) => Promise<Outcome<T>>;
  /** Absolute file offset of a position that a parser reported. */
  readonly offsetOf: (reported: number) => number;
};

/** The payload of a block, read through the reader by ranges unless the walk had to decode it. */
export function blockPayload({ path, spans, content }: Block, reader: RangeReader): Payload {
  if (content !== undefined) return memoryPayload(content, path, spans[0].offset);
  const view = joinSpans(spans);
  const run = <T>(parse: Parse<T>) => drive(parse, reader);
  return { path, offset: spans[0].offset, view, run, offsetOf: (reported) => reported };
}

/**
 * A payload found inside another block: bytes in memory.
 *
 * @param offset absolute file offset that stands for every position in it, since it may have been compressed
 */
export function memoryPayload(bytes: Uint8Array, path: readonly string[], offset: number): Payload {
  const view = joinSpans([{ offset: 0, length: bytes.length }]);
  const run = async <T>(parse: Parse<T>) => driveOver(parse, bytes);
  return { path, offset, view, run, offsetOf: () => offset };
}

/**
 * All bytes of a payload.
 *
 * @throws ByteFault `over-budget` for more than MAX_BLOCK_BYTES, `truncated` where the file ends before
 */
export function* readWhole(view: SpanView, what: string): Parse<Uint8Array> {
  if (view.length > MAX_BLOCK_BYTES)
    throw new ByteFault('over-budget', `${what} of ${view.length} bytes is not read`);
  return yield* readJoined(view, 0, view.length, what);
}
