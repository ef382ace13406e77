import { describe, expect, it } from 'vitest';
import type { Box, Page } from '../support/browsers/browser';
import { labelOn } from '../support/browsers/check-page';
import { untilAnswer } from '../support/browsers/wait';
import { useSession } from './support/session';

/** What lies over a picture: labels are never drawn on it, and come back when it goes. */

const session = useSession();

const boxOf = (page: Page, selector: string): Promise<Box> =>
  page.evaluate((wanted) => {
    const { x, y, width, height } = document.querySelector(wanted)?.getBoundingClientRect() ?? new DOMRect();
    return { x, y, width, height };
  }, selector);

const press = (page: Page, id: string) => page.evaluate((name) => document.getElementById(name)?.click(), id);

const show = (page: Page, selector: string) =>
  page.evaluate(
    (wanted) => document.querySelector(wanted)?.scrollIntoView({ block: 'center', behavior: 'instant' }),
    selector,
  );

/** Waits until a picture has a label, or has none. */
const until = (page: Page, selector: string, has: boolean) =>
  untilAnswer(
    page,
    async () => {
      const picture = await boxOf(page, selector);
      const label = labelOn(picture, await page.labels());
      return (label !== undefined) === has ? { label, picture } : undefined;
    },
    () => `${selector} ${has ? 'has no label' : 'has a label'}`,
  );

describe('what covers a picture', () => {
  it.each(['banner', 'light'])('takes its label away for as long as it is there: %s', async (cover) => {
    const page = await session.open('covers');
    await show(page, '#under-tint');
    await until(page, '#under-tint', true);
    await page.evaluate(() =>
      scrollBy(0, (document.querySelector('#under-tint')?.getBoundingClientRect().y ?? 0) - 20),
    );
    await until(page, '#under-tint', true);
    await press(page, cover);
    await until(page, '#under-tint', false);
    await press(page, cover);
    await until(page, '#under-tint', true);
    await page.close();
  });

  it('may be another slide', async () => {
    const page = await session.open('covers');
    await show(page, '#deck');
    await until(page, '#first', true);
    await press(page, 'slide');
    await until(page, '#first', false);
    await press(page, 'slide');
    await until(page, '#first', true);
    await page.close();
  });

  it('leaves the part of the picture that can be seen to the label', async () => {
    const page = await session.open('covers');
    await show(page, '#under-half');
    const { label, picture } = await until(page, '#under-half', true);
    expect((label?.box.y ?? 0) - picture.y).toBeGreaterThan(picture.height / 2);
    await page.close();
  });

  it('still gets every click beside the label: a link over a whole card', async () => {
    const page = await session.open('covers');
    await show(page, '#under-link');
    const { picture } = await until(page, '#under-link', true);
    await page.click(picture.x + picture.width / 2, picture.y + picture.height / 2);
    expect(await page.evaluate(() => location.hash)).toBe('#followed');
    await page.close();
  });
});

describe('what the site shows on a picture', () => {
  it.each([
    ['#with-label', '#site-label'],
    ['#with-control', '#site-control'],
    ['#with-passive-label', '#passive-label'],
    ['#with-drawn-label', undefined],
    ['#with-shadow-label', '#shadow-label'],
  ])('is not covered by the label: %s', async (selector, thing) => {
    const page = await session.open('own-label');
    await show(page, selector);
    const { label, picture } = await until(page, selector, true);
    const mark = label?.box ?? picture;
    const own = thing ? await boxOf(page, thing) : { ...picture, width: 120, height: 40 };
    const apart =
      mark.x >= own.x + own.width ||
      own.x >= mark.x + mark.width ||
      mark.y >= own.y + own.height ||
      own.y >= mark.y + mark.height;
    expect([apart, own.width > 10]).toEqual([true, true]);
    await page.close();
  });

  it('leaves the label in its corner where nothing is', async () => {
    const page = await session.open('own-label');
    await show(page, '#with-nothing');
    const { label, picture } = await until(page, '#with-nothing', true);
    expect([(label?.box.x ?? 0) - picture.x, (label?.box.y ?? 0) - picture.y].map(Math.round)).toEqual([
      10, 10,
    ]);
    await page.close();
  });
});
