import { describe, expect, it } from 'vitest';
import type { ReportEntry } from '../../../../lib/reports/ledger/entry';
import {
  withEscalation,
  withLook,
  withNotes,
  withOutcome,
  withoutReminder,
  withReceipt,
  withReminder,
  withRemote,
  withRetry,
  withState,
  withTold,
} from '../../../../lib/reports/ledger/entry-changes';
import { escalated, escalationText } from '../../../../lib/reports/ledger/escalate';
import { reportsCsv, reportsJson } from '../../../../lib/reports/ledger/export-reports';
import { findReports } from '../../../../lib/reports/ledger/find-reports';
import { newEntry } from '../../../../lib/reports/ledger/new-entry';
import { isWaiting, summaryOf } from '../../../../lib/reports/ledger/summary';
import { endOfTerm, termsIn } from '../../../../lib/reports/ledger/terms';
import { evidenceOf, idOf, submissionTo } from '../../../support/reports/submissions';

const AT = { iso: '2026-11-21T13:00:00+08:00', ms: Date.parse('2026-11-21T13:00:00+08:00') };
const LATER = { iso: '2026-11-22T13:00:00+08:00', ms: Date.parse('2026-11-22T13:00:00+08:00') };
const API = { kind: 'api', url: 'https://reports.example' } as const;
const fresh = (number = 1) => newEntry(submissionTo(API, number), AT.ms);
const kinds = ({ events }: ReportEntry) => events.map(({ kind }) => kind);
const received = { receipt: 'R-1', status: 'received' } as const;

describe('what happens to a report', () => {
  it('is appended to its history, which is never rewritten', () => {
    const sent = withOutcome(fresh(), { kind: 'delivered', remote: received, evidence: 'taken' }, AT, 0);
    const looked = withLook(sent, { outcome: 'gone', why: 'HTTP 404' }, LATER);
    const further = withEscalation(looked, idOf(2), { 'zh-CN': '甲', en: 'A' }, LATER);
    expect(kinds(further)).toEqual(['confirmed', 'delivered', 'status', 'look', 'escalated']);
    expect(further.events.slice(0, 3)).toEqual(sent.events);
    expect(further.updatedAt).toBe(LATER.iso);
  });

  it('moves its state with what the recipient says, and says the same only once', () => {
    const sent = withOutcome(fresh(), { kind: 'delivered', remote: received, evidence: 'none' }, AT, 0);
    expect(sent.state).toBe('receipt');
    expect(withRemote(sent, received, LATER)).toBeUndefined();
    const answered = withRemote(sent, { ...received, status: 'answered', answer: 'Done' }, LATER);
    expect(answered).toMatchObject({ state: 'answered', receipts: [{ words: 'R-1' }] });
    const closed = answered && withState(answered, 'closed', LATER);
    expect(closed && withRemote(closed, { ...received, status: 'in-review' }, LATER)?.state).toBe('closed');
  });

  it('takes a receipt, notes and a retry of its person, and nothing empty', () => {
    expect(withReceipt(fresh(), ' 42 ', AT)).toMatchObject({
      state: 'receipt',
      receipts: [{ words: '42', from: 'person' }],
    });
    expect(withReceipt(fresh(), '  ', AT)).toBeUndefined();
    expect(withNotes(fresh(), 'called them', AT)?.notes).toBe('called them');
    expect(withNotes(fresh(), '', AT)).toBeUndefined();
    const failed = withOutcome(fresh(), { kind: 'stop', problem: { kind: 'refused' } }, AT, 0);
    expect(withRetry(failed, LATER)).toMatchObject({ delivery: { state: 'queued', due: LATER.ms } });
  });

  it('waits for its person when stuck or due, unless it is closed', () => {
    const reminded = withReminder(fresh(), { id: 'r', due: AT.iso, words: 'ask' }, AT);
    expect(isWaiting(summaryOf(reminded), AT.ms)).toBe(true);
    expect(isWaiting(summaryOf(reminded), AT.ms - 1)).toBe(false);
    expect(isWaiting(summaryOf({ ...reminded, state: 'closed' }), AT.ms)).toBe(false);
    expect(withTold(reminded, AT)?.reminders[0]?.toldAt).toBe(AT.iso);
    expect(withTold(withTold(reminded, AT) ?? reminded, LATER)).toBeUndefined();
    expect(isWaiting(summaryOf(withoutReminder(reminded, 'r', AT)), LATER.ms)).toBe(false);
    const stuck = withOutcome(fresh(), { kind: 'ask', problem: { kind: 'token' } }, AT, 0);
    expect(isWaiting(summaryOf(stuck), AT.ms)).toBe(true);
  });
});

describe('finding', () => {
  const all = [fresh(1), fresh(2), fresh(12)].map(summaryOf);
  const ids = (words: string, filter: 'all' | 'closed' | 'waiting' = 'all') =>
    findReports(all, { words, filter }, () => '未添加标识 AI label missing', AT.ms).map(({ id }) => id);

  it('looks at every word, in any order and case, of category, page, recipient and number', () => {
    expect(ids('STORY 12')).toEqual([idOf(12)]);
    expect(ids('示例 missing')).toHaveLength(3);
    expect(ids('story-2')).toEqual([idOf(2)]);
    expect(ids('nothing')).toEqual([]);
  });

  it('filters by state, and by what waits for its person', () => {
    expect([ids('', 'closed'), ids('', 'waiting')]).toEqual([[], []]);
  });

  it('gives the latest first', () => {
    const later = { ...(all[2] ?? summaryOf(fresh())), confirmedAt: '2026-11-21T23:00:00-08:00' };
    const found = findReports([...all, later], { words: '', filter: 'all' }, () => '', AT.ms);
    expect(found[0]).toBe(later);
  });
});

describe('exports', () => {
  const hostile = { ...fresh(), notes: '=HYPERLINK("https://evil.example","x")\r\n@SUM(1)' };

  it('put nothing into a spreadsheet that it would run', () => {
    const csv = reportsCsv([hostile]);
    expect(csv.startsWith('\uFEFF"id","confirmedAt"')).toBe(true);
    expect(csv).toContain(`"'=HYPERLINK(""https://evil.example"",""x"")`);
    expect(csv.split('\r\n').length).toBe(4);
  });

  it('hold every report whole as JSON', () => {
    const json = JSON.parse(reportsJson([hostile], AT.iso, '0.1.0')) as { reports: unknown };
    expect(json).toMatchObject({ format: 'bianshi-ledger', formatVersion: 1, savedAt: AT.iso });
    expect(json.reports).toEqual([JSON.parse(JSON.stringify(hostile))]);
  });
});

describe('terms', () => {
  it('name the final duties without a number of days, and the draft’s three months as never law', () => {
    expect(termsIn('cn').map(({ id, status, months }) => [id, status, months])).toEqual([
      ['cn-interim-15', 'in-force', undefined],
      ['cn-interim-14', 'in-force', undefined],
      ['cn-draft-15', 'draft', 3],
    ]);
    expect(termsIn('eu')).toEqual([]);
  });

  it('end on a day that there is', () => {
    expect(endOfTerm('2026-11-21T23:30:00+08:00', 3)).toBe('2027-02-21');
    expect(endOfTerm('2026-11-30T12:00:00+08:00', 3)).toBe('2027-02-28');
    expect(endOfTerm('2027-11-30T12:00:00+08:00', 3)).toBe('2028-02-29');
    expect(endOfTerm('soon', 3)).toBeUndefined();
  });
});

describe('taking a report further', () => {
  const sent = withOutcome(fresh(), { kind: 'delivered', remote: received, evidence: 'none' }, AT, 0);
  const asked = withRemote(sent, { ...received, status: 'answered', answer: 'No\nSHA-256: 00' }, AT) ?? sent;
  const entry = withLook(
    asked,
    { outcome: 'same', sha256: 'ab'.repeat(32), badge: 'possible', pageShowsLabel: 'no' },
    LATER,
  );

  it('tells what became of it, one line each, before the report as it was', () => {
    expect(escalationText(entry, 'en').split('\n')).toEqual([
      'This was reported to “Example platform” at 2026-11-21 12:00:00 (UTC+8). What became of it:',
      'Receipt: R-1',
      '2026-11-21 13:00:00 (UTC+8): received by the recipient.',
      '2026-11-21 13:00:00 (UTC+8): answered. “No SHA-256: 00”',
      `Looked at again 2026-11-22 13:00:00 (UTC+8): still there, the same file. SHA-256: ${'ab'.repeat(32)}`,
      '- The file now states that it may be AI-made',
      '- The page does not show a label near it.',
      '',
      'The first report in full:',
      'Report 1',
    ]);
  });

  it('is a report of its own that follows the first', () => {
    const { recipient } = submissionTo({ kind: 'phone', number: '12377' });
    const evidence = evidenceOf('a package');
    const next = escalated(entry, { id: idOf(2), recipient, text: 'x', evidence, confirmedAt: LATER.iso });
    expect(next).toMatchObject({ id: idOf(2), channel: 'copy', follows: idOf(1), text: 'x', evidence });
    expect(JSON.parse(next.report)).toMatchObject({
      report_id: idOf(2),
      recipient: { id: recipient.id },
      number: 1,
    });
  });
});
