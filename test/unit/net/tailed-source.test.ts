import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { HttpOptions } from '../../../lib/net/http-source';
import { tailedSource } from '../../../lib/net/tailed-source';
import { rangeAnswer } from '../../support/server/range-answer';

const FILE = Uint8Array.from({ length: 1000 }, (_, i) => i % 251);
const OPTIONS: HttpOptions = { fetch, credentials: 'omit', cache: 'default' };
const TAIL = 100;

type Answer = (range: string, response: ServerResponse, request: IncomingMessage) => void;
let server: Server | undefined;
const asked: string[] = [];
const told: boolean[] = [];

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  asked.length = 0;
  told.length = 0;
});

async function sourceOver(answer: Answer, options: Partial<HttpOptions> = {}) {
  server = createServer((request, response) => {
    asked.push(request.headers.range ?? '');
    answer(request.headers.range ?? '', response, request);
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/a.png`;
  const served = (both: boolean) => void told.push(both);
  return tailedSource(url, { ...OPTIONS, ...options }, { bytes: TAIL, served });
}

function send(response: ServerResponse, range: string | undefined): void {
  const { status, headers, body } = rangeAnswer(range, FILE, 'image/png');
  response.writeHead(status, headers).end(body);
}

const ranged: Answer = (range, response) => send(response, range);
const severalOr =
  (several: Answer): Answer =>
  (range, response, request) =>
    (range.includes(',') ? several : ranged)(range, response, request);
const piece = (from: number, to: number) => [...FILE.subarray(from, to)];

describe('tailedSource', () => {
  it('brings head and tail in one request, and asks only for what lies between', async () => {
    const source = await sourceOver(ranged);
    expect(source.size).toBeUndefined();
    expect([...(await source.read(0, 50))]).toEqual(piece(0, 50));
    expect(source.size).toBe(1000);
    expect([...(await source.read(900, 40))]).toEqual(piece(900, 940));
    expect([...(await source.read(990, 400))]).toEqual(piece(990, 1000));
    expect((await source.read(1000, 10)).length).toBe(0);
    expect(asked).toEqual(['bytes=0-49,-100']);
    expect([...(await source.read(40, 20))]).toEqual(piece(40, 60));
    expect([...(await source.read(0, 50))]).toEqual(piece(0, 50));
    expect(asked).toEqual(['bytes=0-49,-100', 'bytes=40-59']);
    expect(told).toEqual([true]);
  });

  it('takes the whole file where that is shorter than both', async () => {
    const source = await sourceOver(ranged);
    expect([...(await source.read(0, 950))]).toEqual(piece(0, 950));
    expect([...(await source.read(980, 50))]).toEqual(piece(980, 1000));
    expect([asked.length, source.size, told]).toEqual([1, 1000, []]);
  });

  it.each<[string, Answer]>([
    ['the whole of a large file', (_, response) => send(response, undefined)],
    ['one of the ranges', (_, response) => send(response, 'bytes=0-49')],
    ['416', (_, response) => void response.writeHead(416, { 'content-range': 'bytes */1000' }).end()],
    ['400', (_, response) => void response.writeHead(400).end('no')],
    ['501', (_, response) => void response.writeHead(501).end('no')],
    ['parts without their ranges', (_, response) => parts(response, ['Content-Type: image/png'])],
    ['parts of another place', (_, response) => parts(response, ['Content-Range: bytes 10-59/1000'])],
    [
      'parts of files of two sizes',
      (_, response) => parts(response, ['Content-Range: bytes 0-49/1000', 'Content-Range: bytes 0-49/9']),
    ],
    [
      'an endless range',
      (_, response) => parts(response, ['Content-Range: bytes 0-99999999999999999999/1000']),
    ],
    ['no parts', (_, response) => parts(response, [])],
  ])('asks as usual after an answer of %s', async (_, several) => {
    const source = await sourceOver(severalOr(several));
    expect([...(await source.read(0, 50))]).toEqual(piece(0, 50));
    expect([...(await source.read(950, 50))]).toEqual(piece(950, 1000));
    expect([asked, told]).toEqual([['bytes=0-49,-100', 'bytes=0-49', 'bytes=950-999'], [false]]);
    source.close();
  });

  it('reads again what a cut part lacks', async () => {
    const source = await sourceOver(
      severalOr((_, response) => parts(response, ['Content-Range: bytes 0-49/1000'], 30)),
    );
    expect([...(await source.read(0, 50))]).toEqual(piece(0, 50));
    expect(asked).toEqual(['bytes=0-49,-100', 'bytes=0-49']);
  });

  it.each([
    [401, 'needs-sign-in'],
    [404, 'http-error'],
    [500, 'http-error'],
  ])('asks nobody again who answers %i', async (status, failure) => {
    const source = await sourceOver((_, response) => void response.writeHead(status).end('no'));
    await expect(source.read(0, 50)).rejects.toMatchObject({ failure });
    expect(asked).toHaveLength(1);
  });

  it('keeps away from an address it was redirected to and must not reach', async () => {
    const source = await sourceOver(
      (range, response, { url }) =>
        url === '/a.png'
          ? void response.writeHead(302, { location: '/secret' }).end()
          : send(response, range),
      { refuse: ({ pathname }) => pathname === '/secret' },
    );
    await expect(source.read(0, 50)).rejects.toMatchObject({ failure: 'private-network' });
  });

  it('never takes more than it asked for of endless parts', async () => {
    const source = await sourceOver(
      severalOr((_, response) => {
        response.writeHead(206, { 'content-type': 'multipart/byteranges; boundary="b"' });
        const pour = () => {
          while (!response.destroyed && response.write(Buffer.alloc(65_536, 45)));
        };
        response.on('drain', pour);
        pour();
      }),
    );
    expect([...(await source.read(0, 50))]).toEqual(piece(0, 50));
    expect(told).toEqual([false]);
  });
});

/** Parts with these fields, of 50 bytes each, or the last of `last`. */
function parts(response: ServerResponse, fields: readonly string[], last = 50): void {
  const body = fields.flatMap((field, at) => [
    Buffer.from(`--b\r\n${field}\r\n\r\n`),
    FILE.subarray(0, at === fields.length - 1 ? last : 50),
    Buffer.from('\r\n'),
  ]);
  const rest = last < 50 ? [] : [Buffer.from('--b--\r\n')];
  response.writeHead(206, { 'content-type': 'multipart/byteranges; boundary=b' });
  response.end(Buffer.concat([...(last < 50 ? body.slice(0, -1) : body), ...rest]));
}
