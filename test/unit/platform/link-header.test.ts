import { describe, expect, it } from 'vitest';
import { linkTargets } from '../../../lib/platform/link-header';

const BASE = 'https://site.test/a/page.html';
const targets = (header: string) => linkTargets(header, 'c2pa-manifest', BASE);

describe('targets of a Link header', () => {
  it.each([
    ['<https://store.test/m.c2pa>; rel="c2pa-manifest"', ['https://store.test/m.c2pa']],
    ['<m.c2pa>;rel=c2pa-manifest', ['https://site.test/a/m.c2pa']],
    [
      '</s.css>; rel=preload; as="style", </m.c2pa>; type="a, b"; rel="next C2PA-Manifest"',
      ['https://site.test/m.c2pa'],
    ],
    [
      '<a>; rel=c2pa-manifest, <a>; rel=c2pa-manifest, <b>; REL = "c2pa-manifest"',
      ['https://site.test/a/a', 'https://site.test/a/b'],
    ],
    ['<https://store.test/a,b>; rel=c2pa-manifest', ['https://store.test/a,b']],
  ])('are resolved and told once: %s', (header, expected) => {
    expect(targets(header)).toEqual(expected);
  });

  it.each([
    '',
    '<https://store.test/m>; rel=preload',
    '<https://store.test/m>; title="rel=c2pa-manifest"',
    '<https://store.test/m>; rel="not-c2pa-manifest"',
    '<javascript:alert(1)>; rel=c2pa-manifest',
    '<data:application/c2pa;base64,AAAA>; rel=c2pa-manifest',
    '<https://[>; rel=c2pa-manifest',
    'https://store.test/m; rel=c2pa-manifest',
  ])('are none of anything else: %s', (header) => {
    expect(targets(header)).toEqual([]);
  });

  it('are bounded, in number and in time', () => {
    const many = Array.from(
      { length: 1000 },
      (_, at) => `<https://store.test/${at}>; rel=c2pa-manifest`,
    ).join(', ');
    expect(targets(many)).toHaveLength(4);
    expect(targets(`<${'a'.repeat(1e6)}`)).toEqual([]);
    expect(targets(`<a>${';x="'.repeat(1e5)}`)).toEqual([]);
  });
});
