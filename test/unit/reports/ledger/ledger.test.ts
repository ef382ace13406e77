import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { LEDGER_DATABASE, LEDGER_VERSION, openLedger } from '../../../../lib/reports/ledger/database';
import { dropDraft, loadDraft, saveDraft } from '../../../../lib/reports/ledger/drafts';
import { withState } from '../../../../lib/reports/ledger/entry-changes';
import { LedgerFault, ledgerFault } from '../../../../lib/reports/ledger/fault';
import {
  addLook,
  addReceipt,
  addReport,
  changeReport,
  MAX_RECEIPT_BYTES,
  readEvidence,
  readLookFile,
  readReceiptFile,
  readReport,
  readReports,
  readSummaries,
  removeReports,
  reportsOn,
} from '../../../../lib/reports/ledger/ledger';
import { newEntry } from '../../../../lib/reports/ledger/new-entry';
import { summaryOf } from '../../../../lib/reports/ledger/summary';
import { isToken, loadToken, saveToken } from '../../../../lib/reports/ledger/tokens';
import { evidenceOf, idOf, submissionTo } from '../../../support/reports/submissions';

const CHANNEL = { kind: 'api', url: 'https://reports.example' } as const;
const AT = { iso: '2026-11-21T13:00:00+08:00', ms: 1_795_237_200_000 };

beforeEach(async () => {
  await removeReports((await readSummaries()).map(({ id }) => id));
});

describe('the ledger', () => {
  it('keeps a report with its evidence, and says where it stands', async () => {
    const submission = submissionTo(CHANNEL, 1, { evidence: evidenceOf('a package') });
    await addReport(submission, AT.ms);
    expect(await readReport(idOf(1))).toMatchObject({
      state: 'sent',
      delivery: { state: 'queued', attempts: 0, due: AT.ms },
      submission: { evidence: { name: 'evidence.zip', size: 9 } },
      events: [{ kind: 'confirmed', channel: 'api', at: submission.confirmedAt }],
    });
    expect(await (await readEvidence(idOf(1)))?.text()).toBe('a package');
    expect(await readSummaries()).toMatchObject([
      { id: idOf(1), state: 'sent', delivery: 'queued', due: AT.ms },
    ]);
  });

  it('gives nothing to the outbox where its person delivers themselves', async () => {
    await addReport(submissionTo({ kind: 'mail', address: 'a@example.org' }, 2), AT.ms);
    expect((await readReport(idOf(2)))?.delivery).toBeUndefined();
    expect((await readSummaries())[0]?.due).toBeUndefined();
  });

  it('keeps the file as it was at each look, for as long as its report', async () => {
    await addReport(submissionTo(CHANNEL, 1, { evidence: evidenceOf('a package') }), AT.ms);
    await addReport(submissionTo(CHANNEL, 2, { evidence: evidenceOf('another') }), AT.ms);
    const files = { copy: new Blob(['now']), picture: new Blob(['page']) };
    await addLook(idOf(1), { outcome: 'changed', bytes: 3 }, files, AT);
    const later = { ...AT, iso: '2026-11-22T13:00:00+08:00' };
    await addLook(idOf(1), { outcome: 'gone', picture: 'not-open' }, {}, later);
    expect((await readReport(idOf(1)))?.events.slice(1)).toEqual([
      { at: AT.iso, kind: 'look', look: { outcome: 'changed', bytes: 3, kept: true, picture: 'kept' } },
      { at: '2026-11-22T13:00:00+08:00', kind: 'look', look: { outcome: 'gone', picture: 'not-open' } },
    ]);
    const texts = ['copy', 'picture'] as const;
    const kept = texts.map(async (file) => (await readLookFile(idOf(1), AT.iso, file))?.text());
    expect(await Promise.all(kept)).toEqual(['now', 'page']);
    expect(await (await readEvidence(idOf(1)))?.text()).toBe('a package');
    await removeReports([idOf(1)]);
    expect(await Promise.all(texts.map((file) => readLookFile(idOf(1), AT.iso, file)))).toEqual([
      undefined,
      undefined,
    ]);
    expect(await readEvidence(idOf(1))).toBeUndefined();
    expect(await (await readEvidence(idOf(2)))?.text()).toBe('another');
  });

  it('keeps the file a person attached to a receipt, for as long as its report', async () => {
    await addReport(submissionTo(CHANNEL, 1), AT.ms);
    const scan = new File(['scan'], 'receipt\u202egpj.png', { type: 'image/png' });
    await addReceipt(idOf(1), ' ', scan, AT);
    await addReceipt(idOf(1), 'No. 42', undefined, AT);
    expect(await readReport(idOf(1))).toMatchObject({
      state: 'receipt',
      receipts: [
        { at: AT.iso, words: 'receipt gpj.png', from: 'person', file: { size: 4 } },
        { at: AT.iso, words: 'No. 42', from: 'person' },
      ],
    });
    expect(await (await readReceiptFile(idOf(1), AT.iso))?.text()).toBe('scan');
    const large = { name: 'a', size: MAX_RECEIPT_BYTES + 1 } as File;
    await expect(addReceipt(idOf(1), '', large, AT)).rejects.toBeInstanceOf(RangeError);
    await removeReports([idOf(1)]);
    expect(await readReceiptFile(idOf(1), AT.iso)).toBeUndefined();
  });

  it('looks at no report that is not there', async () => {
    await addLook(idOf(9), { outcome: 'there' }, { copy: new Blob(['now']) }, AT);
    expect([await readReport(idOf(9)), await readLookFile(idOf(9), AT.iso, 'copy')]).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('keeps the same submission once, as it was', async () => {
    await addReport(submissionTo(CHANNEL), AT.ms);
    await changeReport(idOf(1), (entry) => withState(entry, 'closed', AT));
    await addReport(submissionTo(CHANNEL), AT.ms + 1);
    expect(await readReports()).toHaveLength(1);
    expect((await readReport(idOf(1)))?.state).toBe('closed');
  });

  it('changes an entry and its summary together, and nothing where nothing changes', async () => {
    await addReport(submissionTo(CHANNEL), AT.ms);
    await changeReport(idOf(1), (entry) => withState(entry, 'closed', AT));
    expect(await readSummaries()).toMatchObject([{ state: 'closed', updatedAt: AT.iso }]);
    expect(await changeReport(idOf(1), (entry) => withState(entry, 'closed', AT))).toBeUndefined();
    expect(await changeReport(idOf(9), () => newEntry(submissionTo(CHANNEL, 9), 0))).toBeUndefined();
    expect(await readReport(idOf(9))).toBeUndefined();
  });

  it('knows what was reported before', async () => {
    await addReport(submissionTo(CHANNEL, 1), AT.ms);
    await addReport(submissionTo(CHANNEL, 2), AT.ms);
    expect((await reportsOn('https://cdn.example/2.jpg')).map(({ id }) => id)).toEqual([idOf(2)]);
    expect(await reportsOn('https://cdn.example/3.jpg')).toEqual([]);
  });

  it('forgets a report with everything that belongs to it', async () => {
    await addReport(submissionTo(CHANNEL, 1, { evidence: evidenceOf('a package') }), AT.ms);
    await removeReports([idOf(1)]);
    expect([await readReport(idOf(1)), await readEvidence(idOf(1)), await readSummaries()]).toEqual([
      undefined,
      undefined,
      [],
    ]);
  });

  it('keeps all of a report or nothing: a full disk is said, and leaves it as it was', async () => {
    const full = new DOMException('no room', 'QuotaExceededError');
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw full;
    });
    const kept = addReport(submissionTo(CHANNEL, 5), AT.ms);
    await expect(kept).rejects.toMatchObject({ name: 'LedgerFault', kind: 'full' });
    put.mockRestore();
    expect(await readReport(idOf(5))).toBeUndefined();
  });
});

describe('faults', () => {
  it('are told by the names of IndexedDB', () => {
    const named = (name: string) => ledgerFault(new DOMException('', name)).kind;
    expect(['QuotaExceededError', 'VersionError', 'UnknownError'].map(named)).toEqual([
      'full',
      'newer',
      'unavailable',
    ]);
    const fault = new LedgerFault('full');
    expect(ledgerFault(fault)).toBe(fault);
  });
});

describe('a ledger of an earlier version', () => {
  it.each(Array.from({ length: LEDGER_VERSION - 1 }, (_, at) => at + 1))(
    '%i is brought up to date with its reports',
    async (version) => {
      vi.resetModules();
      vi.stubGlobal('indexedDB', new (await import('fake-indexeddb')).IDBFactory());
      const old = await openLedger(version);
      const entry = newEntry(submissionTo(CHANNEL, 7), AT.ms);
      await old.put('reports', entry);
      await old.put('summaries', summaryOf(entry));
      old.close();
      const now = await openLedger();
      expect(now.version).toBe(LEDGER_VERSION);
      expect(await now.get('reports', idOf(7))).toEqual(entry);
      expect([...now.objectStoreNames]).toEqual(['blobs', 'drafts', 'reports', 'summaries', 'tokens']);
      now.close();
      vi.unstubAllGlobals();
    },
  );

  it('is left alone when it is of a later one', async () => {
    vi.stubGlobal('indexedDB', new (await import('fake-indexeddb')).IDBFactory());
    (await openLedger(LEDGER_VERSION + 1)).close();
    await expect(openLedger()).rejects.toMatchObject({ kind: 'newer' });
    await deleteDB(LEDGER_DATABASE);
    vi.unstubAllGlobals();
  });
});

describe('drafts and tokens', () => {
  it('keep a report under way, the newest of each and fifty in all', async () => {
    for (let at = 0; at < 60; at += 1)
      await saveDraft({ key: `k${at}`, edit: { at }, at: new Date(at * 1000).toISOString() });
    expect([await loadDraft('k9'), await loadDraft('k10'), await loadDraft('k59')]).toEqual([
      undefined,
      { at: 10 },
      { at: 59 },
    ]);
    await dropDraft('k59');
    expect(await loadDraft('k59')).toBeUndefined();
  });

  it('keep one token for each endpoint, until it is emptied', async () => {
    await saveToken('https://a.example', 'one');
    await saveToken('https://a.example', 'two');
    expect([await loadToken('https://a.example'), await loadToken('https://b.example')]).toEqual([
      'two',
      undefined,
    ]);
    await saveToken('https://a.example', '');
    expect(await loadToken('https://a.example')).toBeUndefined();
  });

  it('tell what a header can carry', () => {
    expect(['abc-._~+/=', 'a b', 'a\r\nX: y', '标识', ''].map(isToken)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});
