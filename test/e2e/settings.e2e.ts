import { afterEach, describe, expect, it } from 'vitest';
import en from '../../assets/locales/en.json';
import cn from '../../assets/rules/jurisdictions/cn.json';
import type { LabelNode, Page } from '../support/browsers/browser';
import { ChromiumPage } from '../support/browsers/chromium-page';
import { bringToFront, storeSettings, viewOn } from './support/extension';
import { openEvidence, selectorOf } from './support/panel';
import { BROWSER_NAME, useSession } from './support/session';
import { clickButton, clickWords, labelOf, placeOf, waitForStatus } from './support/view-actions';

/** Settings as a person changes them: on the settings page and in the popup, with effect at once. */

const FILE = 'gb/label-1-xmp-element.jpg';
const WORDS = cn.texts.find(({ key }) => key === 'confirmed.full')?.label;

const session = useSession();
const opened: Page[] = [];

afterEach(async () => {
  for (const page of opened.splice(0)) await page.close().catch(() => undefined);
  await storeSettings(session, {});
});

async function open(pageId: string): Promise<Page> {
  const page = await session.open(pageId);
  opened.push(page);
  return page;
}

async function openOptions(): Promise<Page> {
  const options = await session.browser.extensionPage('options.html');
  opened.push(options);
  return options;
}

/** Chooses by name on the settings page. */
const choose = (options: Page, words: string) => clickWords(options, 'fieldset label', words);

describe('the settings page', () => {
  it('turns labels and views to another language at once', async () => {
    const page = await open('gallery');
    expect((await labelOf(page, await selectorOf(page, FILE))).text).toBe(WORDS?.en);
    const panel = await viewOn(session, page, 'sidepanel.html');
    opened.push(panel);
    await panel.waitFor(() => document.querySelector('h1')?.textContent === 'Labelled content');
    const options = await openOptions();
    await choose(options, '简体中文');
    await waitForStatus(options, '已保存');
    expect(await options.evaluate(() => [document.documentElement.lang, document.title])).toEqual([
      'zh-CN',
      '设置 · 辨识',
    ]);
    // Not its list: a page in a hidden tab is read anew once it is seen.
    await panel.waitFor(() => document.querySelector('.brand')?.textContent === '辨识');
    await bringToFront(page);
    const zh = await labelOf(page, await selectorOf(page, FILE));
    expect([zh.text, zh.name]).toEqual([
      WORDS?.['zh-CN'],
      expect.stringContaining('属于人工智能生成合成内容'),
    ]);
    await choose(options, 'English');
    await waitForStatus(options, 'Saved');
    await bringToFront(page);
    expect((await labelOf(page, await selectorOf(page, FILE))).text).toBe(WORDS?.en);
  });

  it('leaves credentials unverified until asked to', async () => {
    const options = await openOptions();
    await choose(options, 'Verify only when asked to');
    await waitForStatus(options, 'Saved');
    const page = await open('credentials');
    const panel = await openEvidence(session, page, 'c2pa/created.jpg');
    opened.push(panel);
    await panel.waitFor(
      () => document.querySelector<HTMLElement>('.credential')?.dataset['state'] === 'unchecked',
    );
    expect(await panel.evaluate(() => document.querySelector('.credential')?.textContent)).toContain(
      en['credential.why.switched-off'],
    );
    // Not by a place on the screen: parts above it are still growing.
    await panel.evaluate(() => document.querySelector<HTMLElement>('.credential .button')?.click());
    await panel.waitFor(
      () => document.querySelector<HTMLElement>('.credential')?.dataset['state'] === 'unlisted',
      { timeoutMs: 30_000 },
    );
  });

  it('moves labels to another corner', async () => {
    const page = await open('gallery');
    const selector = await selectorOf(page, FILE);
    const before = (await labelOf(page, selector)).box;
    const first = await placeOf(page, selector);
    const inset = { x: before.x - first.x, y: before.y - first.y };
    const options = await openOptions();
    await choose(options, 'Bottom right');
    await waitForStatus(options, 'Saved');
    await bringToFront(page);
    const after = (await labelOf(page, selector)).box;
    const picture = await placeOf(page, selector);
    // Labels stand on whole pixels, pictures need not.
    const right = picture.x + picture.width - (after.x + after.width);
    const bottom = picture.y + picture.height - (after.y + after.height);
    expect(Math.abs(right - inset.x)).toBeLessThanOrEqual(1);
    expect(Math.abs(bottom - inset.y)).toBeLessThanOrEqual(1);
    expect([after.width, after.height]).toEqual([before.width, before.height]);
  });
});

describe('pausing a site from the popup', () => {
  /** Requests in ranges: those of the extension, which reads pictures of another site from the background. */
  const ranged = (path: string) =>
    session.server.log.filter(({ url, range }) => url.startsWith(path) && range !== undefined).length;

  it('takes the labels away and reads nothing, until resumed', async () => {
    const page = await open('cross-site');
    await labelOf(page, await selectorOf(page, FILE));
    expect(ranged(`/media/${FILE}`)).toBeGreaterThan(0);
    const popup = await session.browser.openPopup(page);
    await clickButton(popup, 'Pause on this site');
    await popup.waitFor(() => document.querySelector('h1')?.textContent === 'Paused on site.test');
    await page.waitForLabels((labels) => labels.length === 0);
    await popup.close();
    expect(await session.browser.badgeText(page)).toBe('');

    // Nobody has read this address before, so an answer from memory cannot hide a reading.
    const fresh = '/nostore/media/gb/label-1-xmp.webp?fresh';
    await page.goto(`${await page.url()}&again`);
    await page.evaluate(
      (src) => {
        const picture = Object.assign(new Image(), { src, id: 'fresh' });
        document.querySelector('main')?.prepend(picture);
        return picture.decode();
      },
      session.server.url('cdn.test', fresh),
    );
    const again = await session.browser.openPopup(page);
    await again.waitFor(() => document.querySelector('h1')?.textContent === 'Paused on site.test');
    expect(await page.labels()).toEqual([]);
    expect(session.server.log.filter(({ url }) => url === fresh).map(({ range }) => range)).toEqual([
      undefined,
    ]);

    await clickButton(again, 'Resume on this site');
    await again.waitFor(() => document.querySelector('.item-row') !== null);
    await again.close();
    expect((await labelOf(page, '#fresh')).text).toBe(WORDS?.en);
    expect(ranged(fresh)).toBeGreaterThan(0);
  });
});

// Firefox has no way for a test to end the event page alone; `lib/platform/tab-pages` is tested for it at unit level.
if (BROWSER_NAME === 'chromium') {
  describe('a restart of the background', () => {
    it('loses neither settings nor what is known of a page', async () => {
      await storeSettings(session, { corner: 'bottom-right' });
      const page = await open('bad-files');
      await page.waitForLabels((labels) => labels.length >= 3);
      const known = await listed(page);
      await stopServiceWorker(page);
      expect(await listed(page)).toEqual(known);
      const options = await openOptions();
      const corner = await options.waitFor(
        () =>
          document.querySelector<HTMLInputElement>('input[name="corner"]:checked')?.parentElement
            ?.textContent,
      );
      expect(corner).toBe('Bottom right');
    });
  });
}

/** Names of the items the popup lists, once there are some. */
async function listed(page: Page): Promise<readonly (string | null)[]> {
  const popup = await session.browser.openPopup(page);
  await popup.waitFor(() => document.querySelectorAll('.item-row').length >= 5);
  const names = await popup.evaluate(() =>
    Array.from(document.querySelectorAll('.item-name')).map(({ textContent }) => textContent),
  );
  await popup.close();
  return names;
}

/** Ends the service worker as Chromium does with one that idles; the next message starts it anew. */
async function stopServiceWorker(page: Page): Promise<void> {
  if (!(page instanceof ChromiumPage)) throw new Error('only Chromium has a service worker');
  const target = await page.raw
    .browser()
    .waitForTarget(
      (each) => each.type() === 'service_worker' && each.url().startsWith('chrome-extension://'),
    );
  const worker = await target.worker();
  await worker?.close();
}

describe('a change of words or corner', () => {
  it('relabels in place: nothing is read again and every item stays the item it was', async () => {
    const page = await session.open('links');
    const before = await page.waitForLabels(
      (labels) => labels.length === 3 && labels.every(({ visible }) => visible),
    );
    const ids = () =>
      session.browser.background(async () => {
        type Api = { readonly storage: { readonly session: { get(keys: null): Promise<object> } } };
        const { chrome } = globalThis as unknown as { readonly chrome: Api };
        return Object.keys(await chrome.storage.session.get(null)).filter((key) => key.startsWith('item:'));
      });
    let known = await ids();
    while (known.length < 3) known = await ids();
    const requests = session.server.log.length;
    await storeSettings(session, { language: 'zh-CN', corner: 'bottom-right' });
    const top = (labels: readonly LabelNode[], badge: string) =>
      labels.find((one) => one.badge === badge)?.box.y ?? 0;
    const isMoved = (labels: readonly LabelNode[], { badge, box }: LabelNode) => box.y > top(labels, badge);
    // Words and corner come in one change, but a label takes its new place in the frame after.
    const after = await page.waitForLabels(
      (labels) =>
        labels.length === 3 &&
        labels.every((one) => one.visible && /生成/.test(one.text) && isMoved(before, one)),
    );
    for (const badge of ['confirmed', 'possible', 'suspected'])
      expect(top(after, badge)).toBeGreaterThan(top(before, badge));
    expect(await ids()).toEqual(known);
    expect(session.server.log.length).toBe(requests);
    await storeSettings(session, {});
    await page.close();
  });
});
