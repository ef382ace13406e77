import { ByteFault } from '../bytes/fault';
import type { Parse } from '../bytes/parse';
import { type Emit, requireInside } from './blocks';
import type { Block, BlockKind } from './container';

/** What every part of the walk through one file shares. */
export type WalkContext = {
  /** Name of the format in paths. */
  readonly name: string;
  readonly size: number | undefined;
  readonly emit: Emit;
  /** The first fault inside a part that was passed over; thrown once everything else was looked at. */
  fault?: ByteFault;
  /** Whether a box was seen without which the file is none: what describes its media, or a fragment of them. */
  described?: boolean;
};

/**
 * Runs a part of the walk whose faults stay its own: what stands behind the damaged part is still looked at. The
 * first fault is kept in the context.
 *
 * @throws ByteFault `over-budget` only
 */
export function* contained(context: WalkContext, part: Parse<void>): Parse<void> {
  try {
    yield* part;
  } catch (error) {
    blame(context, error);
  }
}

/** {@link contained} for a part that reads nothing. */
export function containedNow(context: WalkContext, part: () => void): void {
  try {
    part();
  } catch (error) {
    blame(context, error);
  }
}

function blame(context: WalkContext, error: unknown): void {
  if (!(error instanceof ByteFault) || error.kind === 'over-budget') throw error;
  context.fault ??= error;
}

type Payload = Pick<Block, 'key' | 'encoding'> & {
  readonly kind: BlockKind;
  readonly path: readonly string[];
};

/**
 * Emits what lies between two offsets as a block.
 *
 * @throws ByteFault `truncated` where it reaches beyond the file, `malformed` where it has no end
 */
export function emitRange({ emit, size }: WalkContext, start: number, end: number, payload: Payload): void {
  if (!Number.isFinite(end)) throw new ByteFault('malformed', `what begins at ${start} has no end`);
  if (end <= start) return;
  requireInside(end, size, payload.path.join(' '));
  emit({ ...payload, spans: [{ offset: start, length: end - start }] });
}

/** {@link emitRange} for the whole payload of a box. */
export const emitContent = (
  context: WalkContext,
  box: { readonly content: number; readonly end: number },
  payload: Payload,
): void => emitRange(context, box.content, box.end, payload);
