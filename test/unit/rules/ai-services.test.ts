import { describe, expect, it } from 'vitest';
import { aiServiceOf } from '../../../lib/rules/ai-services';

describe('AI services', () => {
  it.each([
    ['https://www.doubao.com/chat/1', 'doubao'],
    ['https://chat.deepseek.com/', 'deepseek'],
    ['https://suno.com/song/x', 'suno'],
    ['https://chatgpt.com/c/1', 'chatgpt'],
    ['https://yuanbao.tencent.com/chat/1', 'yuanbao'],
    ['https://www.kimi.com/chat/1', 'kimi'],
    ['https://www.tongyi.com/', 'qianwen'],
  ])('are known by their host: %s', (url, id) => {
    expect(aiServiceOf(url)?.id).toBe(id);
  });

  it.each([
    'https://notdoubao.com/',
    'https://www.google.com/',
    'https://tieba.baidu.com/p/1',
    'https://v.qq.com/',
    'https://doubao.com.evil.example/',
    'https://site.test/?u=doubao.com',
    'about:blank',
    '',
  ])('are no other site: %s', (url) => {
    expect(aiServiceOf(url)).toBeUndefined();
  });
});
