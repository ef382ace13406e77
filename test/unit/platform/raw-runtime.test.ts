import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isOrphaned, loadHere } from '../../../lib/platform/raw-runtime';

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
