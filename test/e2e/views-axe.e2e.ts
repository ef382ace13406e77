import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '../../lib/rules/localized';
import type { Page } from '../support/browsers/browser';
import { bringToFront, storeSettings, viewOn } from './support/extension';
import { selectorOf } from './support/panel';
import { useSession } from './support/session';
import { clickOn, labelOf } from './support/view-actions';

/**
 * Our pages in the real extension, over what it found on a page, in both themes and languages. Every state of every
 * view is checked over made-up pages by `test/contracts/views.test.ts`; this is about the pages as they are built.
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

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  const session = useSession({ colorScheme });
  const views = new Map<string, Page>();

  beforeAll(async () => {
    mkdirSync(SCREENSHOTS, { recursive: true });
    const page = await session.open('gallery');
    await labelOf(page, await selectorOf(page, 'gb/label-2-xmp.jpg'));
    const open = async (name: string, path: string, ready: string) => {
      const view = await viewOn(session, page, path);
      views.set(name, view);
      await view.waitFor((selector) => document.querySelector(selector) !== null, { args: [ready] });
      return view;
    };
    await open('popup', 'popup.html', '.item-row');
    await open('list', 'sidepanel.html', '.item-row');
    for (const name of ['item', 'report']) {
      const view = await open(name, 'sidepanel.html', '.item-row, #item-title');
      await bringToFront(view);
      if (await view.evaluate(() => document.querySelector('#item-title') === null)) {
        await clickOn(view, '.item-list li:last-child .item-row');
      }
      await view.waitFor(() => document.querySelector('#item-title') !== null);
    }
    await clickOn(viewNamed('report'), '.actions .primary');
    await open('options', 'options.html', 'h1');
  });

  const viewNamed = (name: string): Page => {
    const view = views.get(name);
    if (view === undefined) throw new Error(`no view ${name}`);
    return view;
  };

  it.each(['zh-CN', 'en'] satisfies Language[])(
    'every view is free of violations in %s',
    async (language) => {
      await storeSettings(session, { language });
      for (const [name, view] of views) {
        await bringToFront(view);
        await view.waitFor((wanted) => document.documentElement.lang === wanted, { args: [language] });
        expect(
          await view.evaluate(
            (scheme) => matchMedia(`(prefers-color-scheme: ${scheme})`).matches,
            colorScheme,
          ),
        ).toBe(true);
        expect([name, await violations(view)]).toEqual([name, []]);
        await view.screenshot(
          `${SCREENSHOTS}/${session.browser.name}-${name}-${colorScheme}-${language}.png`,
        );
      }
    },
  );
});
