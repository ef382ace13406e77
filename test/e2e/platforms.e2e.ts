import { afterEach, describe, expect, it } from 'vitest';
import type { PageItem } from '../../lib/messages/page-items';
import { DEFAULT_TIMEOUT_MS, type Page } from '../support/browsers/browser';
import { nextFrame } from '../support/browsers/wait';
import { HOSTS } from '../support/server/server';
import { storeSettings } from './support/extension';
import { knownItems } from './support/items';
import { useSession } from './support/session';

/**
 * What platforms say, on pages made like theirs and under their names. Names whose sites are only ever opened by
 * HTTPS (browsers have lists of these) cannot be served here; their rules are tried in `test/unit/page/claims`.
 */

const PLATFORM_HOSTS = ['www.iesdouyin.com', 'weibo.com', 'www.bilibili.com', 'www.xiaohongshu.com'] as const;
const session = useSession({ hosts: [...HOSTS, ...PLATFORM_HOSTS] });
const opened: Page[] = [];

afterEach(async () => {
  for (const page of opened.splice(0)) await page.close().catch(() => undefined);
});

async function open(host: string, path: string): Promise<Page> {
  const page = await session.browser.newPage();
  opened.push(page);
  await page.goto(session.server.url(host, `/platforms/${path}.html`));
  return page;
}

/** Items of which a platform says something, on all pages. */
async function ofPlatforms(): Promise<readonly PageItem[]> {
  const items = await knownItems(session);
  return items.filter(({ inspection }) => inspection.findings.some(isOfPlatform));
}

const isOfPlatform = ({ signal }: { readonly signal: string }) => signal.startsWith('platform:');

/** Waits, frame by frame of a page, until so many items are known of which a platform speaks. */
async function until(page: Page, count: number): Promise<readonly PageItem[]> {
  const deadline = performance.now() + DEFAULT_TIMEOUT_MS;
  for (;;) {
    const items = await ofPlatforms();
    if (items.length === count) return items;
    if (performance.now() > deadline) throw new Error(`${items.length} items of platforms, not ${count}`);
    await page.evaluate(nextFrame);
  }
}

const said = ({ kind, inspection }: PageItem) => ({
  kind,
  verdict: inspection.verdict.kind === 'ai' ? inspection.verdict.state : inspection.verdict.kind,
  by: inspection.findings.filter(isOfPlatform).map(({ signal, raw }) => [signal, raw]),
});

describe('a statement of a platform', () => {
  it.each([
    [
      'www.iesdouyin.com',
      'douyin/positive-metadata',
      'video',
      'confirmed',
      'platform:douyin',
      '作品含AI生成内容',
    ],
    [
      'weibo.com',
      'weibo/positive-suspected',
      'image',
      'suspected',
      'platform:weibo',
      '疑似使用了AI生成技术，请谨慎甄别',
    ],
    [
      'www.bilibili.com',
      'bilibili/positive-creator',
      'video',
      'possible',
      'platform:bilibili',
      '人工智能合成技术',
    ],
    [
      'www.xiaohongshu.com',
      'xiaohongshu/positive-creator',
      'image',
      'possible',
      'platform:xiaohongshu',
      '笔记含AI合成内容',
    ],
  ])('is tied to its item and labelled there: %s %s', async (host, path, kind, verdict, signal, words) => {
    const page = await open(host, path);
    const [item, ...more] = (await until(page, 1)).map(said);
    expect(more).toEqual([]);
    expect(item).toMatchObject({ kind, verdict });
    expect(item?.by.map(([by]) => by)).toEqual([signal]);
    expect(item?.by[0]?.[1]).toContain(words);
    await page.waitForLabels((labels) => labels.some(({ badge, visible }) => badge === verdict && visible));
  });

  it('is not read out of menus, forms, headings, comments or talk about it', async () => {
    const page = await open('www.iesdouyin.com', 'douyin/negative');
    // What comes last is found, so all before it has been looked at.
    await page.evaluate(() => {
      const last = document.createElement('article');
      const words = Object.assign(document.createElement('p'), { textContent: '作品含AI生成内容' });
      const picture = Object.assign(document.createElement('img'), {
        src: '/media/plain/lake.jpg?last',
        width: 480,
        height: 270,
      });
      last.append(picture, words);
      document.querySelector('main')?.append(last);
      last.scrollIntoView();
    });
    const [item] = await until(page, 1);
    expect(item?.mediaUrl).toContain('lake.jpg?last');
  });

  it('is of the film that is played, and follows the player to the next', async () => {
    const page = await open('www.iesdouyin.com', 'douyin/positive-metadata');
    await until(page, 1);
    const next = await page.evaluate(async () => {
      const film = document.querySelector('video');
      const blob = await (await fetch('/media/players/film-plain.mp4')).blob();
      const url = URL.createObjectURL(blob);
      if (film) film.src = url;
      return url;
    });
    const deadline = performance.now() + DEFAULT_TIMEOUT_MS;
    let urls: readonly string[] = [];
    while (urls.join() !== next && performance.now() < deadline) {
      await page.evaluate(nextFrame);
      urls = (await ofPlatforms()).map(({ mediaUrl }) => mediaUrl);
    }
    expect(urls).toEqual([next]);
  });

  it('is not read under another name', async () => {
    const other = await open(HOSTS[0], 'douyin/positive-metadata');
    const page = await open('www.iesdouyin.com', 'douyin/positive-metadata');
    const [item] = await until(page, 1);
    expect(item?.pageUrl).toBe(await page.url());
    expect(await other.url()).not.toBe(item?.pageUrl);
  });

  it('of an unchecked rule goes when such rules are switched off, and comes back', async () => {
    const page = await open('www.iesdouyin.com', 'douyin/positive-metadata');
    await until(page, 1);
    await storeSettings(session, { uncheckedPlatformRules: 'off' });
    await until(page, 0);
    await storeSettings(session, { uncheckedPlatformRules: 'on' });
    await until(page, 1);
    expect((await ofPlatforms()).map(said)).toMatchObject([{ verdict: 'confirmed' }]);
  });
});
