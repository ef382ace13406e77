import type { ByteSource } from '../bytes/source';

/** How much is asked for at a time where a source does not know its size. */
const PIECE_BYTES = 4 * 1024 * 1024;

/**
 * Reads a whole file.
 *
 * @returns its bytes, or `over-budget` where it has more than `most`; rejects as the source does
 */
export async function fileBytes(source: ByteSource, most: number): Promise<Uint8Array | 'over-budget'> {
  if ((source.size ?? 0) > most) return 'over-budget';
  const pieces: Uint8Array[] = [];
  let total = 0;
  while (total <= most) {
    const piece = await source.read(total, PIECE_BYTES);
    if (piece.length === 0) return concat(pieces, total);
    pieces.push(piece);
    total += piece.length;
  }
  return 'over-budget';
}

function concat(pieces: readonly Uint8Array[], total: number): Uint8Array {
  const whole = new Uint8Array(total);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
