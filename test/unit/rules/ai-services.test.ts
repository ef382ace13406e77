import { describe, expect, it } from 'vitest';
import { aiServiceOf } from '../../../lib/rules/ai-services';

describe('AI services', () => {
  it.each([
    ['https://www.doubao.com/chat/1', 'doubao'],
    ['https://chat.deepseek.com/', 'deepseek'],
    ['https://suno.com/song/x', 'suno'],
  ])('are known by their host: %s', (url, id) => {
    expect(aiServiceOf(url)?.id).toBe(id);
  });

  it.each([
    'https://notdoubao.com/',
    'https://doubao.com.evil.example/',
    'https://site.test/?u=doubao.com',
    'about:blank',
    '',
  ])('are no other site: %s', (url) => {
    expect(aiServiceOf(url)).toBeUndefined();
  });
});
