import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PAGES } from '../../site/pages';
import type { Browser } from '../browsers/browser';
import { checkPage, type Observation } from '../browsers/check-page';
import { SITE_HOST, type SpecimenServer } from '../server/server';

const SCREENSHOTS = 'test/output/screenshots';

type Options = {
  /** `zh` or `en`. */
  readonly lang: string;
  /** Id of the one page to visit; all when empty. */
  readonly only: string;
};

/**
 * Visits the pages of the site, prints what was labelled and saves a screenshot of each.
 *
 * @returns the exit code: 1 when a label differs from what the page lists.
 */
export async function visitAll(
  browser: Browser,
  server: SpecimenServer,
  { lang, only }: Options,
): Promise<number> {
  const folder = join(SCREENSHOTS, browser.name);
  mkdirSync(folder, { recursive: true });
  const ids = ['', ...PAGES.map(({ id }) => id)].filter((id) => only === '' || id === only);
  const page = await browser.newPage();
  let wrong = 0;
  let checked = 0;
  for (const id of ids) {
    const path = id === '' ? '/' : `/pages/${id}`;
    await page.goto(server.url(SITE_HOST, lang === 'en' ? `${path}?lang=en` : path));
    const observations = await checkPage(page);
    await page.evaluate(() => scrollTo(0, 0));
    await page.screenshot(join(folder, `${id || 'index'}.png`));
    print(id || 'index', observations);
    checked += observations.length;
    wrong += observations.filter(({ asExpected }) => !asExpected).length;
  }
  console.log(
    `\n${checked} pictures, players and texts checked in ${browser.name} ${browser.version}, ${wrong} not as expected; ${folder}`,
  );
  return wrong === 0 ? 0 : 1;
}

function print(page: string, observations: readonly Observation[]): void {
  const plain = observations.filter(({ asExpected, seen }) => asExpected && seen === null).length;
  console.log(`\n${page}${plain > 0 ? `  (${plain} without a label, as expected)` : ''}`);
  for (const { file, selector, seen, badge, text, asExpected } of observations) {
    if (asExpected && seen === null) continue;
    const verdict = asExpected ? '' : `   ✗ expected ${badge ?? 'no label'}`;
    console.log(`  ${(file || selector).padEnd(34)} ${(seen ?? '–').padEnd(10)} ${text}${verdict}`);
  }
}
