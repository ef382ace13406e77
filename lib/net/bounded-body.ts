/**
 * The body of a response, whole, unless it is larger than it may be: then nothing, as soon as that shows.
 *
 * @param maxBytes most bytes taken, whatever the response says of its length
 * @returns `undefined` for a larger one; rejects where the connection breaks
 */
export async function boundedBody(answer: Response, maxBytes: number): Promise<Blob | undefined> {
  const reader = answer.body?.getReader();
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let total = 0;
  for (let piece = await reader?.read(); piece && !piece.done; piece = await reader?.read()) {
    total += piece.value.length;
    pieces.push(piece.value);
    if (total <= maxBytes) continue;
    await reader?.cancel();
    return undefined;
  }
  return new Blob(pieces, { type: answer.headers.get('content-type') ?? '' });
}
