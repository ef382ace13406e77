import type { KeptDraft } from './database';
import { during } from './ledger';
import { tellChange } from './news';

/** Drafts kept, the newest; an unfinished report is gone on with soon or never. */
const MAX_DRAFTS = 50;

/**
 * Keeps a report under way, so that closing its view or losing the browser loses nothing.
 *
 * @param draft its key is what the report is about (the address of the medium), its `edit` anything that the structured
 *   clone takes
 * @throws LedgerFault
 */
export function saveDraft(draft: KeptDraft): Promise<void> {
  return during(async (db) => {
    const change = db.transaction('drafts', 'readwrite');
    await change.store.put(draft);
    const all = await change.store.getAll();
    const old = all.sort((a, b) => Date.parse(b.at) - Date.parse(a.at)).slice(MAX_DRAFTS);
    await Promise.all([...old.map(({ key }) => change.store.delete(key)), change.done]);
  });
}

/** The report under way on something; whoever reads it checks its shape. @throws LedgerFault */
export function loadDraft(key: string): Promise<unknown> {
  return during(async (db) => (await db.get('drafts', key))?.edit);
}

/** All reports under way, the latest first. @throws LedgerFault */
export function readDrafts(): Promise<readonly KeptDraft[]> {
  return during(async (db) =>
    (await db.getAll('drafts')).sort((a, b) => Date.parse(b.at) - Date.parse(a.at)),
  );
}

/** Forgets a draft, once it became a report or was given up. @throws LedgerFault */
export function dropDraft(key: string): Promise<void> {
  return during(async (db) => {
    await db.delete('drafts', key);
    tellChange();
  });
}
