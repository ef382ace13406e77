import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { MAX_BYTES_PER_FILE } from '../../../lib/bytes/limits';
import { bodyReader } from '../../../lib/net/body-reader';
import { type HttpOptions, httpSource } from '../../../lib/net/http-source';

const FILE = Uint8Array.from({ length: 1000 }, (_, i) => i % 251);
const OPTIONS: HttpOptions = { fetch, credentials: 'omit', cache: 'default' };

type Answer = (request: IncomingMessage, response: ServerResponse) => void;
let server: Server | undefined;

async function serve(answer: Answer): Promise<string> {
  server = createServer(answer);
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/a.png`;
}

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

const asked = (request: IncomingMessage) => /bytes=(\d+)-(\d+)/.exec(request.headers.range ?? '');

const ranged: Answer = (request, response) => {
  const [, from, to] = asked(request) ?? [];
  const start = Number(from);
  if (start >= FILE.length)
    return void response.writeHead(416, { 'content-range': `bytes */${FILE.length}` }).end();
  const end = Math.min(Number(to), FILE.length - 1);
  response.writeHead(206, { 'content-range': `bytes ${start}-${end}/${FILE.length}` });
  response.end(FILE.subarray(start, end + 1));
};

describe('httpSource', () => {
  it('reads exactly the range asked for and learns the size', async () => {
    const source = httpSource(await serve(ranged), OPTIONS);
    expect(source.size).toBeUndefined();
    expect([...(await source.read(10, 4))]).toEqual([10, 11, 12, 13]);
    expect(source.size).toBe(1000);
    expect((await source.read(998, 10)).length).toBe(2);
    expect((await source.read(1000, 10)).length).toBe(0);
  });

  it('takes 416 as the end of the data', async () => {
    const source = httpSource(await serve(ranged), OPTIONS);
    expect((await source.read(5000, 10)).length).toBe(0);
    expect(source.size).toBe(1000);
  });

  it('reads a server without ranges in sequence, once', async () => {
    let requests = 0;
    const url = await serve((_, response) => {
      requests += 1;
      response.writeHead(200, { 'content-length': FILE.length }).end(FILE);
    });
    const source = httpSource(url, OPTIONS);
    expect([...(await source.read(0, 3))]).toEqual([0, 1, 2]);
    expect([...(await source.read(500, 2))]).toEqual([249, 250]);
    expect((await source.read(990, 100)).length).toBe(10);
    expect([requests, source.size]).toEqual([1, 1000]);
    source.close();
  });

  it('does not read an endless body beyond its budget', async () => {
    const piece = new Uint8Array(1024 * 1024);
    const url = await serve((_, response) => {
      const pour = () => {
        while (!response.destroyed && response.write(piece));
      };
      response.writeHead(200);
      response.on('drain', pour);
      pour();
    });
    const source = httpSource(url, OPTIONS);
    await expect(source.read(MAX_BYTES_PER_FILE, 1)).rejects.toMatchObject({ kind: 'over-budget' });
    expect((await source.read(MAX_BYTES_PER_FILE - 1, 1)).length).toBe(1);
  });

  it.each([
    [401, 'needs-sign-in'],
    [403, 'needs-sign-in'],
    [404, 'http-error'],
    [500, 'http-error'],
  ])('says of %i that it %s', async (status, failure) => {
    const source = httpSource(await serve((_, response) => response.writeHead(status).end('no')), OPTIONS);
    await expect(source.read(0, 1)).rejects.toMatchObject({ failure });
  });

  it('refuses a part that starts elsewhere than asked', async () => {
    const url = await serve((_, response) =>
      response.writeHead(206, { 'content-range': 'bytes 500-509/1000' }).end(FILE.subarray(500, 510)),
    );
    await expect(httpSource(url, OPTIONS).read(0, 10)).rejects.toMatchObject({ failure: 'http-error' });
  });

  it('says network-failed when the connection is reset', async () => {
    const source = httpSource(await serve((request) => request.socket.destroy()), OPTIONS);
    await expect(source.read(0, 1)).rejects.toMatchObject({ failure: 'network-failed' });
  });

  it('keeps away from an address it was redirected to and must not reach', async () => {
    const url = await serve((request, response) =>
      request.url === '/a.png'
        ? response.writeHead(302, { location: '/secret' }).end()
        : ranged(request, response),
    );
    const source = httpSource(url, { ...OPTIONS, refuse: ({ pathname }) => pathname === '/secret' });
    await expect(source.read(0, 10)).rejects.toMatchObject({ failure: 'private-network' });
  });

  it('asks for the rest where a server answers with less than asked', async () => {
    const url = await serve((request, response) => {
      const start = Number(asked(request)?.[1]);
      const end = Math.min(start + 3, FILE.length - 1);
      response.writeHead(206, { 'content-range': `bytes ${start}-${end}/${FILE.length}` });
      response.end(FILE.subarray(start, end + 1));
    });
    const source = httpSource(url, OPTIONS);
    expect([...(await source.read(10, 10))]).toEqual([...FILE.subarray(10, 20)]);
    expect((await source.read(998, 10)).length).toBe(2);
    await expect(source.read(0, 100)).rejects.toMatchObject({ failure: 'http-error' });
  });

  it('reads in sequence what is compressed on its way, part or whole', async () => {
    const packed = gzipSync(FILE);
    const url = await serve((request, response) => {
      const headers = { 'content-encoding': 'gzip', 'content-range': `bytes 0-99/${packed.length}` };
      if (request.headers.range) response.writeHead(206, headers).end(packed.subarray(0, 100));
      else response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed);
    });
    const source = httpSource(url, OPTIONS);
    expect([...(await source.read(500, 3))]).toEqual([...FILE.subarray(500, 503)]);
    expect(source.size).toBeUndefined();
    source.close();
  });

  it('knows no more of a file without a total than what came', async () => {
    const url = await serve((_, response) =>
      response.writeHead(206, { 'content-range': 'bytes 0-4/*' }).end(FILE.subarray(0, 5)),
    );
    expect((await httpSource(url, OPTIONS).read(0, 10)).length).toBe(5);
  });

  it('takes no more than it asked for of an answer that is longer than it says', async () => {
    const headers = { 'content-range': 'bytes 0-3/1000', 'content-length': '4' };
    const source = httpSource('http://a.test/', {
      ...OPTIONS,
      fetch: async () => new Response(FILE, { status: 206, headers }),
    });
    expect([...(await source.read(0, 4))]).toEqual([0, 1, 2, 3]);
  });

  it.each([
    ['TimeoutError', 'timed-out'],
    ['AbortError', 'timed-out'],
    ['TypeError', 'network-failed'],
  ])('tells a short answer that ends in a %s as %s', async (name, failure) => {
    const body = new ReadableStream({ pull: (to) => to.error(new DOMException('broken', name)) });
    const headers = { 'content-range': 'bytes 0-3/1000', 'content-length': '4' };
    const source = httpSource('http://a.test/', {
      ...OPTIONS,
      fetch: async () => new Response(body, { status: 206, headers }),
    });
    await expect(source.read(0, 4)).rejects.toMatchObject({ failure });
  });
});

describe('httpSource of another site, by its leave', () => {
  const SAFELIST = ['cache-control', 'content-language', 'content-length', 'content-type', 'expires'];

  /** What a page's script is given of an answer (Fetch, CORS filtered response). */
  const filtered: typeof fetch = async (...asked) => {
    const answer = await fetch(...asked);
    const seen = [...answer.headers].filter(([name]) => SAFELIST.includes(name));
    return new Response(answer.body, { status: answer.status, headers: seen });
  };
  const FOREIGN: HttpOptions = { ...OPTIONS, fetch: filtered, foreign: true };

  it('reads a part that does not say which it is', async () => {
    const source = httpSource(await serve(ranged), FOREIGN);
    expect([...(await source.read(10, 4))]).toEqual([10, 11, 12, 13]);
    expect(source.size).toBeUndefined();
  });

  it('knows the size by the part that ends early', async () => {
    const source = httpSource(await serve(ranged), FOREIGN);
    expect(await source.read(900, 4096)).toEqual(FILE.subarray(900));
    expect(source.size).toBe(1000);
    expect((await source.read(5000, 10)).length).toBe(0);
  });

  it('takes no such part of its own site', async () => {
    const source = httpSource(await serve(ranged), { ...FOREIGN, foreign: false });
    await expect(source.read(0, 10)).rejects.toMatchObject({ failure: 'http-error' });
  });

  it('still refuses a part that says it is another', async () => {
    const url = await serve((_, response) =>
      response.writeHead(206, { 'content-range': 'bytes 500-509/1000' }).end(FILE.subarray(500, 510)),
    );
    const source = httpSource(url, { ...OPTIONS, foreign: true });
    await expect(source.read(0, 10)).rejects.toMatchObject({ failure: 'http-error' });
  });

  it('takes no more than it asked for of a part without an end', async () => {
    const url = await serve((_, response) => {
      response.writeHead(206, { 'content-range': 'bytes 0-9/1000' });
      response.write(FILE);
    });
    expect((await httpSource(url, FOREIGN).read(0, 10)).length).toBe(10);
  });

  it('does not take the length of a coded body for that of the file', async () => {
    const packed = gzipSync(FILE);
    const headers = { 'content-encoding': 'gzip', 'content-length': packed.length };
    const url = await serve((_, response) => response.writeHead(200, headers).end(packed));
    const source = httpSource(url, FOREIGN);
    expect(packed.length).toBeLessThan(500);
    expect([...(await source.read(500, 3))]).toEqual([...FILE.subarray(500, 503)]);
    expect(source.size).toBeUndefined();
    source.close();
  });
});

describe('bodyReader', () => {
  it.each([
    ['TimeoutError', 'timed-out'],
    ['TypeError', 'network-failed'],
  ])('tells a %s of the body as %s', async (name, failure) => {
    const body = new ReadableStream({ pull: (to) => to.error(new DOMException('broken', name)) });
    const reader = bodyReader(new Response(body), 10, 1000);
    await expect(reader.read(0, 1)).rejects.toMatchObject({ failure });
  });
});
