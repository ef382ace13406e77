import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { credentialDesk } from '../../../entrypoints/background/credential-desk';
import type { CheckReply, CheckRequest } from '../../../lib/checker/check-request';

const PAGE = 'https://site.example/page';
const PICTURE = { url: 'https://cdn.example/1.jpg#here', container: 'jpeg' } as const;
const NONE: CheckReply = { check: { kind: 'none' } };
const REFUSED: CheckReply = { check: { kind: 'unchecked', why: 'no-bytes' }, refused: true };

function desk(...replies: readonly CheckReply[]) {
  const asked: CheckRequest[] = [];
  const check = async (request: CheckRequest) => {
    asked.push(request);
    return replies[asked.length - 1] ?? NONE;
  };
  return { asked, ...credentialDesk({ host: { check }, trust: async () => ({}) }) };
}

describe('the credential desk', () => {
  beforeEach(() => {
    fakeBrowser.reset();
    Object.assign(fakeBrowser, {
      declarativeNetRequest: { getSessionRules: async () => [], updateSessionRules: vi.fn() },
    });
  });

  it('asks the host with the type of the container, within the bound', async () => {
    const { asked, verify } = desk();
    expect(await verify(PICTURE, PAGE)).toEqual({ kind: 'none' });
    expect(asked).toEqual([
      {
        key: 'https://cdn.example/1.jpg',
        url: PICTURE.url,
        page: PAGE,
        mime: 'image/jpeg',
        maxBytes: 64 * 1024 * 1024,
        trust: {},
      },
    ]);
  });

  it('goes further on a person’s word', async () => {
    const { asked, verify } = desk();
    await verify({ ...PICTURE, force: true }, PAGE);
    expect(asked.map(({ maxBytes }) => maxBytes)).toEqual([512 * 1024 * 1024]);
  });

  it('checks a shared address once, and again where it could not be checked', async () => {
    const shared = desk();
    await Promise.all([shared.verify(PICTURE, PAGE), shared.verify(PICTURE, PAGE)]);
    await shared.verify(PICTURE, 'https://other.example/');
    expect(shared.asked.length).toBe(1);
    const failing = desk({ check: { kind: 'unchecked', why: 'timed-out' } });
    await failing.verify(PICTURE, PAGE);
    expect(await failing.verify(PICTURE, PAGE)).toEqual({ kind: 'none' });
  });

  it('never shares answers between pages that may reach private hosts and pages that may not', async () => {
    const { asked, verify } = desk();
    await verify(PICTURE, PAGE);
    await verify(PICTURE, 'http://192.168.0.2/');
    expect(asked.length).toBe(2);
  });

  it('never shares what a page hands over', async () => {
    const { asked, verify } = desk();
    await verify({ ...PICTURE, memoryUrl: 'blob:https://site.example/1' }, PAGE);
    await verify({ ...PICTURE, bytes: new Blob(['1']) }, PAGE);
    await verify(PICTURE, PAGE);
    expect(asked.map(({ url, bytes }) => [url, bytes?.size])).toEqual([
      ['blob:https://site.example/1', undefined],
      [PICTURE.url, 1],
      [PICTURE.url, undefined],
    ]);
  });

  it('names the page to a server that refuses', async () => {
    const { asked, verify } = desk(REFUSED);
    expect(await verify(PICTURE, PAGE)).toEqual({ kind: 'none' });
    expect(asked.length).toBe(2);
    expect(await desk(REFUSED, REFUSED).verify(PICTURE, PAGE)).toEqual(REFUSED.check);
  });

  it('says that it cannot check what the library does not read', async () => {
    const { asked, verify } = desk();
    expect(await verify({ ...PICTURE, container: 'bmp' }, PAGE)).toEqual({
      kind: 'unchecked',
      why: 'unsupported',
    });
    expect(asked).toEqual([]);
  });

  it.each([
    'http://cdn.example/1.c2pa',
    'https://192.168.0.1/1.c2pa',
    'https://localhost/1.c2pa',
    'data:,x',
    'x',
  ])('fetches no store from %s', async (from) => {
    const { asked, fetchElsewhere } = desk();
    expect(await fetchElsewhere({ url: PICTURE.url, from })).toEqual({ kind: 'unchecked', why: 'no-bytes' });
    expect(asked).toEqual([]);
  });

  it('fetches a store from a public secure address, bounded, as a store', async () => {
    const { asked, fetchElsewhere } = desk();
    const from = 'https://cdn.example/1.c2pa';
    await fetchElsewhere({ url: PICTURE.url, from });
    expect(asked).toEqual([
      {
        key: 'https://cdn.example/1.jpg',
        url: from,
        page: from,
        mime: 'application/c2pa',
        maxBytes: 16 * 1024 * 1024,
        trust: {},
      },
    ]);
  });
});
