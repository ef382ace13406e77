import { describe, expect, it } from 'vitest';
import { fileText } from '../../../../lib/bytes/file-text';
import type { PageFact } from '../../../../lib/facts/page-facts';
import { loadPlatforms } from '../../../../lib/rules/platforms';
import { readPlatformFact } from '../../../../lib/signals/page/platform';

const RULES = loadPlatforms();
const fact = (rule: string, row: string): PageFact => ({
  kind: 'platform',
  rule,
  row,
  path: ['X', 'text'],
  value: fileText('words'),
});

describe('statements of platforms', () => {
  it.each([
    ['douyin', 'metadata', 'confirmed', 'unknown'],
    ['douyin', 'creator', 'possible', 'unknown'],
    ['douyin', 'suspected', 'suspected', 'unknown'],
    ['zhihu', 'creator', 'possible', 'partial'],
    ['instagram', 'metadata-edited', 'confirmed', 'partial'],
    ['instagram', 'watermark', 'suspected', 'unknown'],
    ['youtube', 'how-made', 'possible', 'unknown'],
  ])('%s/%s is %s', (rule, row, state, extent) => {
    expect(readPlatformFact(fact(rule, row), RULES)).toMatchObject({
      signal: `platform:${rule}`,
      place: { path: ['page', 'X', 'text'] },
      raw: 'words',
      states: { kind: 'ai', state, extent },
      assurance: 'platform',
    });
  });

  it('carry the name of the platform, the row and how the platform knows', () => {
    expect(readPlatformFact(fact('douyin', 'metadata'), RULES)?.rows).toEqual([
      { name: 'platform', value: '抖音' },
      { name: 'row', value: 'metadata' },
      { name: 'basis', value: 'platform-metadata' },
    ]);
  });

  it.each([
    ['nobody', 'creator'],
    ['douyin', 'nothing'],
    ['__proto__', 'constructor'],
  ])('of no known row are none: %s/%s', (rule, row) => {
    expect(readPlatformFact(fact(rule, row), RULES)).toBeUndefined();
  });

  it('are not what other facts are', () => {
    const other: PageFact = { kind: 'json-ld', path: [], value: fileText('{}') };
    expect(readPlatformFact(other, RULES)).toBeUndefined();
  });
});
