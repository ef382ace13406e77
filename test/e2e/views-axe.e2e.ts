import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { describe, expect, it } from 'vitest';
import type { Language } from '../../lib/rules/localized';
import type { Page } from '../support/browsers/browser';
import { bringToFront, storeSettings, viewOn } from './support/extension';
import { selectorOf } from './support/panel';
import { type Session, useSession } from './support/session';
import { clickOn, labelOf } from './support/view-actions';

/**
 * Our pages in the real extension, over what it found on a page. Every state of every
 * view is checked over made-up pages by `test/contracts/views-*.test.ts`; this is about the pages as they are built.
 */

/** Pictures of every view, for people; not committed. */
const SCREENSHOTS = 'test/output/views';
const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
// The pages' policy allows no script from elsewhere, so the checker comes as the source of a function.
const check = new Function(`${SOURCE}; return axe.run(document);`) as () => Promise<AxeResults>;

async function violations(view: Page): Promise<readonly string[]> {
  const { violations: found } = await view.evaluate(check);
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

/** Opens every view on a page that has been read, in the language that is set. */
async function openViews(session: Session, page: Page): Promise<ReadonlyMap<string, Page>> {
  const open = async (path: string, ready: string) => {
    const view = await viewOn(session, page, path);
    await view.waitFor((selector) => document.querySelector(selector) !== null, { args: [ready] });
    return view;
  };
  const popup = await open('popup.html', '.item-row');
  const list = await open('sidepanel.html', '.item-row');
  const item = await open('sidepanel.html', '.item-row');
  await clickOn(item, '.item-list li:last-child .item-row');
  await item.waitFor(() => document.querySelector('#item-title') !== null);
  const report = await open('sidepanel.html', '#item-title');
  await clickOn(report, '.actions .primary');
  await report.waitFor(() => document.querySelector('#report-title') !== null);
  return new Map(Object.entries({ popup, list, item, report, options: await open('options.html', 'h1') }));
}

describe.each([
  ['light', 'zh-CN'],
  ['dark', 'en'],
] satisfies ['light' | 'dark', Language][])('in %s', (colorScheme, language) => {
  const session = useSession({ colorScheme });

  it(`every view is free of violations in ${language}`, async () => {
    mkdirSync(SCREENSHOTS, { recursive: true });
    await storeSettings(session, { language });
    const page = await session.open('gallery');
    await labelOf(page, await selectorOf(page, 'gb/label-2-xmp.jpg'));
    const views = await openViews(session, page);
    for (const [name, view] of views) {
      await bringToFront(view);
      expect(await view.evaluate(isDark)).toBe(colorScheme === 'dark');
      expect(await view.evaluate(() => document.documentElement.lang)).toBe(language);
      expect([name, await violations(view)]).toEqual([name, []]);
      await view.screenshot(`${SCREENSHOTS}/${session.browser.name}-${name}-${colorScheme}-${language}.png`);
    }
    for (const view of [...views.values(), page]) await view.close();
  });
});

function isDark(): boolean {
  return matchMedia('(prefers-color-scheme: dark)').matches;
}
