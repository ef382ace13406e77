import { onBegin } from '../../lib/platform/alarms';
import { browser } from '../../lib/platform/browser';
import { locked } from '../../lib/platform/locked';
import { endpointToken } from '../../lib/platform/managed-recipients';
import { reaching } from '../../lib/platform/private-guard';
import { browserWire, instant } from '../../lib/platform/wire';
import { createOutbox } from '../../lib/reports/outbox/outbox';
import { atprotoSession } from './atproto-session';

const ALARM = 'outbox';

/** Soonest an alarm fires (Chromium 120); sooner ones are warned about. */
const SOONEST_MS = 30_000;

/** A service worker is ended after 30 s without a call of the extension API; an upload may take longer. */
const STAY_MS = 20_000;

const deliverDue = createOutbox({
  wire: browserWire,
  instant,
  chance: Math.random,
  isOffline: () => !navigator.onLine,
  session: atprotoSession,
  token: endpointToken,
  reaching,
  wakeBy,
  locked,
});

/**
 * Delivers reports that wait for their endpoint: when one is added, when one is due, when the browser starts and when the
 * network comes back. Whatever ends the background, an alarm or the next start takes up what was left.
 */
export function outboxService(): { readonly wake: () => undefined } {
  const wake = (): undefined => void run().catch(retryLater);
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) wake();
  });
  onBegin(wake);
  globalThis.addEventListener('online', wake);
  return { wake };
}

async function run(): Promise<void> {
  const stay = setInterval(() => void browser.runtime.getPlatformInfo(), STAY_MS);
  try {
    await deliverDue();
  } finally {
    clearInterval(stay);
  }
}

/** A ledger that could not be read: it may be in the middle of an update, or the disk full. */
async function retryLater(): Promise<void> {
  await wakeBy(Date.now() + SOONEST_MS);
}

async function wakeBy(ms: number): Promise<void> {
  await browser.alarms.create(ALARM, { when: Math.max(ms, Date.now() + SOONEST_MS) });
}
