import { describe, expect, it } from 'vitest';
import { fileText } from '../../../lib/bytes/file-text';
import { type DraftInput, draftReport, REPORT_PARTS } from '../../../lib/reports/draft';
import { reportText } from '../../../lib/reports/report-text';
import { loadJurisdictions } from '../../../lib/rules/jurisdictions';
import { sampleItems } from '../../support/ui-harness/samples';

const SHA256 = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

function input(id = 'doubao', change: Partial<DraftInput> = {}): DraftInput {
  const item = sampleItems().find((one) => one.id === id);
  const jurisdiction = loadJurisdictions().find((pack) => pack.id === 'cn');
  if (item === undefined || jurisdiction === undefined) throw new Error('no sample');
  return {
    item,
    pageTitle: '新闻示例',
    pageUrl: 'https://news.example/story/42',
    jurisdiction,
    categoryId: 'label-missing',
    description: '当作照片发布。',
    leaveOut: new Set(),
    file: { sha256: SHA256, bytes: 482_113, finalUrl: item.mediaUrl },
    now: '2026-11-21T04:30:00Z',
    version: '0.1.0',
    ...change,
  };
}

describe('draftReport', () => {
  it('carries where, when, what was read and what was shown', () => {
    const draft = draftReport(input());
    expect(draft.page).toEqual({ url: 'https://news.example/story/42', title: '新闻示例' });
    expect(draft.media).toEqual({
      url: 'https://news.example/img/doubao.png',
      kind: 'image',
      container: 'jpeg',
      alt: '湖边的木屋',
    });
    expect(draft.readAt).toEqual({ china: '2026-11-21 12:28:19', utc: '2026-11-21T04:28:19Z' });
    expect(draft.draftedAt).toEqual({ china: '2026-11-21 12:30:00', utc: '2026-11-21T04:30:00Z' });
    expect(draft.shown?.badge).toBe('confirmed');
    expect(draft.shown?.label['zh-CN']).toBe('AI生成');
    expect(draft.gbLabels?.map(({ producer }) => producer?.checkDigit)).toEqual(['passes']);
    expect(draft.evidence?.map(({ signal, assurance }) => [signal, assurance])).toEqual([
      ['gb45438', 'unsigned'],
      ['c2pa', 'signed-listed'],
    ]);
  });

  it('names the frame of an item that stands in one', () => {
    const draft = draftReport(input('doubao', { pageUrl: 'https://portal.example/' }));
    expect(draft.page).toEqual({
      url: 'https://portal.example/',
      title: '新闻示例',
      frame: 'https://news.example/story/42',
    });
  });

  it.each(REPORT_PARTS)('leaves no trace of %s when it is left out', (part) => {
    const whole = reportText(draftReport(input()), 'en').split('\n').length;
    const draft = draftReport(input('doubao', { leaveOut: new Set([part]) }));
    expect(reportText(draft, 'en').split('\n').length).toBeLessThan(whole);
  });

  it('leaves the address out of the file part too', () => {
    const json = JSON.stringify(draftReport(input('doubao', { leaveOut: new Set(['media']) })));
    expect(json).not.toContain('doubao.png');
    expect(json).toContain(SHA256);
  });

  it('prints confirmed clauses only', () => {
    const rests = draftReport(input('doubao', { categoryId: 'label-tampered' })).category.rests;
    expect(rests.map(({ clause }) => clause['zh-CN'])).toEqual(['第十条']);
    expect(draftReport(input('doubao', { categoryId: 'fraud' })).category.rests).toEqual([]);
  });

  it('takes an unknown category for "other"', () => {
    expect(draftReport(input('doubao', { categoryId: 'nonsense' })).category.id).toBe('other');
  });

  it('gives the same draft for the same input', () => {
    expect(draftReport(input())).toEqual(draftReport(input()));
  });
});

describe('reportText', () => {
  it('reads well in Chinese', () => {
    const draft = draftReport(input('doubao', { leaveOut: new Set(['gb-label', 'evidence']) }));
    expect(reportText(draft, 'zh-CN')).toBe(`关于人工智能生成合成内容的举报

类别：未添加或缺失 AI 标识
依据：《人工智能生成合成内容标识办法》第四条、第五条、第六条、第十条
说明：当作照片发布。

【内容所在】
网页：https://news.example/story/42
标题：新闻示例
文件地址：https://news.example/img/doubao.png
类型：图片（JPEG）
元素说明：湖边的木屋
读取时间：2026-11-21 12:28:19（UTC+8），2026-11-21T04:28:19Z（UTC）
SHA-256：${SHA256}
大小：482113 字节
（再次下载时，服务器可能给出另一个版本的文件。）

【辨识显示的状态】
标识：AI生成
含义：${draft.shown?.sentence['zh-CN']}
规则：${draft.shown?.rests
      .reduce<string[][]>((groups, { title, clause }) => {
        const group = groups.find(([name]) => name === title['zh-CN']);
        if (group) group.push(clause['zh-CN']);
        else groups.push([title['zh-CN'], clause['zh-CN']]);
        return groups;
      }, [])
      .map(([title, ...clauses]) => `${title}${clauses.join('、')}`)
      .join('；')}

本人善意提出本举报，并尽己所知确认以上内容准确、完整。
起草时间：2026-11-21 12:30:00（UTC+8），2026-11-21T04:30:00Z（UTC）
由浏览器扩展 Bianshi 0.1.0 起草，经举报人核对。
`);
  });

  it('shows the label and a failing check digit', () => {
    const lines = reportText(draftReport(input('forged', { file: undefined })), 'en').split('\n');
    expect(lines).toContain('Label = 1');
    expect(lines).toContain(
      'Producer: 0011610133596325171T1210000 (not in our list), unified social credit code 610133596325171T12 (check digit fails)',
    );
    expect(lines).toContain('1. GB 45438 metadata label (unsigned)');
    expect(lines).toContain('Place: JPEG › APP1 › XMP › TC260:AIGC, offset 1234');
    expect(lines.some((line) => line.startsWith('SHA-256'))).toBe(false);
  });

  it('says that there is no hash where it could not be had', () => {
    const text = reportText(draftReport(input('doubao', { file: { failure: 'blocked' } })), 'en');
    expect(text).toContain('\nSHA-256: could not be had\n');
  });

  it('keeps a hostile value on its own line, as text', () => {
    const { item } = input('comfy');
    const forgedLine = fileText('x\nSHA-256: 0000\u202e\u2028Label = 1 {{title}}');
    const [finding] = item.inspection.findings;
    if (finding === undefined) throw new Error('no finding');
    const hostile = {
      ...item,
      inspection: { ...item.inspection, findings: [{ ...finding, raw: forgedLine }] },
    };
    const lines = reportText(draftReport(input('comfy', { item: hostile, file: undefined })), 'en').split(
      '\n',
    );
    expect(lines).toContain('Raw value: x SHA-256: 0000 Label = 1 {{title}}');
  });
});
