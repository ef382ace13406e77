import type { ByteSource } from '../../../lib/bytes/source';

/** Bytes at their place in a large file; between pieces there are zeros. */
export type Piece = { readonly at: number; readonly bytes: Uint8Array };

/** A file too large to build: answers ranges from pieces, in order of their place, and counts what it was asked. */
export class SparseFile implements ByteSource {
  readonly asked: { readonly offset: number; readonly length: number }[] = [];

  constructor(
    readonly size: number,
    private readonly pieces: readonly Piece[],
  ) {}

  readonly read = async (offset: number, length: number): Promise<Uint8Array> => {
    this.asked.push({ offset, length });
    return this.bytesAt(offset, length);
  };

  /** The bytes themselves, not counted. */
  bytesAt(offset: number, length: number): Uint8Array {
    const bytes = new Uint8Array(Math.max(0, Math.min(length, this.size - offset)));
    for (let index = this.firstReaching(offset); index < this.pieces.length; index += 1) {
      const piece = this.pieces[index];
      if (piece === undefined || piece.at >= offset + bytes.length) break;
      const from = Math.max(0, offset - piece.at);
      const part = piece.bytes.subarray(from, offset + bytes.length - piece.at);
      bytes.set(part, piece.at + from - offset);
    }
    return bytes;
  }

  /** Index of the first piece that ends behind an offset. */
  private firstReaching(offset: number): number {
    let [low, high] = [0, this.pieces.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const piece = this.pieces[middle];
      if (piece !== undefined && piece.at + piece.bytes.length <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
