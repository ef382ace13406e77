import { describe, expect, it } from 'vitest';
import { fileText } from '../../../lib/bytes/file-text';
import { MAX_PAUSED_SITES } from '../../../lib/settings/check-settings';
import { addSite } from '../../../lib/ui/model/add-site';
import { byteSize } from '../../../lib/ui/model/byte-size';
import { evidenceJson, fileName } from '../../../lib/ui/model/evidence-file';
import { itemName } from '../../../lib/ui/model/item-name';
import { middleEllipsis } from '../../../lib/ui/model/middle-ellipsis';
import { previewUrl } from '../../../lib/ui/model/preview-url';
import { sampleItems } from '../../support/ui-harness/samples';

describe('middleEllipsis', () => {
  it('keeps what fits', () => {
    expect(middleEllipsis('7f3ea91c', 9)).toBe('7f3ea91c');
    expect(middleEllipsis('7f3eXa91c', 9)).toBe('7f3eXa91c');
  });

  it('keeps both ends of what does not', () => {
    expect(middleEllipsis('7f3e000000a91c', 9)).toBe('7f3e…a91c');
    expect(middleEllipsis('7f3e000000a91c', 8)).toBe('7f3e…91c');
  });

  it('cuts no character in two', () => {
    expect(middleEllipsis('😀😀😀😀😀', 3)).toBe('😀…😀');
  });
});

describe('itemName', () => {
  const name = (alt: string, mediaUrl: string) => itemName({ alt: fileText(alt), mediaUrl });

  it('prefers the alternative text, on one line and bounded', () => {
    expect(name(' a\n b ', 'https://x.example/p.png')).toBe('a b');
    expect(name('x'.repeat(121), 'https://x.example/p.png')).toBe(`${'x'.repeat(119)}…`);
  });

  it('falls back to the last part of the address', () => {
    expect(name('', 'https://x.example/a/%E6%B9%96.png?w=2#f')).toBe('湖.png');
    expect(name('', 'https://x.example/a/100%.png')).toBe('100%.png');
  });

  it('has none for addresses that name nothing', () => {
    expect(name('', 'blob:https://x.example/1')).toBeUndefined();
    expect(name('', 'data:image/png;base64,AA')).toBeUndefined();
    expect(name('', 'https://x.example/')).toBeUndefined();
    expect(name('', 'not an address')).toBeUndefined();
  });
});

describe('previewUrl', () => {
  it('lets web and inline pictures through, nothing else', () => {
    expect(previewUrl('https://x.example/a.png')).toBe('https://x.example/a.png');
    expect(previewUrl('data:image/png;base64,AA')).toBe('data:image/png;base64,AA');
    for (const url of [
      'blob:https://x.example/1',
      'javascript:alert(1)',
      'data:text/html,x',
      'data:image/svg+xml,x',
      '',
    ]) {
      expect(previewUrl(url)).toBeUndefined();
    }
  });
});

describe('byteSize', () => {
  it.each([
    [0, '0 B'],
    [1023, '1023 B'],
    [1024, '1 KB'],
    [18_944, '19 KB'],
    [2_516_582, '2.4 MB'],
    [5_368_709_120, '5 GB'],
  ])('%d is %s', (bytes, words) => {
    expect(byteSize(bytes)).toBe(words);
  });
});

describe('fileName', () => {
  it('holds the site and the time, and nothing else of the page', () => {
    expect(
      fileName('evidence', 'https://News.example/../../etc/passwd', '2026-11-21T12:28:19+08:00', 'json'),
    ).toBe('bianshi-evidence-news.example-20261121-122819.json');
  });

  it('stands without either', () => {
    expect(fileName('report', 'file:///x', 'soon', 'txt')).toBe('bianshi-report.txt');
    expect(fileName('report', 'http://[::1]/', 'soon', 'txt')).toBe('bianshi-report-1.txt');
  });
});

describe('evidenceJson', () => {
  it('holds the item as it travelled', () => {
    const [item] = sampleItems();
    if (item === undefined) throw new Error('no sample');
    expect(JSON.parse(evidenceJson(item, '2026-11-21T12:30:00+08:00', '0.1.0'))).toEqual({
      format: 'bianshi-evidence',
      formatVersion: 1,
      program: 'Bianshi 0.1.0',
      savedAt: '2026-11-21T12:30:00+08:00',
      item: JSON.parse(JSON.stringify(item)),
    });
  });
});

describe('addSite', () => {
  it('adds in order', () => {
    expect(addSite(['c.example'], 'https://A.example/x')).toEqual({
      site: 'a.example',
      sites: ['a.example', 'c.example'],
    });
  });

  it('says why not', () => {
    expect(addSite([], '  ')).toEqual({ error: 'empty' });
    expect(addSite([], 'no site')).toEqual({ error: 'not-a-site' });
    expect(addSite(['a.example'], 'A.example')).toEqual({ error: 'already' });
    const full = Array.from({ length: MAX_PAUSED_SITES }, (_, i) => `s${i}.example`);
    expect(addSite(full, 'new.example')).toEqual({ error: 'too-many' });
  });
});
