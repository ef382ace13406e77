import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { isInMemory, memoryPicture } from '../../../lib/platform/memory-picture';

const PLACE = { tabId: 7, frameId: 3 };

/** The frame's answer to a script; the fake browser has no `scripting`. */
function frameAnswers(answer: () => Promise<unknown>) {
  const executeScript = vi.fn(answer);
  Object.assign(fakeBrowser, { scripting: { executeScript } });
  return executeScript;
}

afterEach(() => {
  vi.unstubAllGlobals();
  Object.assign(fakeBrowser, { scripting: undefined });
});

describe('a picture that only its page holds', () => {
  it('is told by its address', () => {
    expect(['blob:https://a.example/1', 'data:image/png,x', 'https://a.example/1'].map(isInMemory)).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('is read where the browser lets the background', async () => {
    const inFrame = frameAnswers(async () => []);
    const blob = await memoryPicture('data:text/plain,abc', PLACE);
    expect(await blob?.text()).toBe('abc');
    expect(inFrame).not.toHaveBeenCalled();
  });

  it('is else read in the frame that holds it', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('not allowed')));
    const picture = new Blob(['x']);
    const inFrame = frameAnswers(async () => [{ result: picture }]);
    expect(await memoryPicture('blob:https://a.example/1', PLACE)).toBe(picture);
    expect(inFrame).toHaveBeenCalledWith(
      expect.objectContaining({ target: { tabId: 7, frameIds: [3] }, args: ['blob:https://a.example/1'] }),
    );
  });

  it('is missing where nobody gives it', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('revoked')));
    frameAnswers(() => Promise.reject(new Error('no such frame')));
    expect(await memoryPicture('blob:https://a.example/1', PLACE)).toBeUndefined();
    expect(await memoryPicture('blob:https://a.example/1', undefined)).toBeUndefined();
  });
});
