import { afterEach, describe, expect, it } from 'vitest';
import { DEFAULT_TIMEOUT_MS, type Page } from '../support/browsers/browser';
import { SITE_HOST } from '../support/server/server';
import { knownItems } from './support/items';
import { useSession } from './support/session';

/** Labels reached and opened without a pointer, in every form they have. */

const session = useSession();
let page: Page | undefined;

afterEach(async () => {
  await page?.close();
});

declare const chrome: {
  readonly storage: { readonly session: { get(keys: null): Promise<Record<string, unknown>> } };
};

/** Ids of the items that were opened, of all tabs. */
const openedItems = () =>
  session.browser.background(async () =>
    Object.entries(await chrome.storage.session.get(null)).flatMap(([key, id]) =>
      key.startsWith('selected:') ? [String(id)] : [],
    ),
  );

/** Presses Tab until our host has the focus. */
async function tabToLabel(tab: Page): Promise<void> {
  for (let presses = 0; presses < 30; presses += 1) {
    await tab.press('Tab');
    const isOurs = await tab.evaluate(
      () =>
        document.activeElement?.parentElement === document.documentElement &&
        document.activeElement !== document.body,
    );
    if (isOurs) return;
  }
  throw new Error('No label was reached by Tab');
}

const FORMS: Readonly<Record<string, string>> = {
  'the sign alone, on a small picture': '<img width="48" height="48" src="/media/thumbs/labelled.jpg?FORM">',
  'few words, on a narrow picture': '<img width="96" height="96" src="/media/thumbs/labelled.jpg?FORM">',
  'all words, on a picture in a link':
    '<a href="#x"><img width="480" height="320" src="/media/gb/label-1-text.png?FORM"></a>',
  'on a film with controls':
    '<video controls width="320" height="180" src="/media/players/film-labelled.mp4?FORM"></video>',
  'beside the player of a sound': '<audio controls src="/media/players/sound-labelled.mp3?FORM"></audio>',
};

describe('a label', () => {
  it.each(Object.entries(FORMS))('is reached by Tab and opened by Enter: %s', async (name, markup) => {
    const mark = name.replaceAll(/\W/g, '');
    page = await session.browser.newPage();
    await page.goto(session.server.url(SITE_HOST, '/static/bare.html'));
    await page.evaluate(
      (html) => {
        document.body.innerHTML = html;
      },
      markup.replace('FORM', mark),
    );
    await page.waitForLabels((labels) => labels.some(({ visible }) => visible));
    await tabToLabel(page);
    await page.press('Enter');
    const deadline = performance.now() + DEFAULT_TIMEOUT_MS;
    const isOpen = async () => {
      const ids = await openedItems();
      return (await knownItems(session)).some(
        ({ id, mediaUrl }) => mediaUrl.endsWith(mark) && ids.includes(id),
      );
    };
    while (!(await isOpen()))
      if (performance.now() > deadline) throw new Error(`Not opened: ${await openedItems()}`);
    expect(await page.evaluate(() => location.hash)).toBe('');
  });
});
