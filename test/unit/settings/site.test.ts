import { describe, expect, it } from 'vitest';
import { readSite, siteOf } from '../../../lib/settings/site';

describe('readSite', () => {
  it.each([
    ['example.com', 'example.com'],
    ['  Example.COM ', 'example.com'],
    ['https://www.example.com:8443/a?b#c', 'www.example.com'],
    ['例子.中国', 'xn--fsqu00a.xn--fiqs8s'],
    ['localhost', 'localhost'],
    ['127.0.0.1', '127.0.0.1'],
    ['http://[::1]:80/', '[::1]'],
    ['example.com.', 'example.com'],
  ])('reads %s', (typed, host) => {
    expect(readSite(typed)).toBe(host);
  });

  it.each([
    '',
    '   ',
    'a b',
    '*.example.com',
    'http://',
    'example..com',
    '<b>',
    'about:blank',
    `${'a'.repeat(254)}`,
  ])('refuses %j', (typed) => {
    expect(readSite(typed)).toBeUndefined();
  });
});

describe('siteOf', () => {
  it('gives the host of web pages only', () => {
    expect(siteOf('https://News.example/a')).toBe('news.example');
    expect(siteOf('file:///home/a.html')).toBeUndefined();
    expect(siteOf('chrome://settings')).toBeUndefined();
    expect(siteOf('')).toBeUndefined();
  });
});
