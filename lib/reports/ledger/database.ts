import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { ReportEntry } from './entry';
import { ledgerFault } from './fault';
import type { ReportSummary } from './summary';

/** Name of the database; views and background of the extension share it. */
export const LEDGER_DATABASE = 'ledger';

/** The evidence package of a report. */
export type KeptBlob = { readonly id: string; readonly blob: Blob };

/** A report under way, as its view holds it; `edit` is that view's own business. */
export type KeptDraft = {
  readonly key: string;
  readonly at: string;
  readonly edit: unknown;
  /** Page on which it was begun. */
  readonly pageUrl?: string;
};

/** A bearer token, by the address of the endpoint it is for. Kept apart from entries, so that no export holds it. */
export type KeptToken = { readonly url: string; readonly token: string };

export interface LedgerSchema extends DBSchema {
  reports: { key: string; value: ReportEntry };
  summaries: {
    key: string;
    value: ReportSummary;
    indexes: { due: number; mediaUrl: string; remindAt: string };
  };
  blobs: { key: string; value: KeptBlob };
  drafts: { key: string; value: KeptDraft };
  tokens: { key: string; value: KeptToken };
}

export type LedgerDatabase = IDBPDatabase<LedgerSchema>;

/**
 * What each version adds to the one before. A step is never changed once it was released: a change of shape is a new
 * step, which also brings the entries of the earlier version up to date.
 */
const STEPS: readonly ((db: LedgerDatabase) => void)[] = [
  (db) => {
    db.createObjectStore('reports', { keyPath: 'id' });
    db.createObjectStore('blobs', { keyPath: 'id' });
    const summaries = db.createObjectStore('summaries', { keyPath: 'id' });
    summaries.createIndex('due', 'due');
    summaries.createIndex('mediaUrl', 'mediaUrl');
    summaries.createIndex('remindAt', 'remindAt');
  },
  (db) => {
    db.createObjectStore('drafts', { keyPath: 'key' });
    db.createObjectStore('tokens', { keyPath: 'url' });
  },
];

export const LEDGER_VERSION = STEPS.length;

/**
 * Opens a ledger of a version, bringing an older one up to it.
 *
 * @throws LedgerFault `newer` for a ledger of a later version, `unavailable` where there is no storage
 */
export async function openLedger(version = LEDGER_VERSION, onGone?: () => void): Promise<LedgerDatabase> {
  let db: LedgerDatabase | undefined;
  try {
    db = await openDB<LedgerSchema>(LEDGER_DATABASE, version, {
      upgrade: (opened, from) => {
        for (const step of STEPS.slice(from, version)) step(opened);
      },
      // An update of the extension waits for this connection; it is opened again when it is needed.
      blocking: () => {
        db?.close();
        onGone?.();
      },
      terminated: () => onGone?.(),
    });
    return db;
  } catch (error) {
    throw ledgerFault(error);
  }
}

let opened: Promise<LedgerDatabase> | undefined;

/** The one connection of this context. */
export function ledgerDatabase(): Promise<LedgerDatabase> {
  const forget = () => {
    opened = undefined;
  };
  opened ??= openLedger(LEDGER_VERSION, forget).catch((error: unknown) => {
    forget();
    throw error;
  });
  return opened;
}
