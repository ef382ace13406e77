import { parseByteRange } from './byte-range';

/**
 * A `fetch` over one body that answers ranges and hands its bytes out in pieces of one length, as a slow line does.
 *
 * @param pieceBytes length of each piece; 1 for one byte at a time
 */
export function byteStreamFetch(body: Uint8Array, pieceBytes: number): typeof fetch {
  return async (_, init) => {
    const range = new Headers(init?.headers).get('range') ?? undefined;
    const wanted = parseByteRange(range, body.length);
    if (wanted.kind === 'unsatisfiable')
      return new Response(null, { status: 416, headers: { 'Content-Range': `bytes */${body.length}` } });
    const [start, end] = wanted.kind === 'part' ? [wanted.start, wanted.end] : [0, body.length];
    return new Response(inPieces(body.subarray(start, end), pieceBytes), {
      status: wanted.kind === 'part' ? 206 : 200,
      headers: wanted.kind === 'part' ? { 'Content-Range': `bytes ${start}-${end - 1}/${body.length}` } : {},
    });
  };
}

function inPieces(bytes: Uint8Array, pieceBytes: number): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(at, at + pieceBytes));
      at += pieceBytes;
    },
  });
}
