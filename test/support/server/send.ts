import { createReadStream } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import type { Target } from './behaviour';
import { type ByteRange, parseByteRange } from './byte-range';
import type { RequestRecord } from './request-log';

/** What is to be sent: a file in place, or text or bytes made for this request. */
export type Body =
  | { readonly file: string; readonly size: number; readonly modified: Date; readonly type: string }
  | { readonly text: string | Uint8Array; readonly type: string };

/** Long enough for the page cache to keep a picture through a test. */
const CACHE_CONTROL = 'max-age=3600';
const CHUNK_BYTES = 16 * 1024;

type Exchange = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly target: Target;
  readonly record: RequestRecord;
  /** The connection breaks half-way through the body. */
  readonly isCut: boolean;
};

/** Sends `body` as the target's behaviours ask: ranges (206, 416), caching, CORS and Content-Type. */
export function sendBody(exchange: Exchange, body: Body): void {
  const size = 'file' in body ? body.size : Buffer.byteLength(body.text);
  const range = rangeOf(exchange, body, size);
  const { status, headers, start, end } = plan(range, size);
  const all = { ...commonHeaders(exchange.target, body), ...headers };
  exchange.response.writeHead(status, all);
  if (exchange.request.method === 'HEAD' || start === end) exchange.response.end();
  else pump(exchange, body, start, end);
}

/** Sends a plain-text error page. */
export function sendStatus({ response, target }: Exchange, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', ...corsHeaders(target) });
  response.end(text);
}

function rangeOf({ request, target }: Exchange, body: Body, size: number): ByteRange {
  if (target.behaviours.has('norange')) return { kind: 'whole' };
  const condition = request.headers['if-range'];
  if (condition !== undefined && condition !== entityTag(body)) return { kind: 'whole' };
  return parseByteRange(request.headers.range, size);
}

function plan(range: ByteRange, size: number) {
  if (range.kind === 'unsatisfiable') {
    return { status: 416, headers: { 'content-range': `bytes */${size}` }, start: 0, end: 0 };
  }
  if (range.kind === 'whole')
    return { status: 200, headers: { 'content-length': size }, start: 0, end: size };
  const { start, end } = range;
  const headers = { 'content-range': `bytes ${start}-${end - 1}/${size}`, 'content-length': end - start };
  return { status: 206, headers, start, end };
}

function commonHeaders(target: Target, body: Body): Record<string, string> {
  const kept = 'file' in body && !target.behaviours.has('nostore');
  return {
    'content-type': typeHeader(target, body.type),
    'cache-control': kept ? CACHE_CONTROL : 'no-store',
    ...(target.behaviours.has('norange') ? {} : { 'accept-ranges': 'bytes' }),
    ...(target.behaviours.has('named')
      ? { link: '</s.css>; rel=preload; as=style, </told/header.c2pa>; rel="c2pa-manifest"' }
      : {}),
    ...(target.behaviours.has('declared') ? { 'ai-disclosure': 'mode=ai-originated, model="m-1"' } : {}),
    ...('file' in body ? { etag: entityTag(body), 'last-modified': body.modified.toUTCString() } : {}),
    ...corsHeaders(target),
  };
}

function corsHeaders(target: Target): Record<string, string> {
  // As delivery networks send it: no header is exposed beyond the safelist.
  return target.behaviours.has('cors') ? { 'access-control-allow-origin': '*' } : {};
}

function typeHeader(target: Target, honest: string): string {
  if (target.behaviours.has('octet')) return 'application/octet-stream';
  if (!target.behaviours.has('mistyped')) return honest;
  return honest === 'image/png' ? 'image/jpeg' : 'image/png';
}

function entityTag(body: Body): string {
  return 'file' in body ? `"${body.size.toString(16)}-${body.modified.getTime().toString(16)}"` : '"page"';
}

const bytesOf = (text: string | Uint8Array): Buffer =>
  typeof text === 'string' ? Buffer.from(text) : Buffer.from(text);

function pump({ response, record, isCut }: Exchange, body: Body, start: number, end: number): void {
  const stream =
    'file' in body
      ? createReadStream(body.file, { start, end: end - 1, highWaterMark: CHUNK_BYTES })
      : Readable.from([bytesOf(body.text).subarray(start, end)]);
  stream.on('data', (chunk: Buffer) => {
    record.bytesSent += chunk.length;
    if (isCut && record.bytesSent >= (end - start) / 2) response.destroy();
  });
  stream.on('error', () => response.destroy());
  response.on('close', () => stream.destroy());
  stream.pipe(response);
}
