import { afterEach, describe, expect, it } from 'vitest';
import { DEFAULT_TIMEOUT_MS, type Page } from '../support/browsers/browser';
import { nextFrame } from '../support/browsers/wait';
import { CDN_HOST, SITE_HOST } from '../support/server/server';
import { BROWSER_NAME, useSession } from './support/session';
import { waitForStored } from './support/stored';

/** Pages that nobody sees yet, or that the browser has put away. */

const session = useSession();
const opened: Page[] = [];

afterEach(async () => {
  for (const page of opened.splice(0)) await page.close().catch(() => undefined);
});

async function openPath(path: string): Promise<Page> {
  const page = await session.browser.newPage();
  opened.push(page);
  await page.goto(session.server.url(SITE_HOST, path));
  return page;
}

/** The part of the extension API used here, in the background. */
declare const chrome: {
  readonly tabs: {
    query(
      which: object,
    ): Promise<readonly { readonly id: number; readonly url?: string; readonly discarded?: boolean }[]>;
    discard(tab: number): Promise<unknown>;
    update(tab: number, change: object): Promise<unknown>;
  };
};

const asked = (from: number, ending: string) =>
  session.server.log.slice(from).filter(({ url }) => url.endsWith(ending));

// Firefox makes no page ready in advance.
if (BROWSER_NAME === 'chromium')
  describe('a page made ready in advance', () => {
    it('is left alone until it is shown, and labelled then', async () => {
      const page = await openPath('/static/bare.html?before');
      const from = session.server.log.length;
      const picture = session.server.url(CDN_HOST, '/media/thumbs/labelled.jpg?advance');
      const target = session.server.url(
        SITE_HOST,
        `/static/one-picture.html?src=${encodeURIComponent(picture)}`,
      );
      await page.evaluate((url) => {
        const rules = document.createElement('script');
        rules.type = 'speculationrules';
        rules.textContent = JSON.stringify({
          prerender: [{ source: 'list', urls: [url], eagerness: 'immediate' }],
        });
        document.head.append(rules);
      }, target);
      // The page itself says when it has drawn the picture.
      const deadline = performance.now() + DEFAULT_TIMEOUT_MS;
      while (asked(from, 'drawn?true').length === 0) {
        if (performance.now() > deadline)
          throw new Error(`not made ready: ${session.server.log.slice(from).map(({ url }) => url)}`);
        await page.evaluate(nextFrame);
      }
      for (let frame = 0; frame < 20; frame += 1) await page.evaluate(nextFrame);
      expect(asked(from, '?advance').filter(({ range }) => range !== undefined)).toEqual([]);
      await waitForStored(session, ({ frames }) => frames.every(({ url }) => url !== target));
      await page.evaluate((url) => void location.assign(url), target);
      await waitForStored(session, ({ frames }) =>
        frames.some(({ url, counts }) => url === target && counts.labelled === 1),
      );
      expect(asked(from, '?advance').filter(({ range }) => range !== undefined).length).toBe(1);
      // It was shown, not loaded anew.
      expect(asked(from, 'drawn?true').length).toBe(1);
      expect(asked(from, 'drawn?false').length).toBe(0);
    });
  });

describe('a tab that the browser has put away', () => {
  it('is labelled when somebody turns to it', async () => {
    const page = await openPath('/pages/links?lang=en');
    const url = await page.url();
    const isDone = (not?: string) => (stored: Awaited<ReturnType<typeof waitForStored>>) =>
      stored.frames.some((each) => each.url === url && each.counts.labelled === 3 && each.documentId !== not);
    const { frames } = await waitForStored(session, isDone());
    const before = frames.find((each) => each.url === url)?.documentId;
    await openPath('/static/bare.html?in-front');
    const find = () =>
      session.browser.background(
        async (wanted) => (await chrome.tabs.query({})).find((each) => each.url === wanted),
        url,
      );
    await session.browser.background((id) => void chrome.tabs.discard(id), (await find())?.id ?? -1);
    const deadline = performance.now() + DEFAULT_TIMEOUT_MS;
    while ((await find())?.discarded !== true)
      if (performance.now() > deadline) throw new Error('The tab was not put away');
    const show = (id: number) => void chrome.tabs.update(id, { active: true });
    await session.browser.background(show, (await find())?.id ?? -1);
    const stored = await waitForStored(session, isDone(before), 30_000);
    expect(stored.frames.filter((each) => each.url === url).length).toBe(1);
  });
});
