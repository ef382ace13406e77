import { during } from './ledger';

/** Drafts kept, the newest; an unfinished report is gone on with soon or never. */
const MAX_DRAFTS = 50;

/**
 * Keeps a report under way, so that closing its view or losing the browser loses nothing.
 *
 * @param key what the report is about (the address of the medium)
 * @param at ISO 8601
 * @param edit anything the structured clone takes
 * @throws LedgerFault
 */
export function saveDraft(key: string, edit: unknown, at: string): Promise<void> {
  return during(async (db) => {
    const change = db.transaction('drafts', 'readwrite');
    await change.store.put({ key, at, edit });
    const all = await change.store.getAll();
    const old = all.sort((a, b) => b.at.localeCompare(a.at)).slice(MAX_DRAFTS);
    await Promise.all([...old.map((draft) => change.store.delete(draft.key)), change.done]);
  });
}

/** The report under way on something; whoever reads it checks its shape. @throws LedgerFault */
export function loadDraft(key: string): Promise<unknown> {
  return during(async (db) => (await db.get('drafts', key))?.edit);
}

/** Forgets a draft, once it became a report or was given up. @throws LedgerFault */
export function dropDraft(key: string): Promise<void> {
  return during((db) => db.delete('drafts', key));
}
