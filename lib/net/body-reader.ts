import { ByteFault } from '../bytes/fault';
import { SourceFault } from '../bytes/source';

/** Reads a response body in sequence, keeping what came so far, and never more than it was told to keep. */
export type BodyReader = {
  /**
   * Up to `length` bytes from `offset` of the body; fewer only at its end.
   *
   * @throws ByteFault `over-budget` when that lies beyond the cap
   * @throws SourceFault `timed-out`, `network-failed`
   */
  read(offset: number, length: number): Promise<Uint8Array>;
  close(): void;
};

/**
 * @param cap most bytes kept
 * @param timeoutMs longest wait for one piece; a server that stalls is `timed-out`
 */
export function bodyReader(answer: Response, cap: number, timeoutMs: number): BodyReader {
  const stream = answer.body?.getReader();
  let kept = new Uint8Array(0);
  let filled = 0;
  let ended = stream === undefined;

  const close = () => {
    ended = true;
    void stream?.cancel().catch(() => {
      // A body that already failed cannot be cancelled; there is nothing left to close.
    });
  };
  const take = (piece: Uint8Array) => {
    const part = piece.subarray(0, cap - filled);
    if (filled + part.length > kept.length) kept = grown(kept, filled + part.length, cap);
    kept.set(part, filled);
    filled += part.length;
    if (filled >= cap) close();
  };
  return {
    async read(offset, length) {
      while (!ended && stream && filled < offset + length) {
        const piece = await withTimeout(stream.read(), timeoutMs);
        if (piece.done) ended = true;
        else take(piece.value);
      }
      if (filled >= cap && offset + length > cap)
        throw new ByteFault('over-budget', `more than ${cap} bytes in sequence`);
      return kept.subarray(Math.min(offset, filled), Math.min(offset + length, filled));
    },
    close,
  };
}

function grown(bytes: Uint8Array, needed: number, cap: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.min(cap, Math.max(needed, bytes.length * 2)));
  larger.set(bytes);
  return larger;
}

async function withTimeout<T>(promise: Promise<T>, timeoutMs: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new SourceFault('timed-out', 'the server stalled')), timeoutMs);
  });
  try {
    return await Promise.race([promise, late]);
  } catch (error) {
    if (error instanceof SourceFault) throw error;
    // The request's own deadline holds for its body too.
    if (error instanceof Error && error.name === 'TimeoutError')
      throw new SourceFault('timed-out', 'the server was too slow');
    throw new SourceFault('network-failed', 'the connection broke');
  } finally {
    clearTimeout(timer);
  }
}
