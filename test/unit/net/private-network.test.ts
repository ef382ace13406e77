import { describe, expect, it } from 'vitest';
import { mayFetch, networkScope, PRIVATE_URL_PATTERNS } from '../../../lib/net/private-network';

const isPatternPrivate = (url: string) =>
  PRIVATE_URL_PATTERNS.some((pattern) => new RegExp(pattern).test(new URL(url).href));

const hostOf = (url: string) => new URL(url).hostname;

describe('networkScope', () => {
  it.each([
    'http://127.0.0.1/',
    'http://127.255.255.254/',
    'http://0x7f.1/',
    'http://2130706433/',
    'http://10.0.0.1/',
    'http://100.64.0.1/',
    'http://169.254.169.254/',
    'http://172.16.0.1/',
    'http://172.31.255.255/',
    'http://192.168.1.1/',
    'http://0.0.0.0/',
    'http://255.255.255.255/',
    'http://[::1]/',
    'http://[::]/',
    'http://[::ffff:192.168.0.1]/',
    'http://[fc00::1]/',
    'http://[fdff::1]/',
    'http://[fe80::1]/',
    'http://[fec0::1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[64:ff9b::192.168.0.1]/',
    'http://[ff02::1]/',
    'http://localhost/',
    'http://api.localhost/',
    'http://printer.local/',
    'http://router/',
    'http://nas.home.arpa/',
    'http://wiki.internal./',
  ])('holds %s private, as host and by pattern', (url) => {
    expect(networkScope(hostOf(url))).toBe('private');
    expect(isPatternPrivate(url)).toBe(true);
    expect(isPatternPrivate(url.replace('http://', 'https://user:pass@').replace(/\/$/, ':8443/a?b=1'))).toBe(
      true,
    );
  });

  it.each([
    'http://example.com/',
    'http://172.15.0.1/',
    'http://172.32.0.1/',
    'http://100.128.0.1/',
    'http://192.169.0.1/',
    'http://11.0.0.1/',
    'http://[2606:4700::1]/',
    'http://[::ffff:8.8.8.8]/',
    'http://[64:ff9b::8.8.8.8]/',
    'http://local.example/',
    'http://xn--fiqs8s.cn/',
  ])('holds %s public, as host and by pattern', (url) => {
    expect(networkScope(hostOf(url))).toBe('public');
    expect(isPatternPrivate(url)).toBe(url.includes('::ffff:') || url.includes('64:ff9b'));
    expect(isPatternPrivate('https://example.com/http://127.0.0.1/@router/')).toBe(false);
  });
});

describe('mayFetch', () => {
  const may = (target: string, page: string) => mayFetch(new URL(target), new URL(page));

  it('lets a public page reach public hosts only', () => {
    expect(may('https://cdn.example/a.png', 'https://news.example/')).toBe(true);
    expect(may('http://192.168.0.1/a.png', 'https://news.example/')).toBe(false);
  });

  it('lets a page of a private network reach its own kind', () => {
    expect(may('http://192.168.0.2/a.png', 'http://192.168.0.1/')).toBe(true);
    expect(may('https://cdn.example/a.png', 'http://localhost/')).toBe(true);
  });

  it('reaches local files from local files only', () => {
    expect(may('file:///a.png', 'file:///index.html')).toBe(true);
    expect(may('file:///a.png', 'https://news.example/')).toBe(false);
    expect(may('http://127.0.0.1/a.png', 'file:///index.html')).toBe(false);
  });

  it('refuses other schemes', () => {
    expect(may('ftp://example.com/a.png', 'https://news.example/')).toBe(false);
    expect(may('chrome-extension://abc/a.png', 'https://news.example/')).toBe(false);
  });
});
