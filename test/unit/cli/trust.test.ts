import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ListFile } from '../../../lib/c2pa/trust/sources';
import { fetchList } from '../../../lib/cli/fetch-list';
import { keepLists } from '../../../lib/cli/keep-lists';
import { sha256Of, takeLists } from '../../../lib/cli/take-lists';

/** `npm run trust` from published addresses, over a real server that behaves badly where it is asked to. */

const LIST = Buffer.from('-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n');

const ANSWERS: { readonly [path: string]: (answer: ServerResponse) => void } = {
  '/list.pem': (answer) => answer.end(LIST),
  '/moved.pem': (answer) => answer.writeHead(302, { location: '/list.pem' }).end(),
  '/circle.pem': (answer) => answer.writeHead(302, { location: '/circle.pem' }).end(),
  '/other.pem': (answer) => answer.end('another list'),
  '/cut.pem': (answer) => {
    answer.writeHead(200, { 'content-length': LIST.length }).write(LIST.subarray(0, 10));
    answer.socket?.end();
  },
  // Without a length: that it is too large shows only while it comes.
  '/large.pem': (answer) => answer.writeHead(200).end(Buffer.alloc(200_000, 'x')),
  '/stalls.pem': (answer) => void answer.writeHead(200, { 'content-length': 100 }).write('x'),
};

const server = createServer(({ url = '' }, answer) => {
  const respond = ANSWERS[url];
  if (respond === undefined) answer.writeHead(404).end();
  else respond(answer);
});

beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
});
afterEach(() => vi.unstubAllGlobals());

const fileAt = (path: string, name = 'list.pem'): ListFile => ({
  name,
  address: `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`,
  sha256: sha256Of(LIST),
});

const refusalOf = async (path: string, bounds = {}) => {
  const [one] = await takeLists([fileAt(path)], (file) => fetchList(file, bounds));
  return one !== undefined && 'refused' in one ? one.refused : 'taken';
};

describe('a list from its published address', () => {
  it.each(['/list.pem', '/moved.pem'])('is taken: %s', async (path) => {
    expect(await takeLists([fileAt(path)], fetchList)).toEqual([
      { file: fileAt(path), bytes: new Uint8Array(LIST) },
    ]);
  });

  it('is refused when it is not the pinned one, byte for byte', async () => {
    expect(await refusalOf('/other.pem')).toBe(
      `SHA-256 is ${sha256Of(Buffer.from('another list'))}, pinned is ${sha256Of(LIST)}`,
    );
  });

  it.each([
    ['/gone.pem', {}, /^HTTP 404$/],
    ['/cut.pem', {}, /terminated|aborted|closed|fetch failed/],
    ['/circle.pem', {}, /fetch failed|redirect/],
    ['/large.pem', { maxBytes: 100_000 }, /^larger than 100000 bytes$/],
    ['/stalls.pem', { timeoutMs: 100 }, /timeout/],
  ])('is refused with the reason: %s', async (path, bounds, why) => {
    expect(await refusalOf(path, bounds)).toMatch(why);
  });

  it('is refused when a secure address leads to an open one', async () => {
    const answer = Object.defineProperty(new Response(LIST), 'url', { value: 'http://a.example/list.pem' });
    vi.stubGlobal('fetch', async () => answer);
    const [one] = await takeLists([{ ...fileAt('/'), address: 'https://a.example/list.pem' }], fetchList);
    expect(one).toMatchObject({ refused: 'led to http://a.example/list.pem, which is not secure' });
  });
});

describe('the folder of lists', () => {
  let folder = '';

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bianshi-lists-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('keeps the lists that were there when new ones cannot be had', async () => {
    await keepLists(folder, await takeLists([fileAt('/list.pem')], fetchList));
    expect(await keepLists(folder, await takeLists([fileAt('/gone.pem')], fetchList))).toBe(false);
    expect(await readFile(join(folder, 'list.pem'))).toEqual(LIST);
  });

  it('takes out files that are none of the lists, or not the pinned ones any more', async () => {
    await writeFile(join(folder, 'list.pem'), 'an older list');
    await writeFile(join(folder, 'stray.pem'), 'x');
    expect(await keepLists(folder, await takeLists([fileAt('/gone.pem')], fetchList))).toBe(false);
    expect(await readdir(folder)).toEqual([]);
    expect(await keepLists(folder, await takeLists([fileAt('/list.pem')], fetchList))).toBe(true);
    expect(await readdir(folder)).toEqual(['list.pem']);
  });
});
