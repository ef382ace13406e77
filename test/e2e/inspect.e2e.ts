import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import en from '../../assets/locales/en.json';
import cn from '../../assets/rules/jurisdictions/cn.json';
import type { Page } from '../support/browsers/browser';
import { CDN_HOST } from '../support/server/server';
import { signedLabel } from '../support/signals/signed-label';
import { bringToFront } from './support/extension';
import { nameOf, openEvidence } from './support/panel';
import { waitForItem } from './support/read-item';
import { useSession } from './support/session';
import { clickButton, clickOn, handedOut, keepWhatIsHandedOut, waitForStatus } from './support/view-actions';

/** The Inspect page and the history of credentials, in the real extension. */

const session = useSession();
const opened: Page[] = [];

afterEach(async () => {
  for (const page of opened.splice(0)) await page.close().catch(() => undefined);
});

const sentence = (key: string) => cn.texts.find((text) => text.key === key)?.sentence.en;
const mediaUrl = (file: string) => session.server.url(CDN_HOST, `/media/${file}`);

async function openInspect(query = ''): Promise<Page> {
  const page = await session.browser.extensionPage(`inspect.html${query}`);
  opened.push(page);
  await page.waitFor(() => document.querySelector('.intake') !== null);
  return page;
}

/** Drops files onto the page, as a file manager does; they come from the specimen server. */
async function drop(page: Page, ...files: readonly string[]): Promise<void> {
  const given = files.map((file) => ({ url: mediaUrl(file), name: basename(file) }));
  await page.evaluate(async (all) => {
    const dataTransfer = new DataTransfer();
    for (const { url, name } of all) {
      const blob = await (await fetch(url)).blob();
      dataTransfer.items.add(new File([blob], name, { type: blob.type }));
    }
    document.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  }, given);
}

async function dropText(page: Page, name: string, text: string): Promise<void> {
  await page.evaluate(
    (file, content) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([content], file, { type: 'text/markdown' }));
      document.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    },
    name,
    text,
  );
}

type Shown = {
  readonly title: string;
  readonly say: string;
  readonly state: string;
  readonly hash: string;
};

/** What the page shows of a file once all of it is known. */
async function result(page: Page, name: string): Promise<Shown> {
  await page.waitFor(
    (title) =>
      document.querySelector('#file-title')?.textContent === title &&
      document.querySelector('.file .actions .primary:not(:disabled)') !== null,
    { args: [name], timeoutMs: 30_000 },
  );
  return page.evaluate(() => {
    const words = (part: string) => document.querySelector(part)?.textContent?.trim() ?? '';
    return {
      title: words('#file-title'),
      say: words('.file .say'),
      state: document.querySelector<HTMLElement>('.credential')?.dataset['state'] ?? '',
      hash: document.querySelector<HTMLElement>('.file .facts .copyable[title]')?.title ?? '',
    };
  });
}

/** Key of the step that has the focus, and what is said of it in full. */
const focusedStep = (page: Page) =>
  page.evaluate(() => [
    (document.activeElement as HTMLElement | null)?.dataset['key'] ?? '',
    document.querySelector('.step h3')?.textContent ?? '',
  ]);

const steps = (page: Page) =>
  page.evaluate(() =>
    Array.from(document.querySelectorAll('[role="treeitem"]')).map((step) =>
      [step.getAttribute('aria-level'), step.getAttribute('aria-expanded')].join(' '),
    ),
  );

describe('a dropped file', () => {
  it('is read, hashed and checked in place, with its history', async () => {
    const page = await openInspect();
    await drop(page, 'c2pa/ai-in-parent.jpg');
    const shown = await result(page, 'ai-in-parent.jpg');
    expect(shown).toMatchObject({ say: sentence('confirmed.full'), state: 'unlisted' });
    expect(shown.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(await steps(page)).toEqual(['1 true', '2 ']);
  });

  it('says that nothing was found without saying that it is not AI', async () => {
    const page = await openInspect();
    await drop(page, 'plain/lake.jpg');
    const shown = await result(page, 'lake.jpg');
    expect(shown).toMatchObject({ say: 'No AI labels found', state: '' });
  });

  it('alarms only where the content was changed', async () => {
    const page = await openInspect();
    await drop(page, 'c2pa/tampered.jpg');
    const shown = await result(page, 'tampered.jpg');
    expect(shown).toMatchObject({ say: sentence('broken'), state: 'content-changed' });
    expect(await page.evaluate(() => document.querySelector('.credential-alarm') !== null)).toBe(true);
  });

  it('is saved as evidence', async () => {
    const page = await openInspect();
    await drop(page, 'c2pa/created.jpg');
    const { hash } = await result(page, 'created.jpg');
    await keepWhatIsHandedOut(page);
    await clickButton(page, 'Save JSON');
    await waitForStatus(page, 'Saved');
    const { files } = await handedOut(page, 1, 0);
    expect(JSON.parse(files[0]?.content ?? '')).toMatchObject({
      format: 'bianshi-file-evidence',
      name: 'created.jpg',
      sha256: hash,
      inspection: { credential: { kind: 'checked', integrity: 'intact' } },
    });
  });
});

describe('what the reader of a page leaves out', () => {
  const pixels = (page: Page) =>
    page.evaluate(() => document.querySelector<HTMLElement>('.pixels')?.dataset['step'] ?? '');

  it('is looked for in the pixels by a click, in formats that the browser decodes', async () => {
    const page = await openInspect();
    for (const file of ['plain/lake.jpg', 'plain/sea.webp']) {
      await drop(page, file);
      await result(page, basename(file));
      expect(await pixels(page)).toBe('offered');
      await clickButton(page, 'Look into the pixels');
      await page.waitFor(() => document.querySelector('.pixels button') === null);
      await page.waitFor(() => document.querySelector('.pixels')?.getAttribute('data-step') !== 'looking');
      expect(await page.evaluate(() => document.querySelector('.pixels')?.textContent)).toContain(
        en['inspect.pixels.nothing'],
      );
    }
  });

  it('is looked for in the pixels at once where the generator signs them', async () => {
    const page = await openInspect();
    await drop(page, 'generator/novelai.png');
    await result(page, 'novelai.png');
    expect(await pixels(page)).toBe('nothing');
  });

  it('is the signature of a label: whether it matches', async () => {
    const page = await openInspect();
    const text = signedLabel();
    await dropText(page, 'signed.md', text);
    await result(page, 'signed.md');
    expect(await page.evaluate(() => document.querySelector('.file')?.textContent)).toContain(
      en['labelSignature.matches'],
    );
    await dropText(page, 'changed.md', text.replace("'p-1'", "'p-2'"));
    await result(page, 'changed.md');
    expect(await page.evaluate(() => document.querySelector('.file')?.textContent)).toContain(
      en['labelSignature.differs'],
    );
  });
});

describe('the history by keyboard', () => {
  it('is walked, folded and unfolded with the arrow keys', async () => {
    const page = await openInspect();
    await drop(page, 'c2pa/ai-in-parent.jpg');
    await result(page, 'ai-in-parent.jpg');
    await page.evaluate(() => document.querySelector<HTMLElement>('[data-key="0"]')?.focus());
    await page.press('ArrowDown');
    expect((await focusedStep(page))[0]).toBe('0.0');
    await page.press('ArrowLeft');
    expect((await focusedStep(page))[0]).toBe('0');
    await page.press('ArrowLeft');
    expect(await steps(page)).toEqual(['1 false']);
    await page.press('ArrowRight');
    expect(await steps(page)).toEqual(['1 true', '2 ']);
  });
});

describe('two files', () => {
  it('are compared side by side, differences marked', async () => {
    const page = await openInspect();
    await drop(page, 'c2pa/created.jpg', 'c2pa/tampered.jpg');
    await result(page, 'created.jpg');
    await clickOn(page, '.file-list > .button');
    await page.waitFor(
      () => document.querySelector('.compare-table')?.textContent?.includes('changed after it was signed'),
      { timeoutMs: 30_000 },
    );
    const rows = await page.evaluate(() =>
      Array.from(document.querySelectorAll('.compare-table tbody tr')).map((row) => [
        row.querySelector('th')?.firstChild?.textContent ?? '',
        row.classList.contains('differs'),
      ]),
    );
    expect(Object.fromEntries(rows)).toMatchObject({
      'SHA-256': true,
      Format: false,
      'Credential state': true,
    });
  });
});

describe('a picture that only its page holds', () => {
  /** What the background does with its bytes at a click in the context menu. */
  const keep = (page: Page, id: string, url: string) =>
    page.evaluate(
      async (key, from) => {
        const blob = await (await fetch(from)).blob();
        const opening = indexedDB.open('handed-over', 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore('blobs', { keyPath: 'id' });
        await new Promise((resolve, reject) => {
          opening.onerror = reject;
          opening.onsuccess = () => {
            const change = opening.result.transaction('blobs', 'readwrite');
            change.objectStore('blobs').put({ id: key, at: Date.now(), blob });
            change.oncomplete = resolve;
            change.onabort = reject;
          };
        });
        opening.result.close();
      },
      id,
      url,
    );

  it('is checked once; afterwards it is gone', async () => {
    const page = await openInspect();
    await keep(page, 'one', mediaUrl('c2pa/created.jpg'));
    const first = await openInspect('?kept=one');
    expect(await result(first, 'image/jpeg')).toMatchObject({
      say: sentence('confirmed.full'),
      state: 'unlisted',
    });
    const again = await openInspect('?kept=one');
    expect((await result(again, 'blob:')).say).toBe('Not inspected (which does not mean it is not AI)');
  });
});

describe('an address', () => {
  it('is fetched when the context menu brings it, and its host is named', async () => {
    const url = mediaUrl('c2pa/created.jpg');
    const page = await openInspect(`?${new URLSearchParams({ url })}`);
    expect(await result(page, 'created.jpg')).toMatchObject({ say: sentence('confirmed.full') });
    const from = await page.evaluate(() => document.querySelector('.file .facts dd')?.textContent);
    expect(from).toContain(new URL(url).host);
  });

  it('in a private network is not fetched', async () => {
    const url = session.server.url('127.0.0.1', '/media/c2pa/created.jpg');
    const page = await openInspect(`?${new URLSearchParams({ url })}`);
    expect(await result(page, 'created.jpg')).toMatchObject({
      say: 'Not inspected (which does not mean it is not AI)',
      state: '',
    });
  });
});

describe('an own anchor', () => {
  const root = readFileSync(join(import.meta.dirname, '../media/make/keys/TEST-ONLY-root.cert.pem'), 'utf8');

  it('changes where a signer stands, until it is removed', async () => {
    const options = await session.browser.extensionPage('options.html');
    opened.push(options);
    await addAnchor(options);
    expect(await stateOf('c2pa/created.jpg')).toBe('own');
    await clickButton(options, 'Remove', '.anchors');
    await waitForStatus(options, 'Removed');
    expect(await stateOf('c2pa/created.jpg')).toBe('unlisted');
  });

  it('is taken into account by pages already open', async () => {
    const page = await session.open('credentials');
    opened.push(page);
    const panel = await openEvidence(session, page, 'c2pa/created.jpg');
    const inState = (state: string) =>
      panel.waitFor(
        (wanted) => document.querySelector<HTMLElement>('.credential')?.dataset['state'] === wanted,
        {
          args: [state],
          timeoutMs: 30_000,
        },
      );
    await inState('unlisted');
    const options = await session.browser.extensionPage('options.html');
    opened.push(options);
    await addAnchor(options);
    await bringToFront(page);
    await inState('own');
    await clickButton(options, 'Remove', '.anchors');
    await waitForStatus(options, 'Removed');
    await bringToFront(page);
    await inState('unlisted');
  });

  async function addAnchor(options: Page): Promise<void> {
    await options.waitFor(() => document.querySelector('#anchors') !== null);
    await options.evaluate((text) => {
      const field = document.querySelector<HTMLTextAreaElement>('#anchors');
      if (field) field.value = text;
    }, root);
    await clickButton(options, 'Add', '.own-anchors');
    await waitForStatus(options, '1 certificate added');
  }

  async function stateOf(file: string): Promise<string> {
    const page = await openInspect();
    await drop(page, file);
    return (await result(page, basename(file))).state;
  }
});

describe('a labelled picture on a page', () => {
  it('shows its history in the panel', async () => {
    const page = await session.open('credentials');
    opened.push(page);
    const panel = await openEvidence(session, page, 'c2pa/ai-in-parent.jpg');
    await waitForItem(panel, nameOf('c2pa/ai-in-parent.jpg'));
    await panel.waitFor(() => document.querySelector('[role="tree"]') !== null, { timeoutMs: 30_000 });
    expect(await steps(panel)).toEqual(['1 true', '2 ']);
  });
});
