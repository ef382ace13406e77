import { afterAll, describe, expect, it } from 'vitest';
import type { Box, LabelNode, Page } from '../support/browsers/browser';
import { labelOn } from '../support/browsers/check-page';
import { untilAnswer } from '../support/browsers/wait';
import { SITE_HOST } from '../support/server/server';
import { storeSettings } from './support/extension';
import { BROWSER_NAME, useSession } from './support/session';

/** What the browser draws above all else: modal dialogs, popovers, elements and films in full screen. */

const session = useSession();

declare const chrome: {
  readonly storage: { readonly session: { get(keys: null): Promise<Record<string, unknown>> } };
};

const boxOf = (page: Page, selector: string): Promise<Box> =>
  page.evaluate((wanted) => {
    const { x, y, width, height } = document.querySelector(wanted)?.getBoundingClientRect() ?? new DOMRect();
    return { x, y, width, height };
  }, selector);

const middle = ({ x, y, width, height }: Box) => [x + width / 2, y + height / 2] as const;

async function press(page: Page, selector: string): Promise<void> {
  await page.click(...middle(await boxOf(page, selector)));
}

/** Waits for a picture's label where a click at its middle meets it: the page sees our host there, and no page element. */
function reachable(page: Page, selector: string): Promise<LabelNode> {
  return untilAnswer(
    page,
    async () => {
      const label = labelOn(await boxOf(page, selector), await page.labels());
      return label && (await isOurs(page, label)) ? label : undefined;
    },
    () => `no label to press on ${selector}`,
  );
}

const isOurs = (page: Page, label: LabelNode): Promise<boolean> =>
  page.evaluate(
    (x, y) => {
      const top = document.elementFromPoint(x, y);
      return (
        top instanceof HTMLDivElement && top.childNodes.length === 0 && top.style.zIndex === '2147483647'
      );
    },
    ...middle(label.box),
  );

const clicks = (page: Page) => page.evaluate(() => document.body.dataset['clicks'] ?? '0');

const selected = () =>
  session.browser.background(async () =>
    Object.keys(await chrome.storage.session.get(null)).filter((key) => key.startsWith('selected:')),
  );

/** Presses a label; the extension gets the press and the page does not. */
async function expectPress(page: Page, label: LabelNode): Promise<void> {
  const before = await clicks(page);
  const known = new Set(await selected());
  await page.click(...middle(label.box));
  await untilAnswer(
    page,
    async () => (await selected()).find((key) => !known.has(key)),
    () => 'the label was not pressed',
  );
  expect(await clicks(page)).toBe(before);
}

describe('a modal dialog', () => {
  it('has its labels inside, and those of the page stay behind it', async () => {
    const page = await session.open('dialogs');
    await reachable(page, '#on-page');
    await press(page, '#open');
    const label = await reachable(page, '#in-dialog');
    const behind = (await page.labels()).filter((each) => each.visible && each.box.x !== label.box.x);
    for (const each of behind) expect(await isOurs(page, each)).toBe(false);
    await expectPress(page, label);
    await page.close();
  });

  it('leaves nothing behind when it closes', async () => {
    const page = await session.open('dialogs');
    const children = () => page.evaluate(() => document.querySelector('#dialog')?.children.length);
    const before = await children();
    await press(page, '#open');
    await reachable(page, '#in-dialog');
    expect(await children()).toBe((before ?? 0) + 1);
    await page.press('Escape');
    await reachable(page, '#on-page');
    await untilAnswer(
      page,
      async () => (await children()) === before || undefined,
      () => 'the host is left',
    );
    await page.close();
  });
});

describe('a popover', () => {
  it('has its label above it', async () => {
    const page = await session.open('dialogs');
    await reachable(page, '#on-page');
    await press(page, '#pop');
    await expectPress(page, await reachable(page, '#in-popover'));
    await page.close();
  });
});

describe('full screen', () => {
  const enter = async (page: Page, button: string) => {
    await press(page, button);
    await page.waitFor(() => document.fullscreenElement !== null);
  };

  it('keeps the label of an element to be seen and pressed, and no other', async () => {
    const page = await session.open('dialogs');
    await reachable(page, '#on-page');
    await enter(page, '#full');
    const label = await reachable(page, '#on-page');
    const picture = await boxOf(page, '#on-page');
    const others = (await page.labels()).filter((each) => each.visible && !labelOn(picture, [each]));
    for (const each of others) expect(await isOurs(page, each)).toBe(false);
    await expectPress(page, label);
    await page.evaluate(() => document.exitFullscreen());
    await reachable(page, '#on-page');
    await page.close();
  });

  // A film in full screen makes all else inert, and nothing can be put into it: its label can be seen only.
  it('keeps the label of a film to be seen, in the corner of the film', async () => {
    const page = await session.open('dialogs');
    await reachable(page, '#film');
    await enter(page, '#full-film');
    const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
    const top = (height - (width * 180) / 320) / 2;
    await page.waitForLabels((labels) => {
      const shown = labels.filter(({ visible }) => visible);
      return shown.length === 1 && shown[0]?.box.x === 10 && Math.abs(shown[0].box.y - top - 10) <= 1;
    });
    await page.evaluate(() => document.exitFullscreen());
    await reachable(page, '#film');
    await page.close();
  });
});

describe('controls of a film', () => {
  /** Height of the strip that browsers draw controls in, in pixels. */
  const STRIP_PX = 48;

  async function openFilm(attributes: string): Promise<Page> {
    await storeSettings(session, { corner: 'bottom-right' });
    const page = await session.browser.newPage();
    await page.goto(session.server.url(SITE_HOST, '/static/bare.html'));
    await page.evaluate((extra) => {
      document.body.innerHTML = `<video id="film" muted ${extra} width="480" height="270" src="/media/players/film-labelled.mp4"></video><button id="go">go</button>`;
    }, attributes);
    await page.waitForLabels((labels) => labels.some(({ visible }) => visible));
    return page;
  }

  async function expectFreeStrip(page: Page): Promise<void> {
    const film = await boxOf(page, '#film');
    const bottom = film.y + film.height - STRIP_PX;
    await page.waitForLabels((labels) => {
      const label = labelOn(film, labels);
      return label !== undefined && label.box.y + label.box.height < bottom;
    });
  }

  it('are left free in the page, whatever corner was chosen', async () => {
    const page = await openFilm('controls');
    await expectFreeStrip(page);
    await page.close();
  });

  it('are left free in full screen, where the browser draws them unasked', async () => {
    const page = await openFilm('');
    await page.evaluate(() => {
      const film = document.querySelector('video');
      document.querySelector('#go')?.addEventListener('click', () => void film?.requestFullscreen());
    });
    await press(page, '#go');
    await page.waitFor(() => document.fullscreenElement !== null);
    await expectFreeStrip(page);
    await page.evaluate(() => document.exitFullscreen());
    await page.close();
  });

  // Firefox has no such call for pages.
  if (BROWSER_NAME === 'chromium')
    it('are left free while the film plays in a window of its own, and the label stays at its place', async () => {
      const page = await openFilm('controls');
      await page.evaluate(() => {
        const film = document.querySelector('video');
        document.querySelector('#go')?.addEventListener('click', () => void film?.requestPictureInPicture());
      });
      await press(page, '#go');
      await page.waitFor(() => document.pictureInPictureElement !== null);
      await expectFreeStrip(page);
      await page.evaluate(() => document.exitPictureInPicture());
      await expectFreeStrip(page);
      await page.close();
    });

  afterAll(() => storeSettings(session, {}));
});
