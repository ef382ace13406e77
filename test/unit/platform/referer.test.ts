import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';

type Rule = { readonly id: number };
type Change = { readonly addRules?: readonly Rule[]; readonly removeRuleIds?: readonly number[] };

/** The browser's session rules, which outlive a service worker; a second rule of one id is refused. */
const rules = new Map<number, Rule>();
const api = {
  getSessionRules: async () => [...rules.values()],
  updateSessionRules: async ({ addRules = [], removeRuleIds = [] }: Change) => {
    for (const id of removeRuleIds) rules.delete(id);
    for (const rule of addRules) {
      if (rules.has(rule.id)) throw new Error('does not have a unique ID');
      rules.set(rule.id, rule);
    }
  },
};

const URLS = [new URL('https://cdn.example/a.png'), new URL('https://news.example/page?secret')] as const;

/** As in a worker that has just started. */
async function start() {
  vi.resetModules();
  return (await import('../../../lib/platform/referer')).withReferer;
}

beforeEach(() => {
  rules.clear();
  Object.assign(fakeBrowser, { declarativeNetRequest: api });
});

describe('withReferer', () => {
  it('names the origin of the page while the job runs, and no longer', async () => {
    const withReferer = await start();
    const during = await withReferer(...URLS, async () => JSON.stringify([...rules.values()]));
    expect(during).toContain('"value":"https://news.example/"');
    expect(during).not.toContain('secret');
    expect(rules.size).toBe(0);
  });

  it('takes its rule away when the job fails', async () => {
    const withReferer = await start();
    await expect(withReferer(...URLS, () => Promise.reject(new Error('job')))).rejects.toThrow('job');
    expect(rules.size).toBe(0);
  });

  it('clears what a stopped worker left behind', async () => {
    rules.set(1001, { id: 1001 });
    rules.set(1007, { id: 1007 });
    const withReferer = await start();
    expect(await withReferer(...URLS, async () => [...rules.keys()])).toEqual([1000]);
    expect(rules.size).toBe(0);
  });

  it('leaves the rules of the guard alone', async () => {
    rules.set(1, { id: 1 });
    const withReferer = await start();
    expect(await withReferer(...URLS, async () => [...rules.keys()])).toEqual([1, 1000]);
    expect([...rules.keys()]).toEqual([1]);
  });
});
