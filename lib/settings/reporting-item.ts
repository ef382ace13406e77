import { storage } from 'wxt/utils/storage';
import { checkReporting, NO_REPORTING, type Reporting } from './reporting';

/** Raise by one with every change of shape, and add a migration. */
export const REPORTING_VERSION = 1;

const item = storage.defineItem<Reporting>('local:reporting', {
  version: REPORTING_VERSION,
  fallback: NO_REPORTING,
});

/** Reporter and own recipients as stored, every field checked. */
export async function loadReporting(): Promise<Reporting> {
  return checkReporting(await item.getValue());
}

/** Stores both at once. @throws when the browser refuses storage */
export async function saveReporting(reporting: Reporting): Promise<void> {
  await item.setValue(checkReporting(reporting));
}
