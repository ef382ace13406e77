import type { TrustLists } from '../../lib/c2pa/trust/trust-lists';
import { tellTrustChange } from '../../lib/platform/tab-messages';
import { loadTrust, saveTrust, watchTrust } from '../../lib/settings/trust-item';
import { isRefreshDue, refreshTrust } from './refresh-trust';
import { listsOf } from './trust-files';

let loaded: Promise<TrustLists> | undefined;
let version = 0;

/** The lists as they are now: of this build, loaded or refreshed since, and the person's own. None may be there. */
export function trustLists(): Promise<TrustLists> {
  loaded ??= loadTrust()
    .then(listsOf)
    .catch(() => ({}));
  return loaded;
}

/** Grows with every change of the lists, so that no answer given by the old ones is given again. */
export function trustVersion(): number {
  return version;
}

/**
 * Follows what the person changes about trust, and has open pages check their credentials anew. Register it synchronously with
 * the other listeners.
 */
export function followTrust(): void {
  watchTrust(() => {
    loaded = undefined;
    version += 1;
    void tellTrustChange();
  });
}

/** Refreshes the official lists where the person wants that and it is due; a failure waits for the next start. */
export async function refreshWhenDue(): Promise<void> {
  const choices = await loadTrust();
  const now = new Date();
  if (isRefreshDue(choices, now)) await saveTrust(await refreshTrust(choices, now));
}
