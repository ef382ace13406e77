import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { picturePage } from '../../../entrypoints/background/picture-page';
import type { PageItem, TabPage } from '../../../lib/messages/page-items';
import { captureScreen } from '../../../lib/platform/capture-page';
import { newEntry } from '../../../lib/reports/ledger/new-entry';
import { submissionTo } from '../../support/reports/submissions';

vi.mock('../../../lib/platform/capture-page', () => ({ captureScreen: vi.fn() }));
const capture = vi.mocked(captureScreen);

const PAGE = 'https://news.example/story-1';
const PICTURE = new Blob(['picture']);
const entryOf = (categoryId = 'label-missing') =>
  newEntry(submissionTo({ kind: 'form', url: 'https://a.example' }, 1, { categoryId }), 0);

const ITEM = { id: 'i1', kind: 'image', mediaUrl: 'https://cdn.example/1.jpg', pageShowsLabel: 'no' };
const pageWith = (...items: readonly object[]) =>
  ({ url: PAGE, items: items as PageItem[] }) as unknown as TabPage;

/** Tabs as the browser knows them, by id. */
function tabs(...urls: readonly (readonly [number, string, number])[]): void {
  const all = urls.map(([id, url, lastAccessed]) => ({ id, url, lastAccessed }));
  Object.assign(fakeBrowser.tabs, { query: async () => all });
}

beforeEach(() => {
  capture.mockReset();
  capture.mockResolvedValue(PICTURE);
});

describe('a picture of the reported page', () => {
  it('is made in the tab used last in which the reported thing stands, and tells whether it is labelled there', async () => {
    tabs([1, PAGE, 10], [2, `${PAGE}#comments`, 30], [3, PAGE, 20], [4, 'https://news.example/', 99]);
    const pages = new Map([
      [1, pageWith(ITEM)],
      [2, pageWith({ ...ITEM, mediaUrl: 'https://cdn.example/2.jpg' })],
      [3, pageWith({ ...ITEM, kind: 'video' }, { ...ITEM, id: 'i3' })],
      [4, pageWith(ITEM)],
    ]);
    const seen = await picturePage(entryOf(), async (tabId) => pages.get(tabId));
    expect(seen).toEqual({ look: { pageShowsLabel: 'no' }, picture: PICTURE });
    expect(capture.mock.calls).toEqual([[3, 'i3']]);
  });

  it.each([
    ['not-open', [], pageWith(ITEM)],
    ['not-on-page', [[1, PAGE, 1]], pageWith()],
    ['not-on-page', [[1, PAGE, 1]], undefined],
  ] as const)('is %s without a tab that shows it', async (picture, open, page) => {
    tabs(...open);
    expect(await picturePage(entryOf(), async () => page)).toEqual({ look: { picture } });
    expect(capture).not.toHaveBeenCalled();
  });

  it('that the browser refuses is said to have failed', async () => {
    tabs([1, PAGE, 1]);
    capture.mockRejectedValue(new Error('not this page'));
    const seen = await picturePage(entryOf(), async () => pageWith(ITEM));
    expect(seen).toEqual({ look: { picture: 'failed', pageShowsLabel: 'no' } });
  });

  it('is not made where content is not kept', async () => {
    tabs([1, PAGE, 1]);
    expect(await picturePage(entryOf('obscene-violent'), async () => pageWith(ITEM))).toEqual({ look: {} });
    expect(capture).not.toHaveBeenCalled();
  });
});
