import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isOrphaned, loadHere, shadowRootOf } from '../../../lib/platform/raw-runtime';

const SIGNAL = new AbortController().signal;

function standIn(answers: readonly unknown[], id: string | undefined = 'own') {
  const left = [...answers];
  const sendMessage = vi.fn(async () => {
    const answer = left.shift();
    if (answer instanceof Error) throw answer;
    return answer;
  });
  vi.stubGlobal('browser', undefined);
  vi.stubGlobal('chrome', { runtime: { id, sendMessage } });
  return sendMessage;
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function load(): Promise<boolean> {
  const loaded = loadHere('page', SIGNAL);
  await vi.runAllTimersAsync();
  return loaded;
}

describe('loadHere', () => {
  it('asks for a script by name', async () => {
    const send = standIn([{ ok: true }]);
    expect(await load()).toBe(true);
    expect(send.mock.calls).toEqual([[{ bianshi: 'frame.load', request: { script: 'page' } }]]);
  });

  it('asks again while nobody answers, the background fails or starts', async () => {
    const send = standIn([new Error('no receiver'), undefined, { ok: false }, { ok: true }]);
    expect(await load()).toBe(true);
    expect(send).toHaveBeenCalledTimes(4);
  });

  it('gives up after five times', async () => {
    const send = standIn([]);
    expect(await load()).toBe(false);
    expect(send).toHaveBeenCalledTimes(5);
  });

  it('asks again where an answer never comes', async () => {
    const send = standIn([new Promise(() => undefined), { ok: true }]);
    expect(await load()).toBe(true);
    expect(send).toHaveBeenCalledTimes(2);
  });

  it('asks nobody once the extension has gone', async () => {
    const send = standIn([{ ok: true }], '');
    vi.stubGlobal('chrome', { runtime: {} });
    expect([await load(), isOrphaned(), send.mock.calls.length]).toEqual([false, true, 0]);
  });
});

describe('shadowRootOf', () => {
  const HTML = 'http://www.w3.org/1999/xhtml';
  const element = (localName: string, namespaceURI = HTML) =>
    ({ localName, namespaceURI, shadowRoot: null }) as unknown as Element;

  it('asks the extension API about names that can have a root, and about no others', () => {
    const root = {} as ShadowRoot;
    const ask = vi.fn(() => root);
    vi.stubGlobal('chrome', { dom: { openOrClosedShadowRoot: ask } });
    const names = ['div', 'h6', 'span', 'x-card', 'img', 'a', 'li', 'video'];
    expect(names.map((name) => shadowRootOf(element(name)) === root)).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
    expect(ask).toHaveBeenCalledTimes(4);
  });

  it('asks about nothing outside HTML', () => {
    const ask = vi.fn(() => ({}) as ShadowRoot);
    vi.stubGlobal('chrome', { dom: { openOrClosedShadowRoot: ask } });
    expect(shadowRootOf(element('font-face', 'http://www.w3.org/2000/svg'))).toBeNull();
    expect(ask).not.toHaveBeenCalled();
  });
});
