import { describe, expect, it } from 'vitest';
import { openHosts } from '../../../entrypoints/page/open-hosts';

const { signal } = new AbortController();

describe('openHosts', () => {
  it('asks each host once, for one byte, from the cache where it can', async () => {
    const asked: [string, RequestInit | undefined][] = [];
    const isOpen = openHosts(async (url, init) => {
      asked.push([String(url), init]);
      return new Response('x');
    }, signal);
    expect(await Promise.all([isOpen('https://a.example/1.png'), isOpen('https://a.example/2.png')])).toEqual(
      [true, true],
    );
    expect(asked).toHaveLength(1);
    expect(asked[0]?.[1]).toMatchObject({ cache: 'force-cache', headers: { Range: 'bytes=0-0' } });
  });

  it('leaves a host alone that refuses or fails', async () => {
    const isOpen = openHosts(async (url) => {
      if (String(url).includes('refuses')) throw new TypeError('Failed to fetch');
      return new Response('', { status: 403 });
    }, signal);
    expect(await isOpen('https://refuses.example/1.png')).toBe(false);
    expect(await isOpen('https://fails.example/1.png')).toBe(false);
  });
});
