import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { type Answer, isEnvelope } from '../../../lib/messages/channels';
import { answerMessages, type Handlers, send } from '../../../lib/platform/messenger';
import { classifySender, type RawSender } from '../../../lib/platform/sender';

const OWN = 'chrome-extension://own/';
const ID = fakeBrowser.runtime.id;
const CONTENT: RawSender = { id: ID, tab: { id: 5 }, frameId: 2, url: 'https://news.example/a' };

describe('classifySender', () => {
  it('takes our content script with the tab and frame the browser stamped', () => {
    expect(classifySender(CONTENT, OWN)).toEqual({
      caller: 'content',
      tabId: 5,
      frameId: 2,
      url: 'https://news.example/a',
    });
  });

  it('takes our own pages, in a tab or not', () => {
    const view = { id: ID, url: `${OWN}popup.html`, origin: 'chrome-extension://own' };
    expect(classifySender(view, OWN)).toEqual({ caller: 'view', url: `${OWN}popup.html` });
    expect(classifySender({ ...view, tab: { id: 1 }, frameId: 0 }, OWN)?.caller).toBe('view');
  });

  it('does not take a page for ours because its URL looks so', () => {
    const fake = { ...CONTENT, origin: 'https://evil.example', url: `${OWN}popup.html` };
    expect(classifySender(fake, OWN)?.caller).toBe('content');
    expect(
      classifySender({ ...CONTENT, url: 'https://x.example/#chrome-extension://own/' }, OWN)?.caller,
    ).toBe('content');
    expect(classifySender({ ...CONTENT, origin: 'chrome-extension://own.evil' }, OWN)?.caller).toBe(
      'content',
    );
  });

  it('refuses other extensions and senders without a tab', () => {
    expect(classifySender({ ...CONTENT, id: 'other' }, OWN)).toBeUndefined();
    expect(classifySender({ id: ID, url: 'https://news.example/' }, OWN)).toBeUndefined();
  });
});

describe('isEnvelope', () => {
  it.each([
    undefined,
    null,
    'page.gone',
    {},
    { bianshi: 'toString' },
    { bianshi: 'nothing.such' },
    { bianshi: 1 },
  ])('leaves %j to other listeners', (message) => expect(isEnvelope(message)).toBe(false));

  it('knows its channels', () => {
    expect(isEnvelope({ bianshi: 'page.gone', request: {} })).toBe(true);
  });
});

describe('answerMessages', () => {
  const gone = vi.fn(async () => undefined);
  const fail = async () => {
    throw new TypeError('secret detail');
  };
  const handlers = { 'page.gone': gone, 'tab.page': fail, 'media.inspect': fail } as unknown as Handlers;
  let listen: (message: unknown, sender: RawSender, respond: (answer: Answer) => void) => unknown;

  beforeEach(() => {
    gone.mockClear();
    vi.spyOn(fakeBrowser.runtime.onMessage, 'addListener').mockImplementation((listener) => {
      listen = listener as typeof listen;
    });
    answerMessages(handlers);
  });

  const ask = (message: unknown, sender: RawSender) =>
    new Promise<Answer>((resolve) => {
      expect(listen(message, sender, resolve)).toBe(true);
    });

  it('does not answer for others', () => {
    expect(listen({ type: 'theirs' }, CONTENT, vi.fn())).toBeUndefined();
  });

  it('hands a parsed request and the stamped sender to its handler', async () => {
    const message = { bianshi: 'page.gone', request: { documentId: 'd1', more: 'dropped' } };
    expect(await ask(message, CONTENT)).toEqual({ ok: true, reply: undefined });
    expect(gone).toHaveBeenCalledWith({ documentId: 'd1' }, classifySender(CONTENT));
  });

  it('refuses the wrong sender', async () => {
    expect(await ask({ bianshi: 'tab.page', request: { tabId: 1 } }, CONTENT)).toEqual({
      ok: false,
      why: 'sender refused',
    });
    expect(await ask({ bianshi: 'page.gone', request: { documentId: 'd' } }, { id: 'other' })).toEqual({
      ok: false,
      why: 'sender refused',
    });
  });

  it.each([{}, { documentId: '' }, { documentId: 'a b' }, { documentId: 'x'.repeat(81) }, null])(
    'refuses the payload %j',
    async (request) => {
      expect(await ask({ bianshi: 'page.gone', request }, CONTENT)).toEqual({
        ok: false,
        why: 'payload refused',
      });
      expect(gone).not.toHaveBeenCalled();
    },
  );

  it('says no more than the name of what went wrong', async () => {
    const message = { bianshi: 'media.inspect', request: { url: 'https://x.example/', kind: 'image' } };
    expect(await ask(message, CONTENT)).toEqual({ ok: false, why: 'TypeError' });
  });
});

describe('send', () => {
  it('rejects a reply of another shape', async () => {
    vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockResolvedValueOnce({ ok: true, reply: { verdict: 1 } });
    await expect(send('media.inspect', { url: 'https://x.example/', kind: 'image' })).rejects.toThrow(
      'unexpected reply',
    );
  });

  it('rejects when nobody answers', async () => {
    vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockResolvedValueOnce(undefined);
    await expect(send('tab.page', { tabId: 1 })).rejects.toThrow('no answer');
  });
});
