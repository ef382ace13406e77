import { browser } from './browser';

/** Largest picture taken out of a page's memory; the same bound as for one that is fetched. */
const MAX_BYTES = 64 * 1024 * 1024;

/** Where in a tab a picture is. */
export type PicturePlace = { readonly tabId: number; readonly frameId: number };

/** Whether an address names what only a page holds. */
export const isInMemory = (url: string): boolean => /^(?:blob|data):/.test(url);

/**
 * The bytes behind a `blob:` or `data:` address of a page. A page's `blob:` is read by the background where the browser
 * lets it (Chromium), else in the frame that holds it.
 *
 * @returns `undefined` where the page has let go of it, the browser or the page's own policy refuses, or it is too large
 */
export async function memoryPicture(url: string, place: PicturePlace | undefined): Promise<Blob | undefined> {
  const own = await fetch(url)
    .then((answer) => answer.blob())
    .catch(() => undefined);
  const blob = own ?? (place && (await blobInFrame(url, place)));
  return blob && blob.size <= MAX_BYTES ? blob : undefined;
}

async function blobInFrame(url: string, { tabId, frameId }: PicturePlace): Promise<Blob | undefined> {
  try {
    const target = { tabId, frameIds: [frameId] };
    const [answer] = await browser.scripting.executeScript({ target, func: blobAt, args: [url] });
    const result: unknown = answer?.result;
    return result instanceof Blob ? result : undefined;
  } catch {
    return undefined;
  }
}

/** Runs in the page by itself, so it takes nothing from around it. Firefox hands a Blob over as it is. */
async function blobAt(url: string): Promise<Blob> {
  return (await fetch(url)).blob();
}
