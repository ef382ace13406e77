import { describe, expect, it } from 'vitest';
import type { PageItem } from '../../../lib/messages/page-items';
import { draftReport } from '../../../lib/reports/draft';
import { openPackage } from '../../../lib/reports/package/open-package';
import { recipientDirectory } from '../../../lib/reports/recipients/directory';
import type { Submission } from '../../../lib/reports/submission';
import { allowedEvidence, type EvidenceKind, gatherEvidence } from '../../../lib/ui/report/model/evidence';
import { readyFiles } from '../../../lib/ui/report/model/report-files';
import { type Sender, sendReport } from '../../../lib/ui/report/send-report';
import type { ReportInHand } from '../../../lib/ui/report/use-report';
import type { ReportServices } from '../../../lib/ui/report-services';
import { rulePack } from '../../../lib/ui/rule-pack';
import { sampleItems, samplePages } from '../../support/ui-harness/samples';

const NOW = '2026-11-21T12:30:00+08:00';
const UUID = '7f3e2b8c-91d4-4f0e-b6ac-0d5c1f22a91c';
/** The draft is dropped last, once the report is kept. */
const DROP = 'drop https://news.example/img/doubao.png';
const PNG = new Blob([new Uint8Array([0x89, 0x50, 0x4e, 0x47])], { type: 'image/png' });

function sample(): PageItem {
  const [item] = sampleItems();
  if (item === undefined) throw new Error('no sample');
  return item;
}

function recipient(id: string) {
  const row = recipientDirectory.find((one) => one.id === id);
  if (row === undefined) throw new Error(`no recipient ${id}`);
  return row;
}

function inHand(to: string, editedText?: string): ReportInHand {
  const item = sample();
  const page = samplePages()['rich'];
  if (page === undefined) throw new Error('no page');
  const draft = draftReport({
    item,
    pageTitle: page.title,
    pageUrl: page.url,
    jurisdiction: rulePack('cn'),
    categoryId: 'label-missing',
    description: '',
    leaveOut: new Set(),
    file: undefined,
    now: NOW,
    version: '0.1.0',
  });
  const edit = { id: UUID, categoryId: 'label-missing', text: editedText };
  const onForm = () => undefined;
  return {
    item,
    page,
    draft,
    edit,
    onForm,
    recipient: recipient(to),
    text: editedText ?? '全文',
  } as unknown as ReportInHand;
}

function world(change: Partial<ReportServices> = {}) {
  const asked: string[] = [];
  const submitted: Submission[] = [];
  const services = {
    copyText: async () => void asked.push('copy'),
    openAddress: async (url: string) => void asked.push(`open ${url.split('?')[0]}`),
    revealItem: async () => void asked.push('reveal'),
    saveBlob: async (name: string) => void asked.push(`save ${name}`),
    submitReport: async (one: Submission) => {
      asked.push('keep');
      submitted.push(one);
    },
    saveDraft: async (key: string, edit: unknown) =>
      void asked.push(edit === undefined ? `drop ${key}` : 'draft'),
    now: () => NOW,
    ...change,
  };
  const sender = { services, jurisdiction: rulePack('cn'), language: 'zh-CN' } as unknown as Sender;
  return { asked, submitted, sender };
}

const files = (...going: readonly EvidenceKind[]) => {
  const medium = { hash: { failure: 'gone' }, bytes: PNG } as const;
  const ready = readyFiles(sample(), { screenshot: PNG, pageCopy: PNG, medium }, 'Bianshi 0.1.0', NOW);
  return { gathering: false, ready, going: ready.filter(({ kind }) => going.includes(kind)), missing: [] };
};

describe('sendReport', () => {
  it('copies and opens first, then saves and keeps', async () => {
    const { asked, submitted, sender } = world();
    const report = {
      ...inHand('cn-12377-site'),
      onForm: (url: string) => void asked.push(`hold for ${url}`),
    };
    await sendReport(report, files('findings', 'screenshot'), 'form', sender);
    expect(asked).toEqual([
      'copy',
      'hold for https://www.12377.cn/',
      'open https://www.12377.cn/',
      'save bianshi-report-news.example-20261121-123000.zip',
      'keep',
      DROP,
    ]);
    const [one] = submitted;
    expect(one).toMatchObject({ id: UUID, channel: 'form', text: '全文', profile: 'cn', confirmedAt: NOW });
    const zip = new Uint8Array((await one?.evidence?.bytes.arrayBuffer()) ?? new ArrayBuffer(0));
    const opened = await openPackage(zip);
    if ('fault' in opened) throw new Error(opened.fault);
    expect(opened.parts.map(({ name, state }) => `${name} ${state}`)).toEqual([
      'report.json same',
      'report.html same',
      'findings.json same',
      'screenshot.png same',
    ]);
    expect(opened.report?.report_id).toBe(UUID);
    expect(JSON.parse(one?.report ?? '')).toEqual(JSON.parse(JSON.stringify(opened.report)));
  });

  it('saves nothing where no file goes along', async () => {
    const { asked, submitted, sender } = world();
    await sendReport(inHand('cn-12377-mail'), files(), 'mail', sender);
    expect(asked).toEqual(['open mailto:jubao@12377.cn', 'keep', DROP]);
    expect(submitted[0]).not.toHaveProperty('evidence');
  });

  it('saves the report itself where saving is the way', async () => {
    const { asked, sender } = world();
    await sendReport(inHand('weibo-menu'), files(), 'save', sender);
    expect(asked).toEqual(['save bianshi-report-news.example-20261121-123000.zip', 'keep', DROP]);
  });

  it('shows the page for its own menu', async () => {
    const { asked, sender } = world();
    await sendReport(inHand('weibo-menu'), files('findings'), 'in-page', sender);
    expect(asked).toEqual(['copy', 'reveal', 'keep', DROP]);
  });

  it('keeps nothing where the clipboard refuses, and rejects where it cannot be kept', async () => {
    const refused = world({ copyText: () => Promise.reject(new Error('no')) } as Partial<ReportServices>);
    await expect(sendReport(inHand('cn-12377-site'), files(), 'copy', refused.sender)).rejects.toThrow('no');
    expect(refused.asked).toEqual([]);
    const full = world({ submitReport: () => Promise.reject(new Error('disk')) });
    await expect(sendReport(inHand('cn-12377-site'), files(), 'copy', full.sender)).rejects.toThrow('disk');
  });

  it('says nothing of page or file in what was changed by hand', async () => {
    const { submitted, sender } = world();
    await sendReport(inHand('cn-12377-site', 'mine'), files(), 'copy', sender);
    expect(submitted[0]?.report).not.toContain('news.example');
    expect(submitted[0]?.text).toBe('mine');
  });
});

describe('allowedEvidence', () => {
  it('leaves content out of a category that keeps none', () => {
    expect(allowedEvidence('obscene-violent', true)).toEqual(['findings']);
    expect(allowedEvidence('fraud', false)).toEqual(['findings', 'screenshot', 'original']);
    expect(allowedEvidence('fraud', true)).toContain('page-copy');
  });
});

describe('gatherEvidence', () => {
  const fail = () => Promise.reject(new Error('not allowed'));
  const services = (change: Partial<ReportServices>) =>
    ({ captureScreen: fail, copyPage: fail, fetchMedium: fail, ...change }) as unknown as ReportServices;

  it('goes without what cannot be had', async () => {
    const wanted = new Set<EvidenceKind>(['screenshot', 'page-copy', 'original']);
    expect(await gatherEvidence(services({}), 1, sample(), wanted, true)).toEqual({
      medium: { hash: { failure: 'network-failed' } },
    });
  });

  it('fetches for the hash alone, and not at all where that was left out', async () => {
    const kept: boolean[] = [];
    const fetchMedium: ReportServices['fetchMedium'] = async (_, __, keep) => {
      kept.push(keep);
      return { hash: { failure: 'gone' } };
    };
    await gatherEvidence(services({ fetchMedium }), 1, sample(), new Set(), true);
    await gatherEvidence(services({ fetchMedium }), 1, sample(), new Set(), false);
    await gatherEvidence(services({ fetchMedium }), 1, sample(), new Set(['original']), false);
    expect(kept).toEqual([false, true]);
  });
});

describe('readyFiles', () => {
  it('repeats nothing of a stated type but a plain one, and names originals by their container', () => {
    const http = { status: 200, contentType: 'image/jpeg; x="<script>"', fetchedAt: NOW };
    const hash = { sha256: '0'.repeat(64), bytes: 4, finalUrl: 'https://a.example/', http };
    const [, original] = readyFiles(sample(), { medium: { hash, bytes: PNG } }, 'Bianshi', NOW);
    expect([original?.name, original?.mime]).toEqual(['original.jpg', 'image/jpeg']);
  });
});
