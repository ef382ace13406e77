import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseByteRange } from './byte-range';

/** What a byte server serves: any range of a body of known size. */
export type Body = { readonly size: number; bytesAt(offset: number, length: number): Uint8Array };

export type ByteServer = {
  /** Address of a body by its name. */
  url(name: string): string;
  close(): Promise<void>;
};

/** Most of a body written at a time: a large one is never held whole. */
const PIECE_BYTES = 256 * 1024;

/**
 * Serves bodies on a free local port, for tests of reading by ranges.
 *
 * @param find the body of a name
 * @param ranges `false`: a `Range` is ignored and answered with 200 and everything, as simple servers do
 */
export async function serveBytes(
  find: (name: string) => Body | undefined,
  { ranges = true }: { readonly ranges?: boolean } = {},
): Promise<ByteServer> {
  const server = createServer((request, response) => {
    const body = find(decodeURIComponent((request.url ?? '/').slice(1)));
    if (body === undefined) response.writeHead(404).end();
    else answer(response, body, ranges ? request.headers.range : undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: (name) => `http://127.0.0.1:${port}/${encodeURIComponent(name)}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function answer(response: ServerResponse, body: Body, range: string | undefined): void {
  const wanted = parseByteRange(range, body.size);
  if (wanted.kind === 'unsatisfiable') {
    response.writeHead(416, { 'Content-Range': `bytes */${body.size}` }).end();
    return;
  }
  const [start, end] = wanted.kind === 'part' ? [wanted.start, wanted.end] : [0, body.size];
  response.writeHead(wanted.kind === 'part' ? 206 : 200, {
    'Content-Length': end - start,
    ...(wanted.kind === 'part' && { 'Content-Range': `bytes ${start}-${end - 1}/${body.size}` }),
  });
  send(response, body, start, end);
}

function send(response: ServerResponse, body: Body, start: number, end: number): void {
  for (let at = start; at < end; ) {
    if (response.destroyed) return;
    const length = Math.min(PIECE_BYTES, end - at);
    const goesOn = response.write(body.bytesAt(at, length));
    at += length;
    if (!goesOn && at < end) {
      response.once('drain', () => send(response, body, at, end));
      return;
    }
  }
  response.end();
}
