import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LAYOUTS } from '../site/layouts/layouts';
import type { Page } from '../support/browsers/browser';
import { checkPage, labelOn } from '../support/browsers/check-page';
import { nextFrame } from '../support/browsers/wait';
import { SITE_HOST } from '../support/server/server';
import { ROOT } from '../support/source/modules';
import { useSession } from './support/session';

/**
 * Pages as sites build them: every labelled picture has its label, no other has one, and the label lies within its
 * picture. A screenshot of each is left in `.output/layout-shots`, to be looked at.
 */

/** Frames in which labels come to rest after a scroll. */
const QUIET_FRAMES = 15;

const session = useSession();
let page: Page;

beforeAll(async () => {
  page = await session.browser.newPage();
});
afterAll(() => page.close());

const boxes = () =>
  page.evaluate(() =>
    [...document.querySelectorAll('img, video')].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x, y, width, height };
    }),
  );

describe('layouts', () => {
  it.each(LAYOUTS.map(({ id }) => id))('%s', async (id) => {
    await page.goto(session.server.url(SITE_HOST, `/layouts/${id}`));
    const seen = await checkPage(page);
    expect(seen.filter(({ asExpected }) => !asExpected)).toEqual([]);
    await page.evaluate(() => {
      for (const each of [document.documentElement, ...document.querySelectorAll('*')]) each.scrollTop = 0;
    });
    await page.waitForLabels((labels) => labels.some(({ visible }) => visible));
    for (let frame = 0; frame < QUIET_FRAMES; frame += 1) await page.evaluate(nextFrame);
    const folder = join(ROOT, '.output/layout-shots', session.browser.name);
    mkdirSync(folder, { recursive: true });
    await page.screenshot(join(folder, `${id}.png`));
    const pictures = await boxes();
    for (const label of (await page.labels()).filter(({ visible }) => visible)) {
      const within = pictures.some(
        (picture) =>
          labelOn(picture, [label]) &&
          label.box.x >= picture.x - 1 &&
          label.box.y >= picture.y - 1 &&
          label.box.x + label.box.width <= picture.x + picture.width + 1 &&
          label.box.y + label.box.height <= picture.y + picture.height + 1,
      );
      expect(within).toBe(true);
    }
  });
});
