import { describe, expect, it } from 'vitest';
import { fetchWhole } from '../../../lib/checker/fetch-whole';

const URL_OF_IT = 'https://cdn.example/1.jpg';

type Answer = {
  readonly status?: number;
  readonly body?: BodyInit;
  readonly headers?: HeadersInit;
  readonly url?: string;
};

/** A server that gives these answers one after the other; an error is a connection that broke. */
function server(...answers: readonly (Answer | Error)[]) {
  const asked: RequestInit[] = [];
  const fetch = (async (_url: string, init: RequestInit) => {
    const answer = answers[asked.length];
    asked.push(init);
    if (answer === undefined || answer instanceof Error) throw answer ?? new TypeError('asked too often');
    const response = new Response(answer.body ?? 'bytes', {
      status: answer.status ?? 200,
      headers: answer.headers ?? {},
    });
    Object.defineProperty(response, 'url', { value: answer.url ?? URL_OF_IT });
    return response;
  }) as typeof globalThis.fetch;
  return { asked, fetch };
}

const options = (fetch: typeof globalThis.fetch, maxBytes = 100) => ({
  fetch,
  page: 'https://site.example/',
  maxBytes,
});

function breaking(): ReadableStream<Uint8Array> {
  let pulls = 0;
  return new ReadableStream({
    pull(controller) {
      pulls += 1;
      if (pulls === 1) controller.enqueue(new Uint8Array(3));
      else controller.error(new TypeError('reset'));
    },
  });
}

describe('a whole file', () => {
  it('is fetched without cookies, as an <img> asks', async () => {
    const { asked, fetch } = server({});
    const bytes = await fetchWhole(URL_OF_IT, options(fetch));
    expect(bytes instanceof Blob && (await bytes.text())).toBe('bytes');
    expect(asked.map(({ credentials }) => credentials)).toEqual(['omit']);
    expect(new Headers(asked[0]?.headers).get('accept')).toContain('image/avif');
  });

  it('is begun again once when the download breaks', async () => {
    const { asked, fetch } = server({ body: breaking() }, {});
    const bytes = await fetchWhole(URL_OF_IT, options(fetch));
    expect(bytes instanceof Blob && bytes.size).toBe(5);
    expect(asked.length).toBe(2);
  });

  it('is given up when it breaks twice', async () => {
    const { asked, fetch } = server({ body: breaking() }, new TypeError('offline'), {});
    expect(await fetchWhole(URL_OF_IT, options(fetch))).toBe('no-bytes');
    expect(asked.length).toBe(2);
  });

  it('is not read beyond its bound, announced or not', async () => {
    const announced = server({ headers: { 'content-length': '101' } });
    expect(await fetchWhole(URL_OF_IT, options(announced.fetch))).toBe('too-large');
    const silent = server({ body: 'x'.repeat(101) });
    expect(await fetchWhole(URL_OF_IT, options(silent.fetch))).toBe('too-large');
  });

  it.each([
    [401, 'refused'],
    [403, 'refused'],
    [404, 'no-bytes'],
    [500, 'no-bytes'],
  ] as const)('is not to be had with status %i: %s', async (status, failure) => {
    const { fetch } = server({ status });
    expect(await fetchWhole(URL_OF_IT, options(fetch))).toBe(failure);
  });

  it('is not asked for in a private network on behalf of a public page, nor taken from there', async () => {
    const direct = server({});
    expect(await fetchWhole('http://192.168.1.1/1.jpg', options(direct.fetch))).toBe('no-bytes');
    expect(direct.asked).toEqual([]);
    const redirected = server({ url: 'http://127.0.0.1/1.jpg' });
    expect(await fetchWhole(URL_OF_IT, options(redirected.fetch))).toBe('no-bytes');
  });

  it('is read from memory for any page', async () => {
    const { fetch } = server({ url: 'blob:https://site.example/1' });
    expect(await fetchWhole('blob:https://site.example/1', options(fetch))).toBeInstanceOf(Blob);
  });
});
