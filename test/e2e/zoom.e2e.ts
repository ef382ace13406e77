import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Page } from '../support/browsers/browser';
import { labelOn } from '../support/browsers/check-page';
import type { ChromiumPage } from '../support/browsers/chromium-page';
import { boxOf, driftOn, settle } from './support/drift';
import { BROWSER_NAME, useSession } from './support/session';

/** What changes the size of everything: zoom of the page and of two fingers, the window, the density of the screen. */

const session = useSession();
let page: Page;

/** The part of the extension API used here, in the background. */
declare const chrome: {
  readonly tabs: {
    query(
      which: object,
    ): Promise<readonly { readonly id: number; readonly windowId: number; readonly url?: string }[]>;
    setZoom(tab: number, factor: number): Promise<void>;
  };
  readonly windows: { update(id: number, change: object): Promise<unknown> };
};

beforeEach(async () => {
  page = await session.open('drift');
  await page.waitForLabels((labels) => labels.some(({ visible }) => visible));
});
afterEach(() => page.close());

/** The browser's own zoom, as Ctrl and + set it. */
async function zoomTo(factor: number): Promise<void> {
  const before = await page.evaluate(() => devicePixelRatio);
  await session.browser.background(
    async (url, wanted) => {
      const tab = (await chrome.tabs.query({})).find((each) => each.url === url);
      await chrome.tabs.setZoom(tab?.id ?? -1, wanted);
    },
    await page.url(),
    factor,
  );
  await page.waitFor((old) => devicePixelRatio !== old, { args: [before] });
}

async function expectNoDrift(): Promise<void> {
  await settle(page);
  expect(await driftOn(page, '#target')).toEqual([0, 0]);
  const neighbour = await boxOf(page, '#neighbour');
  expect(labelOn(neighbour, await page.labels())).toBeUndefined();
}

describe('50 ms after', () => {
  it('the page is zoomed, in, out and back, the label is where it was', async () => {
    for (const factor of [1.5, 0.5, 1.1, 1]) {
      await zoomTo(factor);
      await page.evaluate(() => document.querySelector('#target')?.scrollIntoView({ block: 'center' }));
      await expectNoDrift();
    }
  });

  if (BROWSER_NAME === 'firefox')
    it('the window gets another size, the label is where it was', async () => {
      for (const [width, height] of [
        [700, 620],
        [1100, 800],
      ] as const) {
        const before = await page.evaluate(() => innerWidth);
        await session.browser.background(
          async (url, size) => {
            const tab = (await chrome.tabs.query({})).find((each) => each.url === url);
            await chrome.windows.update(tab?.windowId ?? -1, size);
          },
          await page.url(),
          { width, height },
        );
        await page.waitFor((old) => innerWidth !== old, { args: [before] });
        await expectNoDrift();
      }
    });

  // The protocol of Chromium alone has fingers, and windows without a frame.
  if (BROWSER_NAME === 'chromium') {
    it('the window gets another size, or a screen of another density, the label is where it was', async () => {
      for (const viewport of [
        { width: 700, height: 620 },
        { width: 1100, height: 800 },
        { width: 1100, height: 800, deviceScaleFactor: 2 },
        { width: 1100, height: 800, deviceScaleFactor: 1.25 },
      ]) {
        await (page as ChromiumPage).raw.setViewport(viewport);
        await page.waitFor((width) => innerWidth === width, { args: [viewport.width] });
        await expectNoDrift();
      }
    });

    it('two fingers zoom, the label is where it was, and grows with its picture', async () => {
      const devtools = await (page as ChromiumPage).raw.createCDPSession();
      for (const pageScaleFactor of [2, 1.3, 1]) {
        await devtools.send('Emulation.setPageScaleFactor', { pageScaleFactor });
        await page.waitFor((scale) => Math.abs((visualViewport?.scale ?? 1) - scale) < 0.01, {
          args: [pageScaleFactor],
        });
        await expectNoDrift();
      }
    });
  }
});
