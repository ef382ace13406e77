import type { IDBPTransaction } from 'idb';
import type { Submission } from '../submission';
import { type LedgerDatabase, type LedgerSchema, ledgerDatabase } from './database';
import type { Look, ReportEntry } from './entry';
import { type Instant, withLook, withReceipt } from './entry-changes';
import { ledgerFault } from './fault';
import { newEntry } from './new-entry';
import { tellChange } from './news';
import { mediaKey, type ReportSummary, summaryOf } from './summary';

/** On disk before it is said to be kept (IndexedDB 3.0 §4.9.4). */
const STRICT = { durability: 'strict' } as const;

/** Stores that one report is spread over. */
const PARTS = ['reports', 'summaries', 'blobs'] as const;

/** A change of an entry; `undefined` leaves it as it is. */
export type Change = (entry: ReportEntry) => ReportEntry | undefined;

/**
 * Keeps a confirmed report with its evidence, in one transaction. The same submission twice is kept once.
 *
 * @param now milliseconds since the epoch
 * @throws LedgerFault; nothing was kept then
 */
export function addReport(submission: Submission, now: number): Promise<void> {
  return during(async (db) => {
    const change = db.transaction(PARTS, 'readwrite', STRICT);
    const known = await change.objectStore('reports').getKey(submission.id);
    const writes = known === undefined ? writesOf(newEntry(submission, now), submission.evidence) : [];
    await Promise.all([...writes.map((write) => write(change)), change.done]);
    tellChange();
  });
}

type Writing = IDBPTransaction<LedgerSchema, typeof PARTS, 'readwrite'>;

function writesOf(
  entry: ReportEntry,
  evidence: Submission['evidence'],
): ((change: Writing) => Promise<unknown>)[] {
  const { id } = entry;
  const blob = evidence?.bytes;
  return [
    (change) => change.objectStore('reports').put(entry),
    (change) => change.objectStore('summaries').put(summaryOf(entry)),
    ...(blob === undefined ? [] : [(change: Writing) => change.objectStore('blobs').put({ id, blob })]),
  ];
}

/** A report as kept. @throws LedgerFault */
export function readReport(id: string): Promise<ReportEntry | undefined> {
  return during((db) => db.get('reports', id));
}

/** Its evidence package. @throws LedgerFault */
export function readEvidence(id: string): Promise<Blob | undefined> {
  return during(async (db) => (await db.get('blobs', id))?.blob);
}

/** What is kept of a look beside its words: the file as it was then, and a picture of the page. */
export type LookFiles = { readonly copy?: Blob; readonly picture?: Blob };
export type LookFile = keyof LookFiles;

/**
 * Adds what was found when a medium was looked at again, with what was kept of it, in one transaction.
 *
 * @throws LedgerFault; nothing was kept then
 */
export function addLook(id: string, look: Look, files: LookFiles, at: Instant): Promise<void> {
  return during(async (db) => {
    const change = db.transaction(PARTS, 'readwrite', STRICT);
    const entry = await change.objectStore('reports').get(id);
    const { copy, picture } = files;
    const marks: Partial<Look> = { ...(copy && { kept: true }), ...(picture && { picture: 'kept' }) };
    const writes = entry === undefined ? [] : writesOf(withLook(entry, { ...look, ...marks }, at), undefined);
    for (const [file, blob] of Object.entries({ copy, picture }))
      if (entry && blob)
        writes.push((to) => to.objectStore('blobs').put({ id: fileKey(id, at.iso, file as LookFile), blob }));
    await Promise.all([...writes.map((write) => write(change)), change.done]);
    tellChange();
  });
}

/** Largest file attached as a receipt: a scan or a saved mail. */
export const MAX_RECEIPT_BYTES = 16 * 1024 * 1024;

/**
 * Adds a receipt the person was given elsewhere, with the file they attached, in one transaction.
 *
 * @throws LedgerFault; nothing was kept then. RangeError for a file beyond {@link MAX_RECEIPT_BYTES}
 */
export async function addReceipt(
  id: string,
  words: string,
  file: File | undefined,
  at: Instant,
): Promise<void> {
  if (file !== undefined && file.size > MAX_RECEIPT_BYTES) throw new RangeError('too large for a receipt');
  await during(async (db) => {
    const change = db.transaction(PARTS, 'readwrite', STRICT);
    const entry = await change.objectStore('reports').get(id);
    const next = entry && withReceipt(entry, words, at, file && { name: file.name, size: file.size });
    const writes = next === undefined ? [] : writesOf(next, undefined);
    if (next && file)
      writes.push((to) => to.objectStore('blobs').put({ id: receiptKey(id, at.iso), blob: file }));
    await Promise.all([...writes.map((write) => write(change)), change.done]);
    tellChange();
  });
}

/** The file attached to a receipt. @throws LedgerFault */
export function readReceiptFile(id: string, at: string): Promise<Blob | undefined> {
  return during(async (db) => (await db.get('blobs', receiptKey(id, at)))?.blob);
}

const receiptKey = (id: string, at: string): string => `${id} ${at} receipt`;

/** What was kept of one look. @throws LedgerFault */
export function readLookFile(id: string, at: string, file: LookFile): Promise<Blob | undefined> {
  return during(async (db) => (await db.get('blobs', fileKey(id, at, file)))?.blob);
}

/** Files of looks lie behind the evidence of their report, so that they go with it. */
const fileKey = (id: string, at: string, file: LookFile): string =>
  file === 'copy' ? `${id} ${at}` : `${id} ${at} ${file}`;
const keysOf = (id: string): IDBKeyRange => IDBKeyRange.bound(id, `${id} \uffff`);

/** All summaries, in no order. @throws LedgerFault */
export function readSummaries(): Promise<readonly ReportSummary[]> {
  return during((db) => db.getAll('summaries'));
}

/** All reports whole, for an export. @throws LedgerFault */
export function readReports(): Promise<readonly ReportEntry[]> {
  return during((db) => db.getAll('reports'));
}

/** Reports on one medium. @throws LedgerFault */
export function reportsOn(mediaUrl: string): Promise<readonly ReportSummary[]> {
  return during((db) => db.getAllFromIndex('summaries', 'mediaUrl', mediaKey(mediaUrl)));
}

/**
 * Changes one entry and its summary together.
 *
 * @returns the entry as it is now; `undefined` where there is none, or nothing was changed
 * @throws LedgerFault
 */
export function changeReport(id: string, change: Change): Promise<ReportEntry | undefined> {
  return during(async (db) => {
    const transaction = db.transaction(PARTS, 'readwrite', STRICT);
    const entry = await transaction.objectStore('reports').get(id);
    const next = entry === undefined ? undefined : change(entry);
    if (next !== undefined)
      await Promise.all([
        transaction.objectStore('reports').put(next),
        transaction.objectStore('summaries').put(summaryOf(next)),
      ]);
    await transaction.done;
    if (next !== undefined) tellChange();
    return next;
  });
}

/** Forgets reports with their evidence and copies. @throws LedgerFault */
export function removeReports(ids: readonly string[]): Promise<void> {
  return during(async (db) => {
    const change = db.transaction(PARTS, 'readwrite', STRICT);
    const deletions = ids.flatMap((id) => PARTS.map((part) => change.objectStore(part).delete(keysOf(id))));
    await Promise.all([...deletions, change.done]);
    tellChange();
  });
}

/** Runs a job on the database; whatever goes wrong is said as a fault of the ledger. */
export async function during<T>(job: (db: LedgerDatabase) => Promise<T>): Promise<T> {
  try {
    return await job(await ledgerDatabase());
  } catch (error) {
    throw ledgerFault(error);
  }
}
