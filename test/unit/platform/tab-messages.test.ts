import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { onTrustChange, tellTrustChange } from '../../../lib/platform/tab-messages';

type Tab = { readonly id?: number };

function tabs(all: readonly Tab[], sendMessage: (id: number, message: unknown) => Promise<unknown>): void {
  Object.assign(fakeBrowser.tabs, { query: async () => all, sendMessage });
}

describe('a change of whom to trust', () => {
  beforeEach(() => fakeBrowser.reset());

  it('is told to every tab, though one has no page of ours to hear it', async () => {
    const sent = vi.fn(async (id: number) => {
      if (id === 1) throw new Error('Could not establish connection');
    });
    tabs([{ id: 1 }, {}, { id: 2 }], sent);
    await tellTrustChange();
    expect(sent.mock.calls).toEqual([
      [1, { bianshiTrustChange: true }],
      [2, { bianshiTrustChange: true }],
    ]);
  });

  it('never fails where tabs cannot be asked for', async () => {
    Object.assign(fakeBrowser.tabs, { query: async () => Promise.reject(new Error('shutting down')) });
    await expect(tellTrustChange()).resolves.toBeUndefined();
  });

  it('is heard from the extension alone, until the page ends', () => {
    const listeners = new Set<(message: unknown, sender: unknown) => void>();
    Object.assign(fakeBrowser.runtime.onMessage, {
      addListener: (one: never) => listeners.add(one),
      removeListener: (one: never) => listeners.delete(one),
    });
    const changed = vi.fn();
    const ending = new AbortController();
    onTrustChange(changed, ending.signal);
    const tell = (message: unknown, id: string) => {
      for (const listener of listeners) listener(message, { id });
    };
    tell({ bianshiTrustChange: true }, 'another-extension');
    tell({ bianshiTrustChange: 'true' }, fakeBrowser.runtime.id);
    expect(changed).not.toHaveBeenCalled();
    tell({ bianshiTrustChange: true }, fakeBrowser.runtime.id);
    expect(changed).toHaveBeenCalledTimes(1);
    ending.abort();
    expect(listeners.size).toBe(0);
  });
});
