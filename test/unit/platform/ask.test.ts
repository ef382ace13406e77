import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { ask, askPatiently } from '../../../lib/platform/ask';

describe('ask', () => {
  it('gives the reply, and nothing where there is none', async () => {
    const sent = vi.spyOn(fakeBrowser.runtime, 'sendMessage');
    sent.mockResolvedValueOnce({ ok: true, reply: { problem: 'none' } });
    expect(await ask('page.gone', { documentId: 'd1' })).toEqual({ problem: 'none' });
    sent.mockResolvedValueOnce({ ok: true, reply: null });
    expect(await ask('page.gone', { documentId: 'd1' })).toBeUndefined();
    expect(sent).toHaveBeenLastCalledWith({ bianshi: 'page.gone', request: { documentId: 'd1' } });
  });

  it('rejects when nobody answers, and with the reason of a refusal', async () => {
    const sent = vi.spyOn(fakeBrowser.runtime, 'sendMessage');
    sent.mockResolvedValueOnce(undefined);
    await expect(ask('page.gone', { documentId: 'd1' })).rejects.toThrow('no answer');
    sent.mockResolvedValueOnce({ ok: false, why: 'TypeError' });
    await expect(ask('page.gone', { documentId: 'd1' })).rejects.toThrow('page.gone: TypeError');
  });
});

describe('askPatiently', () => {
  const request = { documentId: 'd1' };

  it('asks again while nobody is there to answer', async () => {
    vi.useFakeTimers();
    const sent = vi
      .spyOn(fakeBrowser.runtime, 'sendMessage')
      .mockRejectedValueOnce(new Error('Receiving end does not exist'))
      .mockResolvedValueOnce(undefined)
      .mockResolvedValueOnce({ ok: true });
    sent.mockClear();
    const answered = askPatiently('page.gone', request, new AbortController().signal);
    await vi.runAllTimersAsync();
    expect(await answered).toBeUndefined();
    expect(sent).toHaveBeenCalledTimes(3);
    vi.useRealTimers();
  });

  it('asks again where an answer never comes', async () => {
    vi.useFakeTimers();
    const sent = vi
      .spyOn(fakeBrowser.runtime, 'sendMessage')
      .mockReturnValueOnce(new Promise(() => undefined))
      .mockResolvedValueOnce({ ok: true });
    sent.mockClear();
    const answered = askPatiently('page.gone', request, new AbortController().signal, 10_000);
    await vi.advanceTimersByTimeAsync(9_999);
    expect(sent).toHaveBeenCalledTimes(1);
    await vi.runAllTimersAsync();
    expect(await answered).toBeUndefined();
    expect(sent).toHaveBeenCalledTimes(2);
    vi.useRealTimers();
  });

  it('takes a refusal as final', async () => {
    const sent = vi
      .spyOn(fakeBrowser.runtime, 'sendMessage')
      .mockResolvedValue({ ok: false, why: 'sender refused' });
    sent.mockClear();
    await expect(askPatiently('page.gone', request, new AbortController().signal)).rejects.toThrow('refused');
    expect(sent).toHaveBeenCalledTimes(1);
  });

  it('stops asking when the page is done with', async () => {
    const sent = vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockRejectedValue(new Error('gone'));
    sent.mockClear();
    await expect(askPatiently('page.gone', request, AbortSignal.abort())).rejects.toThrow('gone');
    expect(sent).toHaveBeenCalledTimes(1);
  });
});
