import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/** Bytes that nobody came for are dropped after this long: the view that asked is gone. */
const MAX_AGE_MS = 10 * 60 * 1000;

const DATABASE = 'handed-over';
const VERSION = 1;

interface Schema extends DBSchema {
  blobs: { key: string; value: { readonly id: string; readonly at: number; readonly blob: Blob } };
}

function open(): Promise<IDBPDatabase<Schema>> {
  return openDB<Schema>(DATABASE, VERSION, {
    upgrade: (db) => void db.createObjectStore('blobs', { keyPath: 'id' }),
  });
}

/**
 * Puts bytes where a view of ours can take them: messages of Chromium carry JSON only.
 *
 * @param id the asking view's own; @throws when the browser refuses storage
 */
export async function handOver(id: string, blob: Blob): Promise<void> {
  const db = await open();
  try {
    const now = Date.now();
    for (const old of await db.getAll('blobs'))
      if (now - old.at > MAX_AGE_MS) await db.delete('blobs', old.id);
    await db.put('blobs', { id, at: now, blob });
  } finally {
    db.close();
  }
}

/** Takes what was handed over under an id, once; `undefined` where there is nothing. */
export async function takeOver(id: string): Promise<Blob | undefined> {
  const db = await open();
  try {
    const kept = await db.get('blobs', id);
    if (kept !== undefined) await db.delete('blobs', id);
    return kept?.blob;
  } finally {
    db.close();
  }
}
