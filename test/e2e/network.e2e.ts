import { describe, expect, it } from 'vitest';
import { DEFAULT_TIMEOUT_MS } from '../support/browsers/browser';
import type { ChromiumPage } from '../support/browsers/chromium-page';
import type { RequestRecord } from '../support/server/request-log';
import { BROWSER_NAME, useSession } from './support/session';
import { waitForStored } from './support/stored';
import { clickOn } from './support/view-actions';

/**
 * What the extension asks servers for, as the servers see it. Its requests carry a `Range`, those of `<img>` never do
 * (`Sec-Fetch-Dest` would tell too, but goes to secure addresses only).
 */

declare const chrome: {
  readonly storage: { readonly session: { get(keys: null): Promise<Record<string, unknown>> } };
};

const session = useSession();

const ofExtension = (from: number): readonly RequestRecord[] =>
  session.server.log.slice(from).filter(({ range, url }) => range !== undefined && url.includes('/media/'));

describe('requests', () => {
  it('reads pictures of the same site from the page’s own cache', async () => {
    const from = session.server.log.length;
    const page = await session.open('scrolling');
    await page.waitForLabels((labels) => labels.filter(({ visible }) => visible).length >= 3);
    const extra = ofExtension(from);
    expect(extra).toEqual([]);
    await page.close();
  });

  it('reads pictures of another site in small ranges, without cookies', async () => {
    const page = await session.open('nothing');
    const from = session.server.log.length;
    await page.evaluate(
      (url) => {
        const picture = document.querySelector('img');
        if (picture) picture.src = url;
      },
      session.server.url('cdn.test', '/media/gb/label-1-xmp-element.jpg'),
    );
    await page.waitForLabels((labels) => labels.length === 1);
    const extra = ofExtension(from);
    expect(extra.length).toBeGreaterThanOrEqual(1);
    expect(extra.length).toBeLessThanOrEqual(2);
    expect(extra.every(({ range, method }) => method === 'GET' && /^bytes=\d+-\d+$/.test(range ?? ''))).toBe(
      true,
    );
    expect(extra.map(({ cookie }) => cookie)).toEqual(extra.map(() => undefined));
    expect(extra.reduce((sum, { bytesSent }) => sum + bytesSent, 0)).toBeLessThanOrEqual(64 * 1024);
    await page.close();
  });

  it('does not reach into a private network for a public page, and says so', async () => {
    const page = await session.open('nothing');
    const from = session.server.log.length;
    await page.evaluate(
      (url) => {
        const picture = document.querySelector('img');
        if (picture) picture.src = url;
      },
      session.server.url('127.0.0.1', '/media/gb/label-1-xmp-element.jpg'),
    );
    const counts = async () =>
      session.browser.background(async () => {
        const stored = await chrome.storage.session.get(null);
        return Object.entries(stored)
          .filter(([key]) => key.startsWith('frame:'))
          .map(
            ([, frame]) => (frame as { counts: { notChecked: Record<string, number> } }).counts.notChecked,
          );
      });
    const deadline = performance.now() + DEFAULT_TIMEOUT_MS;
    while (!(await counts()).some((reasons) => reasons['private-network'] === 1)) {
      if (performance.now() > deadline) throw new Error(JSON.stringify(await counts()));
    }
    expect(ofExtension(from)).toEqual([]);
    expect(await page.labels()).toEqual([]);
    await page.close();
  });

  it('sends nothing anywhere else', async () => {
    const hosts = new Set(session.server.log.map(({ host }) => host));
    expect([...hosts].filter((host) => !['site.test', 'cdn.test', '127.0.0.1'].includes(host))).toEqual([]);
  });
});

// Firefox has no Save-Data.
if (BROWSER_NAME === 'chromium')
  describe('a person who saves data', () => {
    it('has nothing fetched unasked; what the page has itself is read, and the rest on their word', async () => {
      const page = await session.browser.newPage();
      const devtools = await (page as ChromiumPage).raw.createCDPSession();
      await devtools.send('Emulation.setDataSaverOverride', { dataSaverEnabled: true });
      await page.goto(session.server.url('site.test', '/static/bare.html?saving'));
      const from = session.server.log.length;
      await page.evaluate(
        async (elsewhere) => {
          for (const src of ['/media/thumbs/labelled.jpg?saving', elsewhere])
            document.body.append(Object.assign(new Image(240, 160), { src }));
        },
        session.server.url('cdn.test', '/media/thumbs/labelled-3.jpg?saving'),
      );
      const url = await page.url();
      const ofPage = (labelled: number, saved: number | undefined) =>
        waitForStored(session, ({ frames }) =>
          frames.some(
            (each) =>
              each.url === url &&
              each.counts.labelled === labelled &&
              each.counts.notChecked['save-data'] === saved,
          ),
        );
      await ofPage(1, 1);
      expect(ofExtension(from)).toEqual([]);
      const popup = await session.browser.openPopup(page);
      await popup.waitFor(() => document.querySelector('.item-row') !== null);
      await clickOn(popup, '.rest button');
      await ofPage(2, undefined);
      expect(ofExtension(from).length).toBe(1);
      await popup.close();
      await page.close();
    });
  });
