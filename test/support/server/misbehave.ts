import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Behaviour, Target } from './behaviour';

type Exchange = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly target: Target;
};
type Misbehaviour = (exchange: Exchange) => void;

const PIECE = Buffer.alloc(16 * 1024, 0xff);

/**
 * What a server may do to readers of ranges; requests without a `Range`, those of pages, are served as ever. Each is the
 * whole answer.
 */
const MISBEHAVIOURS: Readonly<Partial<Record<Behaviour, Misbehaviour>>> = {
  stall: ({ response }) => {
    response.writeHead(206, { 'content-range': 'bytes 0-16383/20000', 'content-length': 16_384 });
    response.write(PIECE.subarray(0, 8));
  },
  reset: ({ response }) => {
    response.writeHead(206, { 'content-range': 'bytes 0-16383/20000', 'content-length': 16_384 });
    response.write(PIECE.subarray(0, 8), () => response.destroy());
  },
  endless: ({ response }) => {
    response.writeHead(200, { 'content-type': 'image/jpeg' });
    response.write(Buffer.from([0xff, 0xd8]));
    pour(response);
  },
  wrongrange: ({ response }) => {
    response
      .writeHead(206, { 'content-range': 'bytes 500-16883/20000', 'content-length': 16_384 })
      .end(PIECE);
  },
  short: ({ response }) => {
    response.writeHead(206, { 'content-range': 'bytes 0-16383/20000' }).end(PIECE.subarray(0, 3));
  },
  toprivate: ({ request, response, target }) => {
    const port = (request.headers.host ?? '').replace(/^[^:]*/, '');
    response.writeHead(302, { location: `http://127.0.0.1${port}${target.path}?reached` }).end();
  },
  redirect: ({ response, target }) => {
    response.writeHead(302, { location: `${target.path}?arrived` }).end();
  },
  once: ({ response }) => {
    response.writeHead(410).end();
  },
};

/** Answers a request for a range as badly as its target asks; `false` where it asks for nothing of the kind. */
export function misbehave(exchange: Exchange): boolean {
  const { request, target } = exchange;
  if (request.headers.range === undefined) return false;
  const name = [...target.behaviours].find((each) => each in MISBEHAVIOURS);
  if (name === undefined) return false;
  MISBEHAVIOURS[name]?.(exchange);
  return true;
}

/** Goes on until the reader has had enough. */
function pour(response: ServerResponse): void {
  while (!response.destroyed && response.write(PIECE));
  if (!response.destroyed) response.once('drain', () => pour(response));
}
