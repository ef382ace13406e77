import { afterEach, describe, expect, it } from 'vitest';
import type { Page } from '../support/browsers/browser';
import { checkPage } from '../support/browsers/check-page';
import { nameOf, selectorOf } from './support/panel';
import { waitForItem } from './support/read-item';
import { useSession } from './support/session';
import { clickOn } from './support/view-actions';

/** The toolbar popup: what the page holds, what was not found, what was not looked at. */

const session = useSession();
let page: Page;
let popup: Page | undefined;

afterEach(async () => {
  // A popup stays until it is closed, and only one can be open; one whose item was clicked has closed itself.
  await popup?.close().catch(() => undefined);
  popup = undefined;
  await page.close();
});

/** Visits every picture of a page, so that all have been looked at, and opens the popup over it. */
async function popupOver(
  pageId: string,
  labelled: number,
  prepare: (opened: Page) => Promise<void> = async () => undefined,
): Promise<Page> {
  page = await session.open(pageId);
  await prepare(page);
  const observations = await checkPage(page);
  expect(observations.filter(({ asExpected }) => !asExpected)).toEqual([]);
  popup = await session.browser.openPopup(page);
  await popup.waitFor((count) => document.querySelectorAll('.item-row').length === count, {
    args: [labelled],
  });
  return popup;
}

/** The popup's rows: state, name, how it is known, and whether its thumbnail is shown. */
async function rowsOf(view: Page): Promise<readonly (readonly [string, string, string, boolean])[]> {
  await view.evaluate(() => {
    // Thumbnails load when they come into sight; here all are to be seen.
    for (const picture of document.querySelectorAll<HTMLImageElement>('img.thumbnail'))
      picture.loading = 'eager';
  });
  await view.waitFor(() =>
    Array.from(document.querySelectorAll('.item-row')).every((row) => {
      const picture = row.querySelector<HTMLImageElement>('img.thumbnail');
      return picture?.complete && picture.naturalWidth > 0;
    }),
  );
  return view.evaluate(() =>
    Array.from(document.querySelectorAll('.item-row')).map((row) => {
      const words = (part: string) => row.querySelector(part)?.textContent?.trim() ?? '';
      const width = row.querySelector<HTMLImageElement>('img.thumbnail')?.naturalWidth ?? 0;
      return [words('.chip'), words('.item-name'), words('.item-how'), width > 0] as const;
    }),
  );
}

const restOf = (view: Page) =>
  view.evaluate(() => Array.from(document.querySelectorAll('.rest li')).map((line) => line.textContent));

const UNSIGNED = 'GB 45438 metadata label · unsigned';

describe('the popup', () => {
  it('lists what is labelled and says apart what could not be read and what was not looked at', async () => {
    const shown = await popupOver('bad-files', 5, (opened) =>
      opened.evaluate(
        (src) => {
          const picture = Object.assign(new Image(), { src });
          document.querySelector('main')?.prepend(picture);
          return picture.decode();
        },
        session.server.url('127.0.0.1', '/media/gb/label-1-xmp.webp'),
      ),
    );
    const rows = await rowsOf(shown);
    expect([...rows].sort()).toEqual(
      [
        ['AI-generated', nameOf('broken/label-then-truncated.png'), UNSIGNED, true],
        ['AI-generated', nameOf('gb/label-1-text.png'), UNSIGNED, true],
        ['AI-generated', nameOf('gb/label-1-xmp-element.jpg'), UNSIGNED, true],
        ['May be AI-generated', nameOf('gb/label-2-xmp.jpg'), UNSIGNED, true],
        ['Suspected AI-generated', nameOf('gb/label-3-exif.jpg'), UNSIGNED, true],
      ].sort(),
    );
    // A file the browser itself cannot show (a 404, a text) is no picture on the page: nothing to count.
    expect(await restOf(shown)).toEqual([
      '1 picture could not be read (incomplete, malformed or unsupported)',
      '1 not checked: it is on a private network, which is not read from public pages',
    ]);
    expect(await session.browser.badgeText(page)).toBe('5');
  });

  it('counts pictures without a label on a page with pictures from another site', async () => {
    const shown = await popupOver('cross-site', 6);
    expect(await restOf(shown)).toEqual(['No label found in 1 picture (which does not mean it is not AI)']);
    expect(await session.browser.badgeText(page)).toBe('6');
  });

  it('says on a page without labels that none was found, which does not mean not AI', async () => {
    const shown = await popupOver('nothing', 0);
    await shown.waitFor(() => document.querySelector('.rest') !== null);
    expect(await shown.evaluate(() => document.querySelector('h1')?.textContent)).toBe('No AI labels found');
    expect(await restOf(shown)).toEqual([
      'No label found in 5 pictures (which does not mean they are not AI)',
    ]);
    expect(await session.browser.badgeText(page)).toBe('');
  });

  it('has room for its list', async () => {
    const shown = await popupOver('cross-site', 6);
    expect(await shown.evaluate(() => document.querySelector('.popup')?.clientWidth)).toBe(360);
  });

  it('opens the panel on the item that is clicked and shows its picture', async () => {
    const shown = await popupOver('bad-files', 5);
    const file = 'gb/label-1-xmp-element.jpg';
    const row = await shown.evaluate((name) => {
      const names = Array.from(document.querySelectorAll('.item-name'));
      return names.findIndex(({ textContent }) => textContent === name) + 1;
    }, nameOf(file));
    await clickOn(shown, `.item-list li:nth-child(${row}) .item-row`);
    const panel = await session.browser.panel();
    await waitForItem(panel, nameOf(file));
    expect(await panel.url()).toBe(`${session.browser.extensionOrigin()}/sidepanel.html`);
    await page.waitFor(
      (selector) => {
        const box = document.querySelector(selector)?.getBoundingClientRect();
        return box !== undefined && box.top >= 0 && box.bottom <= innerHeight;
      },
      { args: [await selectorOf(page, file)] },
    );
  });
});
