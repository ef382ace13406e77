import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../support/browsers/browser';
import { buildFolder, launchBrowser } from '../support/browsers/launch';
import { HOSTS, SITE_HOST, type SpecimenServer, startServer } from '../support/server/server';
import { BROWSER_NAME } from './support/session';

/** Pages that are open when the extension is installed, and when it is updated under them. */

const LAUNCHES = [1, 2, 3];

/** A restart of the extension, its new background and its scripts, on a busy machine. */
const PATIENCE_MS = 30_000;

let server: SpecimenServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

async function launch(): Promise<Browser> {
  return launchBrowser(BROWSER_NAME, { hosts: HOSTS, locale: 'en', installable: true });
}

async function openLinks(browser: Browser) {
  const page = await browser.newPage();
  await page.goto(server.url(SITE_HOST, '/pages/links?lang=en'));
  return page;
}

const visible = (labels: readonly { readonly visible: boolean }[]) =>
  labels.filter((each) => each.visible).length;

describe('a page open before the extension', () => {
  it.each(LAUNCHES)('is labelled, launch %i of 3', async () => {
    const browser = await launch();
    try {
      const page = await openLinks(browser);
      expect(await page.labels()).toEqual([]);
      await browser.install(buildFolder(BROWSER_NAME));
      await page.waitForLabels((labels) => visible(labels) === 3);
    } finally {
      await browser.close();
    }
  });
});

describe('an update under an open page', () => {
  it('leaves one set of labels, which still open the evidence', async () => {
    const browser = await launch();
    try {
      await browser.install(buildFolder(BROWSER_NAME));
      const page = await openLinks(browser);
      await page.waitForLabels((labels) => visible(labels) === 3);
      await browser.install(buildFolder(BROWSER_NAME));
      const hosts = () =>
        page.evaluate(
          () => [...document.documentElement.children].filter((each) => each.localName === 'div').length,
        );
      const badge = async () => (await browser.badgeText(page).catch(() => '')) === '3';
      const deadline = performance.now() + PATIENCE_MS;
      while (!((await badge()) && (await hosts()) === 1))
        if (performance.now() > deadline)
          throw new Error(
            `${await hosts()} hosts, ${(await page.labels()).length} labels, badge as wanted: ${await badge()}`,
          );
      await page.waitForLabels((labels) => labels.length === 3 && visible(labels) === 3);
    } finally {
      await browser.close();
    }
  });
});
