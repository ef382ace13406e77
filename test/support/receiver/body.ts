import type { IncomingMessage } from 'node:http';

/** A request's whole body; `undefined` as soon as it proves larger than `most` bytes. */
export async function bodyOf(request: IncomingMessage, most: number): Promise<Buffer | undefined> {
  const pieces: Buffer[] = [];
  let total = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    total += piece.length;
    if (total > most) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
