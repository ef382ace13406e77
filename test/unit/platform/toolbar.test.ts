import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import type { TabPage } from '../../../lib/messages/page-items';

const drawn: string[] = [];
const api = {
  setBadgeText: async ({ tabId, text }: { tabId: number; text: string }) => {
    if (tabId < 0) throw new Error('No tab with id');
    drawn.push(`${tabId}:${text}`);
  },
  setBadgeBackgroundColor: async ({ color }: { color: string }) => void drawn.push(color),
};

const page = (labelled: number): TabPage => ({
  tabId: 1,
  url: 'https://news.example/',
  title: 'News',
  paused: false,
  items: [],
  counts: { labelled, noLabel: 0, unreadable: 0, notChecked: {} },
  asked: 0,
});

/** As in a worker that has just started. */
async function start() {
  vi.resetModules();
  return (await import('../../../lib/platform/toolbar')).showCount;
}

beforeEach(() => {
  drawn.length = 0;
  Object.assign(fakeBrowser, { action: api });
});

describe('showCount', () => {
  it('draws a button without a count once, whatever a worker before it had shown', async () => {
    const showCount = await start();
    for (let told = 0; told < 5; told += 1) await showCount(1, page(0));
    await showCount(2, undefined);
    expect(drawn).toEqual(['1:', '2:']);
  });

  it('draws every count, since a browser takes it away with its page, and colours all once', async () => {
    const showCount = await start();
    for (const labelled of [0, 3, 3, 0, 0, 1]) await showCount(1, page(labelled));
    expect(drawn).toEqual(['1:', '1:3', '#16181c', '1:3', '1:', '1:1']);
  });

  it('keeps the last of counts told at once', async () => {
    const showCount = await start();
    await Promise.all([showCount(1, page(2)), showCount(1, page(0))]);
    expect(drawn.filter((text) => text.startsWith('1:'))).toEqual(['1:2', '1:']);
  });

  it('passes over a tab that was closed', async () => {
    const showCount = await start();
    await showCount(-1, page(1));
    expect(drawn).toEqual([]);
  });
});
