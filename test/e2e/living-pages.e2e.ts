import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { type Box, DEFAULT_TIMEOUT_MS, type Page } from '../support/browsers/browser';
import { labelOn } from '../support/browsers/check-page';
import { nextFrame } from '../support/browsers/wait';
import { SITE_HOST } from '../support/server/server';
import { useSession } from './support/session';
import { waitForStored } from './support/stored';

/** Pages that live on: lists that reuse their elements, films that begin to play, pages that are left and come back. */

const session = useSession();
const opened: Page[] = [];

afterEach(async () => {
  for (const page of opened.splice(0)) await page.close().catch(() => undefined);
});

async function open(id: string): Promise<Page> {
  const page = await session.open(id);
  opened.push(page);
  return page;
}

type Row = { readonly row: number; readonly box: Box };

/** Rows of the endless list that are in view, each with its place. */
const rowsInView = (page: Page): Promise<readonly Row[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('#list img')]
      .map((picture) => {
        const { x, y, width, height } = picture.getBoundingClientRect();
        return { row: Number(picture.dataset['row']), box: { x, y, width, height } };
      })
      .filter(({ box }) => box.y >= 0 && box.y + box.height <= innerHeight),
  );

/** Rows that carry a label beside those that should; equal once the page has settled. */
async function labelledRows(page: Page): Promise<{ readonly seen: string; readonly wanted: string }> {
  const rows = await rowsInView(page);
  const labels = await page.labels();
  const seen = rows.filter(({ box }) => labelOn(box, labels)).map(({ row }) => row);
  return { seen: seen.join(), wanted: rows.flatMap(({ row }) => (row % 5 === 0 ? [row] : [])).join() };
}

describe('an endless list of recycled elements', () => {
  it('has labels on its labelled rows, and on no other, however far it is scrolled', async () => {
    const page = await open('recycled');
    for (const top of [0, 1600, 4800, 3200, 9600]) {
      await page.evaluate((y) => scrollTo({ top: y, behavior: 'instant' }), top);
      await page.evaluate(nextFrame);
      const deadline = performance.now() + DEFAULT_TIMEOUT_MS;
      let rows = await labelledRows(page);
      while (rows.seen !== rows.wanted && performance.now() < deadline) rows = await labelledRows(page);
      expect(rows.seen).toBe(rows.wanted);
      expect(rows.wanted).not.toBe('');
    }
  });
});

describe('a film', () => {
  it('loses the label of its poster when it begins to play', async () => {
    const page = await open('films');
    await page.evaluate(() => document.querySelector('#poster')?.scrollIntoView());
    const box = () =>
      page.evaluate(() => {
        const { x, y, width, height } =
          document.querySelector('#poster')?.getBoundingClientRect() ?? new DOMRect();
        return { x, y, width, height };
      });
    const place = await box();
    await page.waitForLabels((labels) => labelOn(place, labels)?.badge === 'possible');
    await page.evaluate(() => document.querySelector<HTMLVideoElement>('#poster')?.play());
    await page.waitForLabels((labels) => labelOn(place, labels) === undefined);
  });
});

describe('a page that is left', () => {
  it('has its labels again when it comes back', async () => {
    const page = await open('links');
    const url = await page.url();
    await page.waitForLabels((labels) => labels.length === 3);
    await page.goto(session.server.url(SITE_HOST, '/static/bare.html'));
    await waitForStored(session, ({ frames }) => frames.every((frame) => frame.url !== url));
    // After the answer: the document that would give it goes away.
    await page.evaluate(() => void setTimeout(() => history.back()));
    const { items } = await waitForStored(session, ({ frames }) =>
      frames.some((frame) => frame.url === url && frame.counts.labelled === 3),
    );
    expect(items.length).toBe(3);
    await page.waitForLabels((labels) => labels.filter(({ visible }) => visible).length === 3);
  });
});

describe('a page from a disk', () => {
  it('is labelled', async () => {
    const page = await session.browser.newPage();
    opened.push(page);
    const url = pathToFileURL(resolve('test/site/static/local.html')).href;
    await page.goto(url);
    await page.waitForLabels((labels) => labels.length === 1 && labels[0]?.badge === 'confirmed');
    const { frames } = await waitForStored(session, (stored) =>
      stored.frames.some((each) => each.url === url && each.counts.noLabel === 1),
    );
    expect(frames.find((each) => each.url === url)?.counts.labelled).toBe(1);
  });
});
