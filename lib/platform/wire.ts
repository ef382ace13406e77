import type { Wire } from '../reports/channels/exchange';
import type { Instant } from '../reports/ledger/entry-changes';
import { isoWithOffset } from './local-time';

/** The network as channels of reports use it. */
export const browserWire: Wire = {
  fetch: (...request) => fetch(...request),
  timeout: (ms) => AbortSignal.timeout(ms),
  now: () => Date.now(),
};

/** Now, for the history of a report. */
export function instant(): Instant {
  const now = new Date();
  return { iso: isoWithOffset(now), ms: now.getTime() };
}
