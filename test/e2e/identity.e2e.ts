import { describe, expect, it } from 'vitest';
import { DEFAULT_TIMEOUT_MS, type Page } from '../support/browsers/browser';
import { labelOn } from '../support/browsers/check-page';
import { nextFrame } from '../support/browsers/wait';
import { useSession } from './support/session';

/** Identity is element and source: a label never stands on another picture than the one it was made for. */

const session = useSession();

declare const chrome: {
  readonly storage: { readonly session: { get(keys: null): Promise<Record<string, unknown>> } };
};

async function badgeOn(page: Page, selector: string): Promise<string | undefined> {
  const box = await page.evaluate((wanted) => {
    const { x, y, width, height } = document.querySelector(wanted)?.getBoundingClientRect() ?? new DOMRect();
    return { x, y, width, height };
  }, selector);
  return labelOn(box, await page.labels())?.badge;
}

async function untilBadge(page: Page, selector: string, badge: string | undefined): Promise<void> {
  const deadline = performance.now() + DEFAULT_TIMEOUT_MS;
  while ((await badgeOn(page, selector)) !== badge) {
    if (performance.now() > deadline) throw new Error(`${selector} never showed ${badge ?? 'no label'}`);
    await page.evaluate(nextFrame);
  }
}

const swapTo = (page: Page, selector: string, src: string) =>
  page.evaluate(
    (wanted, url) => {
      const picture = document.querySelector<HTMLImageElement>(wanted);
      if (picture) picture.src = url;
    },
    selector,
    src,
  );

describe('a replaced source', () => {
  it('takes the old label along at once, before the new file has even come', async () => {
    const page = await session.open('layout-shift');
    await untilBadge(page, '#picture-1', 'confirmed');
    session.server.hold();
    await swapTo(page, '#picture-1', '/held/media/gb/label-2-xmp.jpg');
    await page.evaluate(nextFrame);
    await page.evaluate(nextFrame);
    // Firefox keeps showing the old picture (and says so in currentSrc) until the new one has come.
    const isOld = await page.evaluate(() =>
      document.querySelector<HTMLImageElement>('#picture-1')?.currentSrc.includes('label-1'),
    );
    expect(await badgeOn(page, '#picture-1')).toBe(isOld ? 'confirmed' : undefined);
    expect(isOld).toBe(session.browser.name === 'firefox');
    session.server.release();
    await untilBadge(page, '#picture-1', 'possible');
    await page.close();
  });

  it('shows nothing when the new file has no label, and the first label again when it returns', async () => {
    const page = await session.open('layout-shift');
    await untilBadge(page, '#picture-1', 'confirmed');
    const first = await page.evaluate(
      () => document.querySelector<HTMLImageElement>('#picture-1')?.src ?? '',
    );
    await swapTo(page, '#picture-1', '/media/plain/sea.webp');
    await page.waitFor(() => document.querySelector<HTMLImageElement>('#picture-1')?.complete);
    await untilBadge(page, '#picture-1', undefined);
    await swapTo(page, '#picture-1', first);
    await untilBadge(page, '#picture-1', 'confirmed');
    await page.close();
  });

  it('starts with a data: placeholder and is labelled when the real source comes', async () => {
    const page = await session.open('layout-shift');
    await page.evaluate(() => {
      const picture = document.createElement('img');
      picture.id = 'placeholder';
      picture.width = 400;
      picture.height = 260;
      picture.src = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';
      document.querySelector('.grid')?.prepend(picture);
    });
    await page.waitFor(() => document.querySelector<HTMLImageElement>('#placeholder')?.complete);
    expect(await badgeOn(page, '#placeholder')).toBeUndefined();
    await swapTo(page, '#placeholder', '/media/gb/label-3-exif.jpg');
    await untilBadge(page, '#placeholder', 'suspected');
    await page.close();
  });
});

describe('a removed picture', () => {
  it('leaves no label and is no longer counted', async () => {
    const page = await session.open('layout-shift');
    await untilBadge(page, '#picture-1', 'confirmed');
    await untilBadge(page, '#picture-3', 'suspected');
    await page.evaluate(() => document.querySelector('#picture-1')?.closest('figure')?.remove());
    await page.waitForLabels((labels) => labels.length === 1);
    expect((await page.labels()).map(({ badge }) => badge)).toEqual(['suspected']);
    await page.close();
  });
});

describe('a picture moved into a frame', () => {
  it('takes its label along: none stays behind in the document it left', async () => {
    const page = await session.open('layout-shift');
    await untilBadge(page, '#picture-1', 'confirmed');
    await page.evaluate(() => {
      const frame = document.createElement('iframe');
      frame.style.cssText = 'position:absolute;left:-9999px;width:600px;height:400px;border:0';
      document.body.append(frame);
      const picture = document.querySelector('#picture-1');
      if (picture) frame.contentDocument?.body.append(picture);
    });
    await page.waitForLabels(
      (labels) => !labels.some(({ visible, badge }) => visible && badge === 'confirmed'),
    );
    const left = (await page.labels()).filter(({ visible }) => visible);
    expect(left.map(({ badge }) => badge)).not.toContain('confirmed');
    await page.close();
  });
});

describe('a picture that gives way by style alone', () => {
  it('loses its label while it is hidden, without a word from the page', async () => {
    const page = await session.open('layout-shift');
    await untilBadge(page, '#picture-1', 'confirmed');
    await page.evaluate(() => {
      const style = document.createElement('style');
      style.textContent = 'figure:has(#give-way:focus) #picture-1 { visibility: hidden }';
      const button = document.createElement('button');
      button.id = 'give-way';
      document.head.append(style);
      document.querySelector('#picture-1')?.closest('figure')?.append(button);
    });
    for (let frame = 0; frame < 30; frame += 1) await page.evaluate(nextFrame);
    await page.evaluate(() => document.getElementById('give-way')?.focus({ preventScroll: true }));
    await untilBadge(page, '#picture-1', undefined);
    await page.evaluate(() => document.getElementById('give-way')?.blur());
    await untilBadge(page, '#picture-1', 'confirmed');
    await page.close();
  });
});

describe('a blob: picture', () => {
  it('is labelled', async () => {
    const page = await session.open('nothing');
    await page.evaluate(async () => {
      const blob = await (await fetch('/media/gb/label-2-xmp.webp')).blob();
      const picture = document.querySelector('img');
      if (picture) picture.src = URL.createObjectURL(blob);
    });
    const labels = await page.waitForLabels((all) => all.length === 1);
    expect(labels.map(({ badge }) => badge)).toEqual(['possible']);
    await page.close();
  });
});

describe('a data: picture of megabytes', () => {
  it('is labelled and listed, its address cut', async () => {
    const page = await session.open('nothing');
    await page.evaluate(async () => {
      const bytes = new Uint8Array(await (await fetch('/media/gb/label-1-text.png')).arrayBuffer());
      // Bytes behind the end of a PNG are no part of it.
      const large = new Uint8Array(bytes.length + 2_000_000);
      large.set(bytes);
      const reader = new FileReader();
      const read = new Promise((resolve) => {
        reader.onload = resolve;
      });
      reader.readAsDataURL(new Blob([large], { type: 'image/png' }));
      await read;
      const picture = document.querySelector('img');
      if (picture) picture.src = String(reader.result);
    });
    await page.waitForLabels((labels) => labels.length === 1);
    const listed = () =>
      session.browser.background(
        async () =>
          Object.entries(await chrome.storage.session.get(null))
            .filter(([key]) => key.startsWith('item:'))
            .map(([, item]) => (item as { mediaUrl: string }).mediaUrl)
            .filter((url) => url.startsWith('data:') && url.endsWith('…')).length,
      );
    const deadline = performance.now() + DEFAULT_TIMEOUT_MS;
    while ((await listed()) !== 1) if (performance.now() > deadline) throw new Error('never listed');
    expect(await listed()).toBe(1);
    await page.close();
  });
});

describe('the same file many times', () => {
  it('is labelled wherever it stands, and read once', async () => {
    const page = await session.open('layout-shift');
    const from = session.server.log.length;
    await page.evaluate(() => {
      for (let copy = 0; copy < 5; copy += 1) {
        const picture = document.createElement('img');
        picture.width = 300;
        picture.height = 200;
        picture.src = '/nostore/media/gb/label-1-text.png';
        document.querySelector('.grid')?.append(picture);
      }
    });
    await page.waitForLabels((labels) => labels.filter(({ visible }) => visible).length >= 2);
    const ranges = session.server.log
      .slice(from)
      .filter(({ url, range }) => url.startsWith('/nostore/') && range !== undefined)
      .map(({ range }) => range);
    // Firefox may have even a no-store picture at hand while the page shows it; Chromium never has.
    if (session.browser.name === 'chromium') expect(ranges).not.toEqual([]);
    expect(ranges).toEqual([...new Set(ranges)]);
    await page.close();
  });
});
