import { launchPlainChromium } from '../support/browsers/plain-chromium';
import type { ClaimsHarness, Cost } from '../support/page-harness/claims';
import { servePageHarness } from '../support/page-harness/serve';

/** The page's own handle on what is measured. */
declare const harness: ClaimsHarness;

/** Text nodes of the page looked through. */
const NODES = 10_000;

/** Longest slice of idle time that looking through a page may take, in milliseconds. */
const GOAL_MS = 5;

/** One row of figures: name, figure, goal. */
export type TextRow = readonly [name: string, figure: string, goal: string];

const RUNS = [
  ['text: sentry, posts', 'sentry', 'posts'],
  ['text: all claims, posts', 'watch', 'posts'],
  ['text: all claims, one text', 'watch', 'one'],
] as const;

/**
 * What looking through a page of 10,000 text nodes costs in Chromium, per idle slice: the sentry, and the page script with
 * all that it gathers, on a page of 500 posts and on one long text. Layouts forced by it are counted from the browser's metrics.
 */
export async function textRows(): Promise<readonly TextRow[]> {
  const served = await servePageHarness();
  const browser = await launchPlainChromium();
  const rows: TextRow[] = [];
  for (const [name, what, layout] of RUNS) {
    const page = await browser.newPage();
    await page.goto(`${served.url}claims.html`);
    await page.waitForFunction(() => 'harness' in window);
    // The first run compiles; what follows is what pages see after their first second.
    await page.evaluate((...args) => harness.cost(...args), what, 500, layout);
    const before = await page.metrics();
    const cost = await page.evaluate((...args) => harness.cost(...args), what, NODES, layout);
    const layouts = ((await page.metrics()).LayoutCount ?? 0) - (before.LayoutCount ?? 0);
    rows.push([name, figuresOf(cost, layouts), `≤ ${GOAL_MS} ms a slice`]);
    await page.close();
  }
  await browser.close();
  await served.stop();
  return rows;
}

function figuresOf({ slices }: Cost, layouts: number): string {
  const sorted = [...slices].sort((a, b) => a - b);
  const all = slices.reduce((sum, each) => sum + each, 0);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const ms = (value: number) => value.toFixed(1);
  return `${slices.length} slices, median ${ms(median)} ms, longest ${ms(sorted.at(-1) ?? 0)} ms, all ${ms(all)} ms, ${layouts} layouts`;
}
