import { parseArgs } from 'node:util';
import { putReports } from '../e2e/support/ledger';
import { BROWSER_NAMES, type Browser } from '../support/browsers/browser';
import { buildFolder, launchBrowser } from '../support/browsers/launch';
import { submissionTo } from '../support/reports/submissions';

/*
 * `npm run bench:ledger [-- --browser chromium|firefox] [--reports 1000]`: how much longer the list of reports takes to
 * open with that many reports than empty, as medians of several openings. Needs a build. Exit code 1 beyond the budget.
 */

const OPTIONS = {
  browser: { type: 'string', default: 'chromium' },
  reports: { type: 'string', default: '1000' },
} as const;

/** Issue 7: 1,000 reports open in under 200 ms more than none. */
const BUDGET_MS = 200;

const ROUNDS = 9;

/** Size of a report's text and `report.json` as the panel makes them: a few findings with their raw text. */
const REPORT_CHARS = 20_000;

const args = process.argv.slice(2).filter((argument) => argument !== '--');
const { values } = parseArgs({ args, options: OPTIONS });
const name = BROWSER_NAMES.find((each) => each === values.browser) ?? 'chromium';
const reports = Number(values.reports);

const browser = await launchBrowser(name, { extensionDir: buildFolder(name), hosts: [], locale: 'en' });
try {
  await open(browser);
  const empty = await medianOf(browser);
  await fill(browser);
  const full = await medianOf(browser);
  const more = full - empty;
  console.log(
    `${name}: list of reports open after ${empty.toFixed(0)} ms empty, ${full.toFixed(0)} ms with ${reports}: ${more.toFixed(0)} ms more, ${(full / empty).toFixed(2)} times (budget ${BUDGET_MS} ms more)`,
  );
  process.exitCode = more < BUDGET_MS ? 0 : 1;
} finally {
  await browser.close();
}

async function medianOf(on: Browser): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) times.push(await open(on));
  times.sort((a, b) => a - b);
  return times[Math.floor(ROUNDS / 2)] ?? Number.NaN;
}

/** Milliseconds from the start of the navigation until the rows, or the word that there are none, are painted. */
async function open(on: Browser): Promise<number> {
  const page = await on.extensionPage('reports.html');
  const ms = await page.waitFor(async () => {
    const shown = document.querySelector('.report-count');
    if (shown === null) return 0;
    return performance.now();
  });
  await page.close();
  return ms;
}

async function fill(on: Browser): Promise<void> {
  const page = await on.extensionPage('reports.html');
  await page.waitFor(() => document.querySelector('.report-count') !== null);
  const channel = { kind: 'mail', address: 'jubao@example.org' } as const;
  const filler = 'a'.repeat(REPORT_CHARS / 2);
  for (let at = 0; at < reports; at += 100) {
    const some = Array.from({ length: Math.min(100, reports - at) }, (_, index) =>
      submissionTo(channel, at + index + 1, { text: filler, report: JSON.stringify({ filler }) }),
    );
    await putReports(page, some);
  }
  await page.close();
}
