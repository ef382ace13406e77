import { beforeEach, describe, expect, it } from 'vitest';
import { fileText } from '../../../lib/bytes/file-text';
import { notChecked } from '../../../lib/inspect/not-checked';
import type { PageCounts, PageItem } from '../../../lib/messages/page-items';
import {
  type FrameUpdate,
  MAX_ITEMS_PER_TAB,
  MAX_TAB_CHARS,
  TabPages,
} from '../../../lib/platform/tab-pages';

/** A session store that outlives the service worker, as the browser's does. */
function memoryArea() {
  const stored = new Map<string, unknown>();
  return {
    stored,
    get: async () => Object.fromEntries(stored),
    set: async (items: Record<string, unknown>) => {
      for (const [key, value] of Object.entries(items)) stored.set(key, structuredClone(value));
    },
    remove: async (keys: string[]) => {
      for (const key of keys) stored.delete(key);
    },
  };
}

const counts = (labelled: number, noLabel = 0, notCheckedCount = 0): PageCounts => ({
  labelled,
  noLabel,
  unreadable: 0,
  notChecked: notCheckedCount > 0 ? { 'http-error': notCheckedCount } : {},
});

const item = (id: string): PageItem => ({
  id,
  kind: 'image',
  mediaUrl: `https://cdn.example/${id}.png`,
  pageUrl: 'https://news.example/',
  alt: fileText(''),
  inspection: notChecked('gone'),
  label: { badge: 'confirmed', text: 'confirmed.full', pending: false },
  readAt: '2026-11-21T12:00:00+08:00',
});

const update = (
  documentId: string,
  ids: readonly string[],
  more: Partial<FrameUpdate> = {},
): FrameUpdate => ({
  documentId,
  url: 'https://news.example/',
  title: 'News',
  paused: false,
  counts: counts(ids.length),
  put: ids.map(item),
  drop: [],
  ...more,
});

let area: ReturnType<typeof memoryArea>;
let pages: TabPages;

beforeEach(() => {
  area = memoryArea();
  pages = new TabPages(area);
});

const idsOf = async (tab = 1) => (await pages.page(tab))?.items.map(({ id }) => id);

describe('TabPages', () => {
  it('knows nothing of a tab that has not spoken', async () => {
    expect(await pages.page(1)).toBeUndefined();
  });

  it('joins the credentials elsewhere that frames name', async () => {
    const [one, other] = [
      { url: 'https://store.example/1', by: 'link' },
      { url: 'https://store.example/2', by: 'header' },
    ] as const;
    await pages.update(1, 0, update('t', [], { named: [one] }));
    await pages.update(1, 7, update('f', [], { named: [other] }));
    expect((await pages.page(1))?.named).toEqual([one, other]);
    await pages.update(1, 0, update('t', []));
    expect((await pages.page(1))?.named).toEqual([other]);
    await pages.gone(1, 7, 'f');
    expect(await pages.page(1)).not.toHaveProperty('named');
  });

  it('joins frames, the top frame first, and adds their counts', async () => {
    await pages.update(1, 7, update('f', ['b'], { url: 'https://ads.example/', counts: counts(1, 2, 3) }));
    await pages.update(1, 0, update('t', ['a'], { counts: counts(1, 4, 5) }));
    expect(await pages.page(1)).toMatchObject({
      url: 'https://news.example/',
      counts: { labelled: 2, noLabel: 6, unreadable: 0, notChecked: { 'http-error': 8 } },
    });
    expect(await idsOf()).toEqual(['a', 'b']);
  });

  it('takes additions, replacements and removals', async () => {
    await pages.update(1, 0, update('t', ['a', 'b']));
    await pages.update(1, 0, update('t', ['c'], { drop: ['a'] }));
    expect(await idsOf()).toEqual(['b', 'c']);
    expect([...area.stored.keys()].sort()).toEqual(['frame:1:0', 'item:1:0:b', 'item:1:0:c']);
  });

  it('starts afresh with a new document, and forgets all frames with a new top document', async () => {
    await pages.update(1, 0, update('t1', ['a']));
    await pages.update(1, 7, update('f1', ['b']));
    await pages.update(1, 7, update('f2', ['c']));
    expect(await idsOf()).toEqual(['a', 'c']);
    await pages.select(1, 'a');
    await pages.update(1, 0, update('t2', ['d']));
    expect(await idsOf()).toEqual(['d']);
    expect((await pages.page(1))?.selected).toBeUndefined();
    expect([...area.stored.keys()].sort()).toEqual(['frame:1:0', 'item:1:0:d']);
  });

  it('forgets a frame that is gone, but not the one that took its place', async () => {
    await pages.update(1, 0, update('t', ['a']));
    await pages.update(1, 7, update('f2', ['b']));
    await pages.gone(1, 7, 'f1');
    expect(await idsOf()).toEqual(['a', 'b']);
    await pages.gone(1, 7, 'f2');
    expect(await idsOf()).toEqual(['a']);
  });

  it('reads everything back after the service worker was stopped', async () => {
    await pages.update(1, 0, update('t', ['a', 'b']));
    await pages.update(2, 0, update('u', ['c']));
    await pages.select(1, 'b', true);
    const before = await pages.page(1);
    pages = new TabPages(area);
    expect(await pages.page(1)).toEqual(before);
    expect(await idsOf(2)).toEqual(['c']);
  });

  it('counts what was asked for, also the same item twice, and not what a view chose', async () => {
    await pages.update(1, 0, update('t', ['a']));
    await pages.select(1, 'a', true);
    await pages.select(1, undefined);
    await pages.select(1, 'a', true);
    expect(await pages.page(1)).toMatchObject({ selected: 'a', asked: 2 });
  });

  it('leaves nothing behind when the tab is closed', async () => {
    await pages.update(1, 0, update('t', ['a']));
    await pages.update(1, 7, update('f', ['b']));
    await pages.select(1, 'a', true);
    await pages.close(1);
    expect([...area.stored.keys()]).toEqual([]);
    expect(await pages.page(1)).toBeUndefined();
  });

  it(`keeps at most ${MAX_ITEMS_PER_TAB} items of a frame`, async () => {
    const many = Array.from({ length: MAX_ITEMS_PER_TAB + 1 }, (_, i) => `i${i}`);
    await pages.update(1, 0, update('t', many.slice(0, MAX_ITEMS_PER_TAB)));
    expect((await idsOf())?.length).toBe(MAX_ITEMS_PER_TAB);
    await pages.update(1, 0, update('t', many.slice(MAX_ITEMS_PER_TAB)));
    expect((await idsOf())?.length).toBe(MAX_ITEMS_PER_TAB);
  });

  it('shows what a full session store cannot take, and goes on', async () => {
    const { set } = area;
    area.set = async (items) => {
      if (Object.keys(items).some((key) => key.endsWith(':big'))) throw new Error('quota exceeded');
      await set(items);
    };
    await pages.update(1, 0, update('t', ['a', 'big', 'b']));
    expect(await idsOf()).toEqual(['a', 'big', 'b']);
    pages = new TabPages(area);
    expect(await idsOf()).toEqual(['a', 'b']);
  });

  it('works without what was stored where the store cannot be read', async () => {
    area.get = () => Promise.reject(new Error('corrupt'));
    pages = new TabPages(area);
    await pages.update(1, 0, update('t', ['a']));
    expect(await idsOf()).toEqual(['a']);
  });

  it('leaves nothing of a frame that goes while its update is being stored', async () => {
    const updated = pages.update(1, 7, update('f', ['a']));
    const gone = pages.gone(1, 7, 'f');
    await Promise.all([updated, gone]);
    expect([...area.stored.keys()]).toEqual([]);
  });

  it('counts the items of all frames of a tab together', async () => {
    const many = Array.from({ length: MAX_ITEMS_PER_TAB }, (_, i) => `i${i}`);
    await pages.update(1, 0, update('t', many));
    await pages.update(1, 7, update('f', ['one-more']));
    expect((await idsOf())?.length).toBe(MAX_ITEMS_PER_TAB);
  });

  it('cuts the long texts of items when a tab holds much', async () => {
    const long = (id: string) => ({ ...item(id), alt: fileText('x'.repeat(200_000)) });
    const ids = Array.from({ length: 30 }, (_, i) => `i${i}`);
    await pages.update(1, 0, { ...update('t', []), put: ids.map(long) });
    const items = (await pages.page(1))?.items ?? [];
    expect(items.length).toBe(30);
    expect(items[0]?.alt.length).toBe(200_000);
    expect(JSON.stringify(items).length).toBeLessThanOrEqual(MAX_TAB_CHARS + 250_000 + 30 * 8192);
  });

  it('does not keep an endless address of a frame', async () => {
    await pages.update(1, 0, update('t', [], { url: `data:text/html,${'x'.repeat(3_000_000)}` }));
    expect((await pages.page(1))?.url.length).toBe(8192);
  });
});
