import { newEntry } from '../../../lib/reports/ledger/new-entry';
import { summaryOf } from '../../../lib/reports/ledger/summary';
import type { Submission } from '../../../lib/reports/submission';
import { DEFAULT_TIMEOUT_MS, type Page } from '../../support/browsers/browser';

/** Rows of the ledger's stores, as JSON; the packages' bytes as text. */
type Rows = {
  readonly reports: readonly object[];
  readonly summaries: readonly object[];
  readonly blobs: readonly { readonly id: string; readonly text: string; readonly mime: string }[];
  readonly tokens: readonly { readonly url: string; readonly token: string }[];
};

/**
 * Puts confirmed reports into the extension's ledger, as its views do, through a page of the extension that has opened it.
 * The rows are made by the code that makes them in the extension.
 */
export async function putReports(
  page: Page,
  submissions: readonly Submission[],
  tokens: Rows['tokens'] = [],
): Promise<void> {
  const entries = submissions.map((submission) => newEntry(submission, Date.now()));
  const blobs = await Promise.all(
    submissions.flatMap(({ id, evidence }) =>
      evidence === undefined
        ? []
        : [evidence.bytes.text().then((text) => ({ id, text, mime: evidence.mime }))],
    ),
  );
  await page.evaluate(putRows, {
    reports: entries,
    summaries: entries.map(summaryOf),
    blobs,
    tokens,
  } as Rows);
}

/** Sent into a page of the extension: uses nothing from outside. */
async function putRows({ reports, summaries, blobs, tokens }: Rows): Promise<void> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const db = await done(indexedDB.open('ledger'));
  const change = db.transaction(['reports', 'summaries', 'blobs', 'tokens'], 'readwrite', {
    durability: 'strict',
  });
  const ended = new Promise<void>((resolve, reject) => {
    change.oncomplete = () => resolve();
    change.onabort = () => reject(change.error);
  });
  for (const row of reports) change.objectStore('reports').put(row);
  for (const row of summaries) change.objectStore('summaries').put(row);
  for (const { id, text, mime } of blobs)
    change.objectStore('blobs').put({ id, blob: new Blob([text], { type: mime }) });
  for (const row of tokens) change.objectStore('tokens').put(row);
  await ended;
  db.close();
  new BroadcastChannel('ledger').postMessage('changed');
}

type Api = { readonly runtime: { sendMessage(message: object): Promise<unknown> } };

/** Has the outbox look, as a view does that has kept a report. */
export async function wakeOutbox(page: Page): Promise<void> {
  await page.evaluate(() =>
    (globalThis as unknown as { chrome: Api }).chrome.runtime.sendMessage({
      bianshi: 'outbox.wake',
      request: {},
    }),
  );
}

/** Waits until `until` holds of something outside the browser, asking the page's clock for pauses. */
export async function waitUntil(
  page: Page,
  until: () => boolean | Promise<boolean>,
  timeoutMs = DEFAULT_TIMEOUT_MS,
): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  while (!(await until())) {
    if (performance.now() > deadline) throw new Error(`It did not come true within ${timeoutMs} ms`);
    await page.evaluate(() => new Promise<void>((resolve) => setTimeout(resolve, 100)));
  }
}
