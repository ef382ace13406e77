import { afterEach, describe, expect, it } from 'vitest';
import { DEFAULT_TIMEOUT_MS, type Page } from '../support/browsers/browser';
import { nextFrame } from '../support/browsers/wait';
import { CDN_HOST, SITE_HOST } from '../support/server/server';
import { useSession } from './support/session';

/** What is not read at all, while a server takes its time. The order of the rest: `test/unit/page/reading-line.test.ts`. */

const session = useSession();
let page: Page | undefined;

afterEach(async () => {
  session.server.release();
  session.server.hold();
  await page?.close();
});

/** Readings that one frame makes at the same time; see `entrypoints/page/reading-line.ts`. */
const AT_ONCE = 6;
const ROWS = 40;
const ROW_PX = 500;

/** A long page of pictures of another host, one to a row; the ranges of its first rows are held back. */
async function openRows(mark: string): Promise<Page> {
  const opened = await session.browser.newPage();
  await opened.goto(session.server.url(SITE_HOST, '/static/bare.html'));
  const src = session.server.url(CDN_HOST, `/heldrange/media/gb/label-1-text.png?${mark}=`);
  await opened.evaluate(
    async (address, rows, height) => {
      document.body.replaceChildren(
        ...Array.from({ length: rows }, (_, row) => {
          const box = document.createElement('div');
          box.style.cssText = `height: ${height}px`;
          const picture = Object.assign(new Image(200, 140), { src: `${address}${row}` });
          picture.id = `row${row}`;
          if (row === 0) {
            const others = Array.from({ length: 5 }, (_, index) =>
              Object.assign(new Image(200, 140), { src: `${address}first${index}` }),
            );
            box.append(...others);
          }
          box.append(picture);
          return box;
        }),
      );
      await Promise.all([...document.images].map((image) => image.decode()));
    },
    src,
    ROWS,
    ROW_PX,
  );
  return opened;
}

/** What follows the mark in the addresses of ranged requests, in their order. */
const rangesOf = (mark: string): readonly string[] =>
  session.server.log
    .filter(({ range, url }) => range !== undefined && url.includes(`?${mark}=`))
    .map(({ url }) => url.split('=').at(-1) ?? '');

async function untilRanges(mark: string, enough: (all: readonly string[]) => boolean): Promise<void> {
  const deadline = performance.now() + DEFAULT_TIMEOUT_MS;
  while (!enough(rangesOf(mark))) {
    if (performance.now() > deadline) throw new Error(`asked for: ${rangesOf(mark).join()}`);
    await page?.evaluate(nextFrame);
  }
}

async function showRow(row: number): Promise<void> {
  await page?.evaluate((id) => document.querySelector(id)?.scrollIntoView({ block: 'start' }), `#row${row}`);
  for (let frame = 0; frame < 10; frame += 1) await page?.evaluate(nextFrame);
}

describe('a list that is scrolled faster than it is read', () => {
  it('is read where it comes to rest; what was passed is read when it comes back', async () => {
    page = await openRows('fast');
    await untilRanges('fast', (all) => all.length === AT_ONCE);
    for (const row of [8, 12, 16, 20, 34]) await showRow(row);
    session.server.release();
    await untilRanges('fast', (all) => all.includes('34'));
    await page.waitForLabels((labels) => labels.some(({ visible }) => visible));
    for (const passed of ['8', '12', '16', '20']) expect(rangesOf('fast')).not.toContain(passed);
    await showRow(12);
    await untilRanges('fast', (all) => all.includes('12'));
    await page.waitForLabels((labels) => labels.some(({ visible }) => visible));
  });
});
