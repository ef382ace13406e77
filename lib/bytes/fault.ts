/**
 * How the reading of a file ended.
 *
 * - `complete`: walked to the end of the format
 * - `truncated`: the file stops inside a structure
 * - `malformed`: a structure contradicts its format
 * - `over-budget`: a limit of ours was reached (see `limits.ts`)
 * - `unsupported`: no known container
 * - `internal`: our own bug; never the file's fault
 */
export type ReadState = 'complete' | 'truncated' | 'malformed' | 'over-budget' | 'unsupported' | 'internal';

/** What a parser may blame a file for. */
export type FaultKind = Extract<ReadState, 'truncated' | 'malformed' | 'over-budget' | 'unsupported'>;

/** Thrown inside a parse, caught once by `drive`; nothing above the driver sees it. */
export class ByteFault extends Error {
  override readonly name = 'ByteFault';
  constructor(
    readonly kind: FaultKind,
    message: string,
  ) {
    super(message);
  }
}
