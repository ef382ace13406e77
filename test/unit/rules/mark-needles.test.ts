import { describe, expect, it } from 'vitest';
import {
  candidateMarks,
  MAX_MARK_CANDIDATES,
  MAX_MARK_CHARS,
  mayHoldFrontMatter,
  mayHoldManifest,
  mayHoldMark,
  mentionsAi,
} from '../../../lib/rules/mark-needles';

describe('mayHoldMark', () => {
  it.each([
    '内容由AI生成',
    '内容由 AI 生成，仅供参考',
    'ＡＩ合成',
    '人工智慧生成內容',
    'A\u200bI生\u200b成',
    'AIGC生成',
    'This image is AI-generated.',
    'made with ai',
    'Written with the help of artificial intelligence',
  ])('sees both elements in %j', (text) => expect(mayHoldMark(text)).toBe(true));

  it.each(['他说 it is said and made', 'AI 时代', '生成报告', 'MAINTAIN what was made', 'OpenAIX generated'])(
    'passes over %j',
    (text) => expect(mayHoldMark(text)).toBe(false),
  );
});

describe('mentionsAi', () => {
  it('takes the name of a product for it only where AI stands by itself', () => {
    expect(mentionsAi('豆包AI')).toBe(true);
    expect(mentionsAi('OpenAI')).toBe(false);
    expect(mentionsAi('Thailand said again')).toBe(false);
  });
});

describe('mayHoldManifest', () => {
  it('sees the start of a wrapper and of a block, and no single selector', () => {
    expect(mayHoldManifest('end\uFEFF\u{E0133}\u{E0122}\u{E0140}')).toBe(true);
    expect(mayHoldManifest('x -----BEGIN C2PA MANIFEST----- https://a.example/m')).toBe(true);
    expect(mayHoldManifest('❤️\uFEFF葛\u{E0101}')).toBe(false);
  });
});

describe('mayHoldFrontMatter', () => {
  it('sees the key on a line of its own', () => {
    expect(mayHoldFrontMatter('---\ntitle: x\nAIGC:\n  Label: "1"\n---')).toBe(true);
    expect(mayHoldFrontMatter('about AIGC: a study')).toBe(false);
  });
});

describe('candidateMarks', () => {
  it('gives a text that is nothing else as it stands, with white space as a page shows it', () => {
    expect(candidateMarks('  内容由AI\n   生成 ')).toEqual([{ place: 'beside', value: '内容由AI 生成' }]);
  });

  it('finds lines of their own at the start, the end and between', () => {
    const prose = '今天我们聊一聊怎么做一碗好吃的面条，'.repeat(12);
    expect(candidateMarks(`AI生成\n${prose}\n（内容由AI合成）\n${prose}\n> AI生成，仅供参考`)).toEqual([
      { place: 'start', value: 'AI生成' },
      { place: 'middle', value: '（内容由AI合成）' },
      { place: 'end', value: '> AI生成，仅供参考' },
    ]);
  });

  it('finds the first and last sentences of prose', () => {
    const prose = '面条要先和面，再醒面。'.repeat(30);
    expect(candidateMarks(`本文由AI生成。${prose}内容由AI生成，仅供参考。`)).toEqual([
      { place: 'start', value: '本文由AI生成。' },
      { place: 'end', value: '内容由AI生成，仅供参考。' },
    ]);
  });

  it('leaves out sentences of prose that speak of another thing, and keeps the question mark', () => {
    const prose = '记者昨天到现场了解情况。'.repeat(30);
    expect(candidateMarks(`${prose}该视频由AI生成。`)).toEqual([]);
    expect(candidateMarks(`${prose}内容由AI生成？`)).toEqual([{ place: 'end', value: '内容由AI生成？' }]);
  });

  it('finds a footer that is repeated once', () => {
    const footer = '（内容由AI生成，仅供参考）';
    const found = candidateMarks(`${'正文很长。'.repeat(60)}${footer.repeat(20)}`);
    expect(found).toEqual([{ place: 'middle', value: footer }]);
  });

  it('takes apart a line of details, but not a menu', () => {
    expect(candidateMarks('2025-09-01 · AI生成 · 3分钟阅读').map(({ value }) => value)).toContain('AI生成');
    expect(candidateMarks('首页 | AI生成 | 会员').map(({ value }) => value)).not.toContain('AI生成');
  });

  it('is bounded by number and length', () => {
    const many = Array.from({ length: 100_000 }, (_, at) => `内容由AI生成${at}`).join('\n');
    const found = candidateMarks(many);
    expect(found).toHaveLength(MAX_MARK_CANDIDATES);
    expect(found.every(({ value }) => value.length <= MAX_MARK_CHARS)).toBe(true);
    expect(candidateMarks('（AI生成'.repeat(300_000))).toEqual([]);
  });
});
