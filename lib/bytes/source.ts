/**
 * Where bytes come from. A source answers ranges; it never hands out a whole file unasked.
 *
 * `read` gives up to `length` bytes from the absolute `offset`; fewer only at the end of the data (an empty
 * array beyond it). It rejects with {@link SourceFault} when the bytes cannot be had at all.
 */
export type ByteSource = {
  /** Total size in bytes, where known; a network source learns it with its first answer. */
  readonly size: number | undefined;
  read(offset: number, length: number): Promise<Uint8Array>;
  /**
   * The same answer without waiting, from a source whose bytes are at hand (memory, a local file). A file of a few
   * kilobytes is walked in microseconds; handing every header over as a promise would cost more than reading it.
   */
  readNow?(offset: number, length: number): Uint8Array;
};

/** Why a source could not answer: told apart up to the screen ("not checked" with its reason). */
export type SourceFailure =
  | 'network-failed'
  | 'http-error'
  /** The server refuses readers that do not name themselves: 401, 403 (RFC 9110 §15.5.2, §15.5.4). */
  | 'needs-sign-in'
  | 'timed-out'
  | 'blocked'
  | 'private-network'
  | 'gone'
  | 'refused-type';

/** Thrown by a {@link ByteSource} that cannot answer. */
export class SourceFault extends Error {
  override readonly name = 'SourceFault';
  constructor(
    readonly failure: SourceFailure,
    message: string,
  ) {
    super(message);
  }
}

/** A source over bytes already in memory. */
export function memorySource(bytes: Uint8Array): ByteSource {
  const readNow = (offset: number, length: number) => bytes.subarray(offset, offset + length);
  return { size: bytes.length, read: async (offset, length) => readNow(offset, length), readNow };
}
