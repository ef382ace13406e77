import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { captureScreen } from '../../../lib/platform/capture-page';

/** Two tabs of one window; the page stands in tab 1, its person looks at tab 2. */
let active = 2;
/** To whom the person turns while the page settles. */
let turnsTo: number | undefined;

const turn = async (tabId: number) => {
  active = tabId;
};

beforeEach(() => {
  vi.useFakeTimers();
  active = 2;
  turnsTo = undefined;
  Object.assign(fakeBrowser.tabs, {
    get: async (id: number) => ({ id, windowId: 7, active: active === id }),
    query: async () => [{ id: active }],
    update: turn,
    sendMessage: async () => undefined,
    // Firefox' own, which Chromium has not.
    captureTab: undefined,
    captureVisibleTab: async () => `data:text/plain,tab%20${active}`,
  });
});
afterEach(() => vi.useRealTimers());

async function capture(): Promise<string> {
  const picture = captureScreen(1, 'item').then((blob) => blob.text());
  picture.catch(() => undefined);
  await vi.advanceTimersByTimeAsync(400);
  if (turnsTo !== undefined) await turn(turnsTo);
  await vi.advanceTimersByTimeAsync(400);
  return picture;
}

describe('a picture of a page', () => {
  it('is of its tab, which comes to the front for it and goes back', async () => {
    expect(await capture()).toBe('tab 1');
    expect(active).toBe(2);
  });

  it('is never of another tab to which the person turned meanwhile, and does not turn them away from it', async () => {
    turnsTo = 3;
    await expect(capture()).rejects.toThrow('another tab is in front');
    expect(active).toBe(3);
  });
});
