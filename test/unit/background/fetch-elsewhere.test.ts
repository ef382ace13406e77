import { describe, expect, it } from 'vitest';
import { credentialDesk } from '../../../entrypoints/background/credential-desk';
import type { WorkerTask } from '../../../lib/checker/check-request';
import { type CheckWorker, checkerHost } from '../../../lib/checker/checker-host';

/** A credential stored elsewhere, fetched on a click: the desk and the real host behind it, over a made-up network. */

const PICTURE = 'https://cdn.example/1.jpg';
const STORE = 'https://store.example/1.c2pa';
const NO_BYTES = { kind: 'unchecked', why: 'no-bytes' };
const TOO_LARGE = { kind: 'unchecked', why: 'too-large' };
const MB = 1024 * 1024;

type Asked = { readonly url: string; readonly credentials: RequestInit['credentials'] };

function network(answer: () => Response, finalUrl = STORE) {
  const asked: Asked[] = [];
  const checked: WorkerTask[] = [];
  const fetch = (async (url: string, init: RequestInit) => {
    asked.push({ url, credentials: init.credentials });
    return Object.defineProperty(answer(), 'url', { value: finalUrl });
  }) as typeof globalThis.fetch;
  const makeWorker = (): CheckWorker => {
    const worker: CheckWorker = {
      onmessage: null,
      onerror: null,
      terminate: () => undefined,
      postMessage(task) {
        checked.push(task);
        queueMicrotask(() =>
          worker.onmessage?.({ data: { kind: 'done', verified: { check: { kind: 'none' } } } }),
        );
      },
    };
    return worker;
  };
  const host = checkerHost({ makeWorker, fetch, keepGraph: async () => undefined, idleMs: 1 });
  const desk = credentialDesk({ host, trust: async () => ({}) });
  return { asked, checked, click: (from = STORE) => desk.fetchElsewhere({ url: PICTURE, from }) };
}

const store = (headers: HeadersInit = {}) => new Response('store', { headers });

describe('a credential stored elsewhere', () => {
  it('is fetched once, without cookies, and checked as a store', async () => {
    const { asked, checked, click } = network(() => store());
    expect(await click()).toEqual({ kind: 'none' });
    expect(asked).toEqual([{ url: STORE, credentials: 'omit' }]);
    expect(checked.map(({ mime, bytes }) => [mime, bytes.size])).toEqual([['application/c2pa', 5]]);
  });

  it.each([
    'https://10.0.0.1/1.c2pa',
    'https://[::1]/1.c2pa',
    'http://store.example/1.c2pa',
    'file:///1.c2pa',
  ])('is not asked for at %s', async (from) => {
    const { asked, click } = network(() => store());
    expect(await click(from)).toEqual(NO_BYTES);
    expect(asked).toEqual([]);
  });

  it('is not taken where a redirect led into a private network', async () => {
    const { checked, click } = network(() => store(), 'https://192.168.0.1/1.c2pa');
    expect(await click()).toEqual(NO_BYTES);
    expect(checked).toEqual([]);
  });

  it('is not taken where a redirect led to an open connection', async () => {
    const { checked, click } = network(() => store(), 'http://store.example/1.c2pa');
    expect(await click()).toEqual(NO_BYTES);
    expect(checked).toEqual([]);
  });

  it('is taken where a redirect led to another public host', async () => {
    const { checked, click } = network(() => store(), 'https://mirror.example/1.c2pa');
    expect(await click()).toEqual({ kind: 'none' });
    expect(checked.length).toBe(1);
  });

  it('is not read beyond its bound, announced or not', async () => {
    const announced = network(() => store({ 'content-length': String(16 * MB + 1) }));
    expect(await announced.click()).toEqual(TOO_LARGE);
    const silent = network(() => new Response(new Uint8Array(16 * MB + 1)));
    expect(await silent.click()).toEqual(TOO_LARGE);
    expect([...announced.checked, ...silent.checked]).toEqual([]);
  });

  it.each([404, 403, 500])('is missing where the server says %i', async (status) => {
    const { checked, click } = network(() => new Response('no', { status }));
    expect(await click()).toEqual(NO_BYTES);
    expect(checked).toEqual([]);
  });
});
