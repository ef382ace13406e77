import { describe, expect, it } from 'vitest';
import { REPORT_PARTS } from '../../../lib/reports/draft';
import { readReport } from '../../../lib/reports/read-report';
import { SAMPLE_SHA256, sampleReport } from '../../support/reports/sample-report';
import { sampleItems } from '../../support/ui-harness/samples';

const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('buildReport', () => {
  it('has the core of XARF v4', () => {
    expect(sampleReport()).toMatchObject({
      xarf_version: '4.0.0',
      report_id: '7f3e2b8c-91d4-4f0e-b6ac-0d5c1f22a91c',
      timestamp: '2026-11-21T04:28:19Z',
      reporter: { org: '张三', contact: 'zhang@mail.example', domain: 'mail.example' },
      source_identifier: 'news.example',
      category: 'content',
      type: 'synthetic_media',
      description: '当作照片发布。',
      tags: ['matter:label-missing', 'label:confirmed'],
    });
    expect(sampleReport({}, { categoryId: 'fraud' }).type).toBe('fraud');
  });

  it('has the members of a notice under Art. 16 DSA', () => {
    expect(sampleReport().notice).toEqual({
      explanation: '当作照片发布。',
      urls: ['https://news.example/story/42', 'https://news.example/img/doubao.png'],
      name: '张三',
      email: 'zhang@mail.example',
      goodFaith: true,
    });
  });

  it('gives the meaning of the category for reasons where the person gave none', () => {
    const report = sampleReport({}, { description: ' ' });
    expect(report.notice.explanation).toBe('由 AI 生成或合成，却没有按规定提示');
    expect(report.description).toBe('由 AI 生成或合成，却没有按规定提示');
  });

  it('names the matter with profile, clauses, estimate and scale', () => {
    const { matter } = sampleReport({}, { categoryId: 'identity-misused' });
    expect(matter.rests.map(({ clause }) => clause.en)).toEqual(['Art. 17(2)', 'Art. 17(3)', 'Art. 4(4)']);
    expect(matter.severity).toEqual({ estimate: 'larger', scale: 'GB/T 20986-2023' });
    expect(matter.dsaTerms).toEqual([
      'KEYWORD_IMPERSONATION_ACCOUNT_HIJACKING',
      'KEYWORD_NON_CONSENSUAL_MATERIAL_DEEPFAKE',
    ]);
  });

  it('holds nothing but the text once it was changed by hand', () => {
    const report = sampleReport({ editedText: 'mine' });
    expect(report.text).toBe('mine');
    expect(report.notice).toEqual({ explanation: 'mine', urls: [], goodFaith: false });
    expect([report.page, report.media, report.file, report.findings, report.gbLabels, report.shown]).toEqual(
      Array.from({ length: 6 }),
    );
    expect(report.reporter).toEqual({ org: '', contact: '', domain: '' });
    expect(JSON.stringify(report)).not.toContain('news.example');
  });

  it('holds no address where page and medium were left out', () => {
    const report = sampleReport({}, { leaveOut: new Set(['page', 'media']) });
    expect(JSON.stringify(report)).not.toContain('news.example');
    expect(JSON.stringify(report)).toContain(SAMPLE_SHA256);
  });
});

describe('readReport', () => {
  it.each(sampleItems().map(({ id }) => id))('takes what is built of %s', (id) => {
    const report = json(sampleReport({}, {}, id));
    expect(readReport(report)).toEqual(report);
  });

  it.each(REPORT_PARTS)('takes a report without %s', (part) => {
    const report = json(sampleReport({}, { leaveOut: new Set([part]) }));
    expect(readReport(report)).toEqual(report);
  });

  it('takes a report changed by hand', () => {
    const report = json(sampleReport({ editedText: 'mine' }));
    expect(readReport(report)).toEqual(report);
  });

  it.each([
    ['an unknown member', { ...sampleReport(), extra: 1 }, 'extra'],
    ['another version', { ...sampleReport(), formatVersion: 1 }, 'formatVersion'],
    ['a line beyond its bound', { ...sampleReport(), program: 'x'.repeat(3000) }, 'program'],
    ['an id that is none', { ...sampleReport(), report_id: '1' }, 'report_id'],
    ['a list', [], 'format'],
    ['nothing', undefined, '(root)'],
  ])('refuses %s and says where', (_, value, where) => {
    expect(readReport(value)).toEqual({ faults: expect.arrayContaining([where]) });
  });
});
