import { buildReport, type ReportInput } from '../../../lib/reports/build-report';
import { type DraftInput, draftReport } from '../../../lib/reports/draft';
import type { Report } from '../../../lib/reports/report';
import { loadJurisdictions } from '../../../lib/rules/jurisdictions';
import type { RecipientRow } from '../../../lib/rules/recipient-row';
import { sampleItems } from '../ui-harness/samples';

export const SAMPLE_SHA256 = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

/** A recipient of every test. */
export const SAMPLE_RECIPIENT: RecipientRow = {
  id: 'desk',
  name: { 'zh-CN': '受理处', en: 'Desk' },
  kind: 'organization',
  purpose: 'abuse',
  channel: { kind: 'api', url: 'https://desk.example/reports' },
  source: 'a test',
  checkedAt: '2026-11-21',
  confidence: 'managed',
};

/** A whole report on a made-up item, for whatever takes reports. */
export function sampleReport(
  change: Partial<ReportInput> = {},
  draftChange: Partial<DraftInput> = {},
  id = 'doubao',
): Report {
  const item = sampleItems().find((one) => one.id === id);
  const jurisdiction = loadJurisdictions().find((pack) => pack.id === 'cn');
  if (item === undefined || jurisdiction === undefined) throw new Error('no sample');
  const draft = draftReport({
    item,
    pageTitle: '新闻示例',
    pageUrl: 'https://news.example/story/42',
    jurisdiction,
    categoryId: 'label-missing',
    description: '当作照片发布。',
    severity: 'larger',
    reporter: { name: '张三', email: 'zhang@mail.example' },
    leaveOut: new Set(),
    file: {
      sha256: SAMPLE_SHA256,
      bytes: 482_113,
      finalUrl: item.mediaUrl,
      http: {
        status: 200,
        contentType: 'image/jpeg',
        contentLength: 482_113,
        fetchedAt: '2026-11-21T04:29:00Z',
      },
    },
    now: '2026-11-21T04:30:00Z',
    version: '0.1.0',
    ...draftChange,
  });
  return buildReport({
    draft,
    id: '7f3e2b8c-91d4-4f0e-b6ac-0d5c1f22a91c',
    profile: 'cn',
    language: 'zh-CN',
    recipient: SAMPLE_RECIPIENT,
    attachments: [
      {
        name: 'original.jpg',
        content_type: 'image/jpeg',
        description: 'The file as fetched',
        hash: `sha256:${SAMPLE_SHA256}`,
        size: 482_113,
      },
    ],
    now: '2026-11-21T04:31:00Z',
    ...change,
  });
}
