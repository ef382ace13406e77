import { describe, expect, it } from 'vitest';
import type { Page } from '../support/browsers/browser';
import { nextFrame } from '../support/browsers/wait';
import { useSession } from './support/session';

/** What the extension does to other people's pages: nothing but one closed host, and what they can do to it. */

const session = useSession();

declare const chrome: {
  readonly storage: { readonly session: { get(keys: null): Promise<Record<string, unknown>> } };
};

/** What scripts of the page can see of it: every element with its attributes. */
const visibleToPage = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .map((element) => element.cloneNode(false) as Element)
      .map((e) => e.outerHTML),
  );

const foreign = (page: Page) =>
  page.evaluate(() =>
    [...document.documentElement.children]
      .filter((element) => element !== document.head && element !== document.body)
      .map((element) => ({
        tag: element.tagName,
        open: element.shadowRoot !== null,
        text: element.textContent,
        attributes: [...element.attributes].map(({ name }) => name),
      })),
  );

describe('a labelled page', () => {
  it('is not changed: one closed host beside body, nothing written on its own elements', async () => {
    const page = await session.open('nothing');
    const plain = await visibleToPage(page);
    expect(await foreign(page)).toEqual([]);
    await page.evaluate(() => {
      const picture = document.querySelector('img');
      if (picture) picture.src = '/media/gb/label-1-text.png';
    });
    await page.waitForLabels((labels) => labels.length === 1);
    const after = await visibleToPage(page);
    const changed = after.filter((element, index) => element !== plain[index]);
    expect(changed.length).toBe(1);
    expect(changed[0]).toContain('label-1-text.png');
    expect(await foreign(page)).toEqual([{ tag: 'DIV', open: false, text: '', attributes: ['style'] }]);
    await page.close();
  });

  it('keeps its clicks, and does not get those on a label', async () => {
    const page = await session.open('links');
    const labels = await page.waitForLabels((all) => all.length === 3);
    for (const { box } of labels) await page.click(box.x + box.width / 2, box.y + box.height / 2);
    const seen = () =>
      page.evaluate(() => ({ clicks: document.querySelector('#clicks')?.textContent, hash: location.hash }));
    expect(await seen()).toEqual({ clicks: '0', hash: '' });
    const picture = await page.evaluate(() => {
      const { x, y, width, height } =
        document.querySelector('#in-link')?.getBoundingClientRect() ?? new DOMRect();
      return { x: x + width / 2, y: y + height / 2 };
    });
    await page.click(picture.x, picture.y);
    expect(await seen()).toEqual({ clicks: '1', hash: '#followed' });
    await page.close();
  });

  it('cannot press a label', async () => {
    const page = await session.open('gallery');
    const [label] = await page.waitForLabels((all) => all.some(({ visible }) => visible));
    const before = await page.evaluate(() => history.length);
    await page.evaluate(
      (x, y) => {
        const at = document.elementFromPoint(x, y);
        at?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, clientX: x, clientY: y }));
        (at as HTMLElement | null)?.click();
      },
      (label?.box.x ?? 0) + 5,
      (label?.box.y ?? 0) + 5,
    );
    await page.evaluate(nextFrame);
    const selected = await session.browser.background(async () =>
      Object.keys(await chrome.storage.session.get(null)).filter((key) => key.startsWith('selected:')),
    );
    expect([selected, await page.evaluate(() => history.length)]).toEqual([[], before]);
    await page.close();
  });
});

describe('a hostile page', () => {
  it('gets the labels back after removing them', async () => {
    const page = await session.open('hostile');
    await page.waitForLabels((labels) => labels.filter(({ visible }) => visible).length >= 3);
    await page.evaluate(() => document.getElementById('sweep')?.click());
    await page.waitForLabels((labels) => labels.filter(({ visible }) => visible).length >= 3);
    expect(await page.evaluate(() => Number(document.querySelector('#removed')?.textContent))).toBe(1);
    await page.close();
  });

  it('cannot drive the extension in circles', async () => {
    const page = await session.open('hostile');
    await page.waitForLabels((labels) => labels.length >= 3);
    await page.evaluate(() => document.getElementById('sweep')?.dispatchEvent(new MouseEvent('dblclick')));
    await page.evaluate(() => document.getElementById('sweep')?.click());
    for (let frame = 0; frame < 30; frame += 1) await page.evaluate(nextFrame);
    const removed = await page.evaluate(() => Number(document.querySelector('#removed')?.textContent));
    expect(removed).toBeGreaterThanOrEqual(2);
    expect(removed).toBeLessThanOrEqual(40);
    await page.close();
  });

  it('cannot make its style reach a label', async () => {
    const page = await session.open('hostile');
    const labels = await page.waitForLabels((all) => all.filter(({ visible }) => visible).length >= 3);
    expect(labels.map(({ badge }) => badge).sort()).toEqual(['confirmed', 'possible', 'suspected']);
    expect(await page.evaluate(() => document.title)).not.toContain('alert');
    await page.close();
  });
});
