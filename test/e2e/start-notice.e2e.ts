import { describe, expect, it } from 'vitest';
import type { Box, Page } from '../support/browsers/browser';
import { labelOn } from '../support/browsers/check-page';
import { nextFrame, untilAnswer } from '../support/browsers/wait';
import { useSession } from './support/session';

/** The notice at the start of a labelled film (GB 45438-2025, 5.4), drawn by the real extension. */

const session = useSession();

/** What 5.4 asks for at least. */
const LEAST_MS = 2000;
const LEAST_SHARE = 0.05;

const boxOf = (page: Page, selector: string): Promise<Box> =>
  page.evaluate((wanted) => {
    const { x, y, width, height } = document.querySelector(wanted)?.getBoundingClientRect() ?? new DOMRect();
    return { x, y, width, height };
  }, selector);

/** Waits until the label on a film says these words; gives the label. */
const untilSays = (page: Page, selector: string, words: string) =>
  untilAnswer(
    page,
    async () => {
      const label = labelOn(await boxOf(page, selector), await page.labels());
      return label?.text === words ? label : undefined;
    },
    () => `the label on ${selector} does not say ${words}`,
  );

const play = (page: Page, selector: string) =>
  page.evaluate(async (wanted) => {
    const film = document.querySelector<HTMLVideoElement>(wanted);
    if (film) Object.assign(film, { muted: true });
    await film?.play();
  }, selector);

describe('a labelled film', () => {
  it('says in full what it is for two seconds from its start, then is labelled as before', async () => {
    const page = await session.open('films');
    const before = await untilSays(page, '#src', 'AI-generated');
    await play(page, '#src');
    const notice = await untilSays(page, '#src', 'This is AI-generated');
    const begun = performance.now();
    const film = await boxOf(page, '#src');
    expect(notice.box.x).toBeGreaterThanOrEqual(film.x);
    expect(notice.box.x + notice.box.width).toBeLessThanOrEqual(film.x + film.width);
    // The label is 1.92 em high, and its text 1 em.
    expect(notice.box.height / 1.92 / Math.min(film.width, film.height)).toBeGreaterThanOrEqual(LEAST_SHARE);
    const after = await untilSays(page, '#src', 'AI-generated');
    expect(performance.now() - begun).toBeGreaterThanOrEqual(LEAST_MS - 300);
    expect(after.box.width).toBeCloseTo(before.box.width, 0);
    await page.close();
  });

  it('does not say it again when it only goes on, and never on one without a label', async () => {
    const page = await session.open('films');
    await untilSays(page, '#source', 'AI-generated');
    await play(page, '#src-plain');
    await page.evaluate(nextFrame);
    expect(labelOn(await boxOf(page, '#src-plain'), await page.labels())).toBeUndefined();
    await play(page, '#source');
    await untilSays(page, '#source', 'This is AI-generated');
    await untilSays(page, '#source', 'AI-generated');
    await page.evaluate(() => document.querySelector<HTMLVideoElement>('#source')?.pause());
    await play(page, '#source');
    await page.evaluate(nextFrame);
    await page.evaluate(nextFrame);
    expect(labelOn(await boxOf(page, '#source'), await page.labels())?.text).toBe('AI-generated');
    await page.close();
  });
});

describe('the notice', () => {
  it('is not drawn over a label of the site, nor on controls', async () => {
    const page = await session.open('films');
    await untilSays(page, '#src', 'AI-generated');
    const own = await page.evaluate(() => {
      const film = document.querySelector('#src');
      const figure = film?.parentElement as HTMLElement;
      figure.style.position = 'relative';
      const label = Object.assign(document.createElement('b'), { textContent: 'AI 生成内容' });
      label.id = 'own';
      label.style.cssText = 'position:absolute;left:90px;top:10px;color:#fff;background:#000';
      figure.append(label);
      const { x, y, width, height } = label.getBoundingClientRect();
      return { x, y, width, height };
    });
    await play(page, '#src');
    const notice = await untilSays(page, '#src', 'This is AI-generated');
    const settled = await untilAnswer(
      page,
      async () => {
        const label = labelOn(await boxOf(page, '#src'), await page.labels());
        return label && !meets(label.box, own) ? label : undefined;
      },
      () => 'the notice lies over the label of the site',
    );
    const film = await boxOf(page, '#src');
    expect(notice.text).toBe(settled.text);
    expect(settled.box.y + settled.box.height).toBeLessThan(film.y + film.height * 0.7);
    await page.close();
  });
});

const meets = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
