import type { ReportEntry } from '../../../lib/reports/ledger/entry';
import { withLook, withOutcome, withReceipt, withReminder } from '../../../lib/reports/ledger/entry-changes';
import { newEntry } from '../../../lib/reports/ledger/new-entry';
import { summaryOf } from '../../../lib/reports/ledger/summary';
import type { LedgerDesk } from '../../../lib/ui/reports/ledger-desk';
import { sampleSubmission } from '../reports/sample-submission';
import { fakeScreen } from './fake-services';

const AT = { iso: '2026-11-21T12:40:00+08:00', ms: Date.parse('2026-11-21T12:40:00+08:00') };
const DAY_MS = 86_400_000;

/** A few reports, each in a state of its own, or none. */
export function fakeLedgerDesk(which: string): LedgerDesk {
  const entries = new Map((which === 'empty' ? [] : sampleReports()).map((entry) => [entry.id, entry]));
  return {
    summaries: async () => [...entries.values()].map(summaryOf),
    report: async (id) => entries.get(id),
    evidence: async () => new Blob(['evidence']),
    addReceipt: async () => undefined,
    receiptFile: async () => new Blob(['receipt']),
    lookFile: async (_, __, file) => (file === 'picture' ? fakeScreen() : new Blob(['copy'])),
    drafts: async () =>
      which === 'empty'
        ? []
        : [
            {
              key: 'https://cdn.example/9.jpg',
              at: AT.iso,
              edit: {},
              pageUrl: 'https://news.example/story-9',
            },
          ],
    dropDraft: async () => undefined,
    openPage: async () => undefined,
    all: async () => [...entries.values()],
    async change(id, change) {
      const entry = entries.get(id);
      const next = entry && change(entry);
      if (next) entries.set(id, next);
    },
    async remove(ids) {
      for (const id of ids) entries.delete(id);
    },
    retry: async () => undefined,
    poll: async () => undefined,
    lookAgain: async () => undefined,
    signIn: async () => 'sign-in',
    allowNotifications: async () => true,
    instant: () => AT,
  };
}

function sampleReports(): readonly ReportEntry[] {
  const api = { kind: 'api', url: 'https://reports.example' } as const;
  const evidence = {
    name: 'bianshi-evidence.zip',
    mime: 'application/zip',
    sha256: 'ab'.repeat(32),
    bytes: new Blob(['evidence']),
  };
  const delivered = withOutcome(
    newEntry(sampleSubmission(api, 1, { evidence }), AT.ms),
    {
      kind: 'delivered',
      remote: { receipt: 'R-000417', status: 'answered', answer: '已补加标识，感谢反馈。' },
      evidence: 'taken',
    },
    AT,
    0,
  );
  const looked = withLook(
    delivered,
    {
      outcome: 'changed',
      sha256: 'cd'.repeat(32),
      bytes: 482_113,
      verdict: 'ai',
      badge: 'confirmed',
      signals: ['gb-label'],
      kept: true,
      picture: 'kept',
      pageShowsLabel: 'no',
    },
    AT,
  );
  const refused = withOutcome(
    newEntry(sampleSubmission(api, 2), AT.ms),
    { kind: 'ask', problem: { kind: 'token', status: 401, words: 'The bearer token is missing or wrong' } },
    AT,
    0,
  );
  const waiting = withOutcome(
    newEntry(sampleSubmission(api, 3), AT.ms),
    { kind: 'retry', problem: { kind: 'server-error', status: 502 } },
    AT,
    0,
  );
  const mail = newEntry(sampleSubmission({ kind: 'mail', address: 'jubao@example.org' }, 4), AT.ms);
  const due = new Date(AT.ms - DAY_MS).toISOString();
  const reminded = withReminder(
    withReceipt(mail, '受理编号 2026-1121-0042', AT) ?? mail,
    { id: 'r', due, words: '问一下进展' },
    AT,
  );
  return [looked, refused, waiting, reminded];
}
