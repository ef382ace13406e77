import { describe, expect, it } from 'vitest';
import { REPORT_PARTS } from '../../../lib/reports/draft';
import { textOfReport } from '../../../lib/reports/text-of-report';
import { sampleReport } from '../../support/reports/sample-report';

describe('textOfReport', () => {
  it('says what the report was sent with', () => {
    const lines = textOfReport(sampleReport(), 'zh-CN').split('\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        '类别：未添加或缺失 AI 标识',
        '严重程度：较大（举报人的估计，按 GB/T 20986-2023 的用语）',
        '网页：https://news.example/story/42',
        '联系邮箱：zhang@mail.example',
        'HTTP 应答：200 · image/jpeg',
        'Label = 1',
      ]),
    );
  });

  it.each(REPORT_PARTS)('leaves no trace of %s when it was left out', (part) => {
    const whole = textOfReport(sampleReport(), 'en').split('\n').length;
    const without = textOfReport(sampleReport({}, { leaveOut: new Set([part]) }), 'en').split('\n').length;
    expect(without).toBeLessThan(whole);
  });

  it('is the text that was changed by hand', () => {
    expect(textOfReport(sampleReport({ editedText: 'mine' }), 'en')).toBe('mine');
  });
});
