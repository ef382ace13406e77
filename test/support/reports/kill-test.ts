import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { putReports, wakeOutbox } from '../../e2e/support/ledger';
import type { Browser, BrowserName, Page } from '../browsers/browser';
import { buildFolder, launchBrowser } from '../browsers/launch';
import { type Receiver, startReceiver } from '../receiver/receiver';
import { evidenceOf, submissionTo } from './submissions';

export type KillTest = {
  readonly browser: BrowserName;
  readonly reports: number;
  readonly kills: number;
  /** From 0 up to 1; decides when each kill falls. */
  readonly chance: () => number;
  readonly log?: (line: string) => void;
};

export type KillResult = {
  /** How often each report arrived at the receiver as a report of its own. */
  readonly arrived: number;
  /** Requests of reports that had arrived before, answered with the receipt they had. */
  readonly repeated: number;
  readonly withEvidence: number;
  /** Reports the ledger holds, by the state of their delivery. */
  readonly ledger: Readonly<Record<string, number>>;
  /** How many had arrived when each kill fell. */
  readonly killedAt: readonly number[];
};

const TOKENS = { token: 'reporter', adminToken: 'handler' };

/** Each delivery takes this long, so that most kills fall into one. */
const DELIVERY_MS = 25;

/** Longest life between two kills. */
const MAX_LIFE_MS = 1500;

/** Several, each with a lane of its own, so that kills fall into deliveries side by side. */
const RECIPIENTS = 3;

const PATIENCE_MS = 120_000;

/**
 * Queues reports, every second one with evidence, and kills the browser at random moments while they are delivered. The
 * browser is started again each time with the same profile; nothing is asked of the extension then: it goes on by itself.
 */
export async function runKillTest(test: KillTest): Promise<KillResult> {
  const profile = mkdtempSync(join(tmpdir(), 'bianshi-kill-'));
  const receiver = await startReceiver({ ...TOKENS, delayMs: DELIVERY_MS });
  let browser = await launch(test.browser, profile);
  const killedAt: number[] = [];
  try {
    await queueReports(browser, receiver, test.reports);
    for (let kill = 0; kill < test.kills; kill += 1) {
      await pause(test.chance() * MAX_LIFE_MS);
      killedAt.push(receiver.reports().length);
      await browser.kill();
      test.log?.(`kill ${kill + 1}: ${killedAt.at(-1)} of ${test.reports} had arrived`);
      browser = await launch(test.browser, profile);
    }
    return { ...(await outcome(browser, receiver, test.reports)), killedAt };
  } finally {
    await browser.close();
    await receiver.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

function launch(name: BrowserName, profile: string): Promise<Browser> {
  return launchBrowser(name, { extensionDir: buildFolder(name), hosts: [], locale: 'en', profile });
}

async function openLedger(browser: Browser): Promise<Page> {
  const page = await browser.extensionPage('reports.html');
  await page.waitFor(() => document.querySelector('.report-search') !== null);
  return page;
}

async function queueReports(browser: Browser, receiver: Receiver, count: number): Promise<void> {
  const page = await openLedger(browser);
  const submissions = Array.from({ length: count }, (_, at) => {
    const evidence = at % 2 === 0 ? { evidence: evidenceOf(`package ${at}`) } : {};
    const submission = submissionTo({ kind: 'api', url: receiver.url }, at + 1, evidence);
    const recipient = { ...submission.recipient, id: `recipient-${at % RECIPIENTS}` };
    return { ...submission, recipient };
  });
  await putReports(page, submissions, [{ url: receiver.url, token: TOKENS.token }]);
  await wakeOutbox(page);
}

async function outcome(
  browser: Browser,
  receiver: Receiver,
  count: number,
): Promise<Omit<KillResult, 'killedAt'>> {
  const deadline = performance.now() + PATIENCE_MS;
  const page = await openLedger(browser);
  let ledger = await page.evaluate(countDeliveries);
  while (ledger['delivered'] !== count && performance.now() < deadline) {
    await pause(200);
    ledger = await page.evaluate(countDeliveries);
  }
  const all = receiver.reports();
  return {
    arrived: all.length,
    repeated: all.reduce((sum, { arrivals }) => sum + arrivals - 1, 0),
    withEvidence: all.filter(({ evidence }) => evidence !== undefined).length,
    ledger,
  };
}

/** Sent into a page of the extension: uses nothing from outside. */
async function countDeliveries(): Promise<Record<string, number>> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const db = await done(indexedDB.open('ledger'));
  const all = await done(db.transaction('reports').objectStore('reports').getAll());
  db.close();
  const counts: Record<string, number> = {};
  for (const { delivery } of all as { delivery: { state: string } }[])
    counts[delivery.state] = (counts[delivery.state] ?? 0) + 1;
  return counts;
}
