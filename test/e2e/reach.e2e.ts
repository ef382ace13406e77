import { afterEach, describe, expect, it } from 'vitest';
import { DEFAULT_TIMEOUT_MS, type Page } from '../support/browsers/browser';
import { labelOn } from '../support/browsers/check-page';
import { SITE_HOST } from '../support/server/server';
import { useSession } from './support/session';
import { waitForStored } from './support/stored';

/** Frames and documents of every kind, and what is loaded where. */

const session = useSession();
const opened: Page[] = [];

afterEach(async () => {
  for (const page of opened.splice(0)) await page.close().catch(() => undefined);
});

async function openPath(path: string): Promise<Page> {
  const page = await session.browser.newPage();
  opened.push(page);
  await page.goto(session.server.url(SITE_HOST, path));
  return page;
}

/** Names of our scripts that stand in the top document of the tab in front. */
function scriptsIn(url: string): Promise<readonly string[]> {
  return session.browser.background(async (wanted) => {
    type Api = {
      readonly tabs: {
        query(all: object): Promise<readonly { readonly id?: number; readonly url?: string }[]>;
      };
      readonly scripting: { executeScript(what: object): Promise<readonly { readonly result?: unknown }[]> };
    };
    const { chrome } = globalThis as unknown as { readonly chrome: Api };
    const tab = (await chrome.tabs.query({})).find((each) => each.url === wanted);
    const func = () =>
      ['sentry', 'page', 'engine'].filter((name) => Symbol.for(`bianshi.${name}`) in globalThis);
    const [answer] = await chrome.scripting.executeScript({ target: { tabId: tab?.id }, func });
    return answer?.result as string[];
  }, url);
}

async function waitForScript(page: Page, name: string): Promise<void> {
  const url = await page.url();
  const deadline = performance.now() + DEFAULT_TIMEOUT_MS;
  while (!(await scriptsIn(url)).includes(name))
    if (performance.now() > deadline) throw new Error(`${name} was not loaded`);
}

describe('frames', () => {
  it('are read and labelled whatever they are made of, those that come later too', async () => {
    const page = await session.open('frames');
    opened.push(page);
    const isDone = (labelled: number) => (stored: Awaited<ReturnType<typeof waitForStored>>) =>
      stored.items.length === labelled &&
      stored.frames.reduce((sum, { counts }) => sum + counts.noLabel, 0) === labelled;
    const { items } = await waitForStored(session, isDone(8));
    expect(items.every(({ mediaUrl }) => mediaUrl.includes('label-1-xmp-element.jpg'))).toBe(true);
    await page.evaluate(() => document.querySelector<HTMLElement>('#later')?.click());
    await page.evaluate(() => document.querySelector('#late')?.scrollIntoView());
    expect((await waitForStored(session, isDone(9))).items.length).toBe(9);
  });

  it('are read anew when they are led from a blank document to a page, though the window stays', async () => {
    const page = await session.open('frames');
    opened.push(page);
    const led = (stored: Awaited<ReturnType<typeof waitForStored>>) =>
      stored.frames.some(
        ({ url, counts }) => url.endsWith('?led') && counts.labelled === 1 && counts.noLabel === 1,
      );
    await page.evaluate(() => document.querySelector('#led')?.scrollIntoView());
    await waitForStored(
      session,
      ({ frames }) => frames.filter(({ url }) => url === 'about:blank').length === 2,
    );
    await page.evaluate(() => document.querySelector<HTMLElement>('#lead')?.click());
    expect((await waitForStored(session, led)).frames.some(({ url }) => url.endsWith('?led'))).toBe(true);
  });
});

describe('documents that are one medium', () => {
  it.each([
    ['picture', '/media/gb/label-1-text.png?alone', '/media/plain/paper.png?alone'],
    ['film', '/media/players/film-labelled.mp4?alone', '/media/players/film-plain.mp4?alone'],
  ])('%s: is labelled, its look-alike is not', async (_, labelled, plain) => {
    const page = await openPath(labelled);
    await page.waitForLabels((labels) => labels.length === 1 && labels[0]?.badge === 'confirmed');
    const other = await openPath(plain);
    const url = await other.url();
    await waitForStored(session, ({ frames }) =>
      frames.some((frame) => frame.url === url && frame.counts.noLabel === 1),
    );
    expect(await other.labels()).toEqual([]);
  });

  it('a drawing: is listed, though nothing of HTML can be drawn in it', async () => {
    const page = await openPath('/media/players/drawing-labelled.svg?alone');
    const url = await page.url();
    const { items } = await waitForStored(session, (stored) =>
      stored.items.some(({ mediaUrl }) => mediaUrl === url),
    );
    expect(items.filter(({ mediaUrl }) => mediaUrl === url)).toEqual([{ mediaUrl: url, kind: 'image' }]);
  });

  it('XHTML: is labelled as HTML is', async () => {
    const page = await openPath('/static/page.xhtml');
    const labels = await page.waitForLabels((all) => all.length === 1);
    const box = await page.evaluate(() => {
      const { x, y, width, height } = document.querySelector('img')?.getBoundingClientRect() ?? new DOMRect();
      return { x, y, width, height };
    });
    expect(labelOn(box, labels)?.badge).toBe('confirmed');
  });
});

describe('what is loaded', () => {
  it('is one small script where there are no media, or icons only', async () => {
    const page = await openPath('/static/bare.html');
    await page.evaluate(async () => {
      const icon = Object.assign(new Image(16, 16), { src: '/media/thumbs/labelled.jpg?icon' });
      document.body.append(icon);
      await icon.decode();
    });
    expect(await scriptsIn(await page.url())).toEqual(['sentry']);
    await page.evaluate(() => {
      document.body.append(Object.assign(new Image(240, 160), { src: '/media/thumbs/labelled.jpg?large' }));
    });
    await page.waitForLabels((labels) => labels.length === 1);
    expect(await scriptsIn(await page.url())).toEqual(['sentry', 'page', 'engine']);
  });

  it('is no engine where only the background can read', async () => {
    const page = await openPath('/static/bare.html?elsewhere');
    await page.evaluate(
      (src) => {
        document.body.append(Object.assign(new Image(240, 160), { src }));
      },
      session.server.url('cdn.test', '/media/thumbs/labelled-3.jpg?elsewhere'),
    );
    await page.waitForLabels((labels) => labels.length === 1);
    expect(await scriptsIn(await page.url())).toEqual(['sentry', 'page']);
  });

  it.each([
    ['a background', '#only { X }'],
    ['a background within a group of rules', '@media all { @supports (color: red) { #only { X } } }'],
    ['a background of ::before', '#only::before { content: ""; display: block; height: 100%; X }'],
  ])('is all where %s in a linked sheet, as data:, is the only picture', async (_, sheet) => {
    const page = await openPath(`/static/bare.html?data${sheet.length}`);
    expect(await scriptsIn(await page.url())).toEqual(['sentry']);
    await page.evaluate(async (rules) => {
      const file = await (await fetch('/media/thumbs/labelled.jpg')).arrayBuffer();
      const text = btoa(Array.from(new Uint8Array(file), (byte) => String.fromCharCode(byte)).join(''));
      const css = rules.replace('X', `background: center / cover url("data:image/jpeg;base64,${text}");`);
      const place = Object.assign(document.createElement('div'), { id: 'only' });
      place.style.cssText = 'width: 240px; height: 160px';
      document.body.append(place);
      const href = URL.createObjectURL(new Blob([css], { type: 'text/css' }));
      document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href }));
    }, sheet);
    await page.waitForLabels((labels) => labels.length === 1 && labels[0]?.badge === 'confirmed');
  });

  it('is one small script where sheets hold ticks and arrows only', async () => {
    const page = await openPath('/static/bare.html?ticks');
    await page.evaluate(async () => {
      const svg = encodeURIComponent(
        '<svg xmlns="http://www.w3.org/2000/svg"><path d="m2 5 6 6 6-6"/></svg>',
      );
      const css = `body { background: url("data:image/svg+xml,${svg}"); }`;
      const href = URL.createObjectURL(new Blob([css], { type: 'text/css' }));
      const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
      const loaded = new Promise((resolve) => link.addEventListener('load', resolve));
      document.head.append(link);
      await loaded;
      await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 1000 }));
      await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 1000 }));
    });
    expect(await scriptsIn(await page.url())).toEqual(['sentry']);
  });

  it('is the page script when a view asks for a page that has not spoken', async () => {
    const page = await openPath('/static/bare.html?asked');
    const popup = await session.browser.openPopup(page);
    await popup.waitFor(() => document.querySelector('h1') !== null);
    await waitForScript(page, 'page');
    const url = await page.url();
    const { frames } = await waitForStored(session, (stored) =>
      stored.frames.some((each) => each.url === url),
    );
    expect(frames.find((each) => each.url === url)?.counts.labelled).toBe(0);
    await popup.close();
  });
});

describe('films', () => {
  it('are read in at most three ranges, also where the page itself loads nothing', async () => {
    const from = session.server.log.length;
    const page = await openPath('/static/bare.html?film');
    await page.evaluate(() => {
      const film = document.createElement('video');
      Object.assign(film, {
        preload: 'none',
        width: 320,
        height: 180,
        src: '/media/players/film-labelled.mp4?none',
      });
      document.body.append(film);
    });
    await page.waitForLabels((labels) => labels.length === 1);
    const asked = session.server.log.slice(from).filter(({ url }) => url.endsWith('film-labelled.mp4?none'));
    expect(asked.length).toBeGreaterThanOrEqual(1);
    expect(asked.length).toBeLessThanOrEqual(3);
    expect(asked.every(({ range, accept }) => range !== undefined && accept?.startsWith('video/'))).toBe(
      true,
    );
  });

  it('are not fetched before they can be seen', async () => {
    const from = session.server.log.length;
    const page = await openPath('/static/bare.html?below');
    await page.evaluate(() => {
      const film = document.createElement('video');
      Object.assign(film, {
        preload: 'none',
        width: 320,
        height: 180,
        src: '/media/players/film-labelled.mp4?below',
      });
      film.style.cssText = 'display: block; margin-top: 3000px';
      document.body.append(
        Object.assign(new Image(240, 160), { src: '/media/thumbs/labelled.jpg?above' }),
        film,
      );
    });
    await page.waitForLabels((labels) => labels.length === 1);
    const asked = () => session.server.log.slice(from).filter(({ url }) => url.endsWith('mp4?below')).length;
    expect(asked()).toBe(0);
    await page.evaluate(() => document.querySelector('video')?.scrollIntoView());
    await page.waitForLabels((labels) => labels.length === 2);
    expect(asked()).toBeGreaterThanOrEqual(1);
  });

  it('that a script feeds piece by piece are counted as not checked; their poster is read', async () => {
    const page = await openPath('/static/stream.html');
    await page.waitForLabels((labels) => labels.length === 1 && labels[0]?.badge === 'possible');
    const url = await page.url();
    const { frames } = await waitForStored(session, (stored) =>
      stored.frames.some((each) => each.url === url && each.counts.notChecked['no-bytes'] === 1),
    );
    expect(frames.find((each) => each.url === url)?.counts.labelled).toBe(1);
  });
});
