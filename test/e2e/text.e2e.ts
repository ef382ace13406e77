import { beforeAll, describe, expect, it } from 'vitest';
import type { PageItem } from '../../lib/messages/page-items';
import type { Page } from '../support/browsers/browser';
import { DEFAULT_TIMEOUT_MS } from '../support/browsers/browser';
import { nextFrame } from '../support/browsers/wait';
import { SITE_HOST } from '../support/server/server';
import { storeSettings } from './support/extension';
import { knownItems } from './support/items';
import { useSession } from './support/session';
import { waitForStored } from './support/stored';

/** What pages say of their texts, of their pictures and of themselves: as items in the panel and labels on the page. */

const session = useSession();

/** Waits until the items of a page satisfy `until`. */
async function itemsOf(
  page: Page,
  until: (items: readonly PageItem[]) => boolean,
): Promise<readonly PageItem[]> {
  const url = await page.url();
  const deadline = performance.now() + DEFAULT_TIMEOUT_MS;
  for (;;) {
    const items = (await knownItems(session)).filter(({ pageUrl }) => pageUrl === url);
    if (until(items)) return items;
    if (performance.now() > deadline) throw new Error(JSON.stringify(items.map(brief)));
    await page.evaluate(nextFrame);
  }
}

const brief = ({ kind, alt, excerpt, inspection: { verdict } }: PageItem) => ({
  kind,
  alt,
  excerpt,
  verdict: verdict.kind,
});

async function openStatic(file: string): Promise<Page> {
  const page = await session.browser.newPage();
  await page.goto(session.server.url(SITE_HOST, `/static/${file}`));
  return page;
}

describe('texts as items', () => {
  it('are called by their headline, begin with their words and rest on what the page says', async () => {
    const page = await session.open('texts', 'zh');
    const items = await itemsOf(page, (all) => all.length === 6);
    const item = items.find(({ alt }) => alt === '码头边的船');
    expect(item).toMatchObject({ kind: 'text', label: { badge: 'possible' } });
    expect(item?.excerpt).toMatch(/^码头边的船 湖面在清晨/);
    expect(item?.inspection.findings).toMatchObject([
      { signal: 'visible-mark', raw: '作者声明：内容由AI生成' },
    ]);
    await page.close();
  });

  it('stand in free room: no label lies on words', async () => {
    const page = await session.open('texts', 'zh');
    const labels = await page.waitForLabels((all) => all.some(({ visible }) => visible));
    const words = await page.evaluate(() => {
      const walker = document.createTreeWalker(
        document.querySelector('main') ?? document.body,
        NodeFilter.SHOW_TEXT,
      );
      const boxes: { x: number; y: number; width: number; height: number }[] = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const range = document.createRange();
        range.selectNodeContents(node);
        for (const { x, y, width, height } of range.getClientRects()) boxes.push({ x, y, width, height });
      }
      return boxes;
    });
    for (const { box } of labels.filter(({ visible }) => visible)) {
      const covered = words.filter(
        (word) =>
          word.x < box.x + box.width &&
          box.x < word.x + word.width &&
          word.y + 2 < box.y + box.height &&
          box.y + 2 < word.y + word.height,
      );
      expect(covered).toEqual([]);
    }
    await page.close();
  });

  it('come and go with what the page says', async () => {
    const page = await session.open('texts', 'zh');
    await itemsOf(page, (all) => all.length === 6);
    await page.evaluate(() => {
      document.querySelector('#at-start p')?.remove();
      document.querySelector('#says-nothing p')?.append('（内容由AI生成，仅供参考）');
    });
    const items = await itemsOf(page, (all) => all.some(({ alt }) => alt === '没有声明的文章'));
    expect(items.map(({ alt }) => alt)).not.toContain('清晨的湖');
    await page.evaluate(() => document.querySelector('#says-nothing')?.remove());
    await itemsOf(page, (all) => all.length === 5);
    await page.close();
  });

  it('are found in a file of text and in Markdown shown as it is', async () => {
    const text = await openStatic('document.txt');
    const [marked] = await itemsOf(text, (all) => all.length === 1);
    expect(marked).toMatchObject({ kind: 'text', label: { badge: 'suspected' } });
    await text.close();
    const markdown = await openStatic('document.md');
    const [labelled] = await itemsOf(markdown, (all) => all.length === 1);
    expect(labelled).toMatchObject({ kind: 'text', label: { badge: 'possible' } });
    expect(labelled?.inspection.findings[0]?.signal).toBe('gb45438');
    await markdown.close();
  });

  it('are the page itself where that says so: listed, without a label over it', async () => {
    const page = await openStatic('declared.html');
    const [item] = await itemsOf(page, (all) => all.length === 1);
    expect(item).toMatchObject({ kind: 'page', alt: 'Declared as a whole', label: { badge: 'possible' } });
    expect((await page.labels()).filter(({ visible }) => visible)).toEqual([]);
    await page.close();
  });
});

describe('a page that its server declares', () => {
  // The background has to be there before the first answer comes.
  beforeAll(() => storeSettings(session, {}));

  it('is listed with the words of the header, and no other page is', async () => {
    const page = await openStatic('bare.html?declared');
    const [item] = await itemsOf(page, (all) => all.length === 1);
    expect(item).toMatchObject({ kind: 'page', label: { badge: 'possible' } });
    expect(item?.inspection.findings[0]?.rows).toContainEqual({ name: 'model', value: 'm-1' });
    await page.goto(session.server.url(SITE_HOST, '/static/bare.html'));
    await itemsOf(page, (all) => all.length === 0);
    await page.close();
  });

  it('is no frame in another: those would wake the background with every advertisement', async () => {
    const page = await openStatic('bare.html');
    const address = session.server.url(SITE_HOST, '/static/bare.html?declared&frame');
    await page.evaluate(
      (src: string) =>
        new Promise<void>((resolve) => {
          const frame = document.createElement('iframe');
          frame.onload = () => resolve();
          frame.src = src;
          document.body.append(frame);
        }),
      address,
    );
    // What was answered later is known: the frame would be, too.
    const later = await openStatic('bare.html?declared');
    await itemsOf(later, (all) => all.length === 1);
    expect((await knownItems(session)).some(({ pageUrl }) => pageUrl === address)).toBe(false);
    await later.close();
    await page.close();
  });
});

describe('a page that names credentials kept elsewhere', () => {
  beforeAll(() => storeSettings(session, {}));

  it('has their addresses told, from its link and its header; nothing is fetched, and no file is counted', async () => {
    const page = await openStatic('bare.html?named');
    await page.evaluate(() => {
      const link = document.createElement('link');
      link.rel = 'c2pa-manifest';
      link.href = 'told/link.c2pa';
      document.head.append(link);
    });
    const url = await page.url();
    const { frames, items } = await waitForStored(session, (stored) =>
      stored.frames.some((frame) => frame.url === url && frame.named?.length === 2),
    );
    const frame = frames.find((one) => one.url === url);
    expect(frame?.named).toContainEqual({
      url: session.server.url(SITE_HOST, '/told/header.c2pa'),
      by: 'header',
    });
    expect(frame?.named).toContainEqual({
      url: session.server.url(SITE_HOST, '/static/told/link.c2pa'),
      by: 'link',
    });
    expect(frame?.counts).toEqual({ labelled: 0, noLabel: 0, unreadable: 0, notChecked: {} });
    expect(items.filter(({ mediaUrl }) => mediaUrl === url)).toEqual([]);
    expect(session.server.log.filter((one) => one.url.includes('.c2pa'))).toEqual([]);
    await page.close();
  });
});

describe('a page without media', () => {
  it.each([
    ['text', 'possible'],
    ['attribute', 'possible'],
    ['script', 'possible'],
  ])('is read when words that stand there change in place: %s', async (what, state) => {
    const page = await openStatic('bare.html');
    await page.evaluate((which: string) => {
      const words = document.querySelector('p')?.firstChild as Text;
      const script = document.createElement('script');
      script.type = 'application/ld+json';
      document.head.append(script);
      const type = 'https://schema.org/TrainedAlgorithmicMediaDigitalSource';
      setTimeout(() => {
        if (which === 'text') words.data = '本文由人工智能生成';
        if (which === 'attribute') words.parentElement?.setAttribute('ai-disclosure', 'ai-generated');
        if (which === 'script')
          script.textContent = JSON.stringify({ '@type': 'WebPage', digitalSourceType: type });
      });
    }, what);
    const [item] = await itemsOf(page, (all) => all.length === 1);
    expect(item?.label.badge).toBe(state);
    await page.close();
  });
});

describe('pictures of which the page speaks', () => {
  const named = (items: readonly PageItem[], part: string) =>
    items.find(({ mediaUrl }) => mediaUrl.includes(part));

  it('keep what their file says beside it, and never an alarm less', async () => {
    const page = await session.open('stated-pictures', 'zh');
    const count = await page.evaluate(() => {
      document.querySelector('#undeclared')?.scrollIntoView();
      return document.querySelectorAll('figure img').length;
    });
    const items = await itemsOf(
      page,
      (all) => all.length === count - 1 && all.every(({ label }) => !label.pending),
    );
    const verdictOf = (part: string) => named(items, part)?.inspection.verdict;
    expect(verdictOf('capture.jpg')).toMatchObject({
      kind: 'ai',
      state: 'possible',
      because: [{ signal: 'ai-disclosure' }],
      conflicts: [{ signal: 'c2pa', states: { kind: 'captured' } }],
    });
    expect(verdictOf('tampered.jpg')?.kind).toBe('credential-broken');
    expect(named(items, 'truncated.png')?.inspection.ofFile).toMatchObject({ kind: 'unreadable' });
    expect(named(items, '/signin/')?.inspection.ofFile).toEqual({
      kind: 'not-checked',
      why: 'needs-sign-in',
    });
    expect(verdictOf('label-1-xmp.webp')).toMatchObject({
      state: 'confirmed',
      because: [{ signal: 'gb45438' }, { signal: 'schema-org' }],
    });
    expect(named(items, 'label-1-xmp.webp')?.pageShowsLabel).toBe('yes');
    expect(named(items, '?undeclared')).toBeUndefined();
    await page.close();
  });

  it('are said to be shown without a label where the page shows none', async () => {
    const page = await openStatic('unlabelled.html');
    const [item] = await itemsOf(page, (all) => all.length === 1);
    expect(item).toMatchObject({ label: { badge: 'confirmed' }, pageShowsLabel: 'no' });
    await page.close();
  });
});
