import { ByteFault } from '../bytes/fault';
import { MAX_BLOCKS_PER_FILE } from '../bytes/limits';
import type { Block, BlockKind, Span } from './container';

/** Where a walk hands its blocks. */
export type Emit = (block: Block) => void;

/** Bounds a walk's blocks: an emitter that gives `over-budget` for the block after {@link MAX_BLOCKS_PER_FILE}. */
export function boundedEmit(emit: Emit): Emit {
  let emitted = 0;
  return (block) => {
    if (++emitted > MAX_BLOCKS_PER_FILE)
      throw new ByteFault('over-budget', `more than ${MAX_BLOCKS_PER_FILE} metadata blocks`);
    emit(block);
  };
}

/** A block of one span, or nothing where the span is empty: there is nothing to read in it. */
export function emitSpan(emit: Emit, kind: BlockKind, path: readonly string[], span: Span, key?: string) {
  if (span.length <= 0) return;
  emit(key === undefined ? { kind, path, spans: [span] } : { kind, path, spans: [span], key });
}

/** @throws ByteFault `truncated` where a part reaches beyond the end of the file. */
export function requireInside(end: number, size: number | undefined, what: string): void {
  if (size !== undefined && end > size)
    throw new ByteFault('truncated', `${what} ends at ${end}, the file at ${size}`);
}
