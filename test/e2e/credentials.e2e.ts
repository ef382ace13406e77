import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CredentialCheck } from '../../lib/c2pa/credential';
import { loadLists } from '../../lib/c2pa/trust/load-lists';
import type { TrustLists } from '../../lib/c2pa/trust/trust-lists';
import { verifyCredential } from '../../lib/c2pa/verify';
import { presentationOf } from '../../lib/checker/media-type';
import { CONTAINER_IDS, type ContainerId } from '../../lib/containers/container';
import { ALL_FORMATS } from '../../lib/containers/document-registry';
import { storeOfFile } from '../../lib/inspect/store-of-file';
import type { PageItem } from '../../lib/messages/page-items';
import type { Page } from '../support/browsers/browser';
import { nodeLibrary } from '../support/c2pa/library';
import { type CorpusEntry, corpusPath, findCorpus } from '../support/corpus/corpus';
import { CDN_HOST, SITE_HOST } from '../support/server/server';
import { ROOT } from '../support/source/modules';
import { waitForItemOf } from './support/items';
import { useSession } from './support/session';

/** Checks of Content Credentials, from the page to the worker and back. */

const session = useSession();

/** The part of the extension API used here. */
declare const chrome: {
  readonly runtime: {
    sendMessage(message: unknown): Promise<{ readonly ok: boolean; readonly reply?: unknown }>;
  };
};

/** Shows one picture in place of the one on an otherwise empty page; gives its address. */
async function show(path: string, host: string = CDN_HOST): Promise<{ page: Page; url: string }> {
  const page = await session.open('nothing');
  const url = session.server.url(host, path);
  await page.evaluate((src) => {
    const picture = document.querySelector('img');
    if (picture) picture.src = src;
  }, url);
  return { page, url };
}

const kindOf = ({ inspection }: PageItem) => inspection.credential?.kind;
const isChecking = (item: PageItem) => kindOf(item) === 'checking';
const isSettled = (item: PageItem) => kindOf(item) !== undefined && kindOf(item) !== 'checking';

/** What counts the workers that Firefox' background makes: a wrapper around its constructor. */
type CountingWindow = { Worker: typeof Worker; workersMade?: number };
type Api = { readonly browser: { readonly runtime: { getBackgroundPage(): Promise<CountingWindow> } } };

async function countWorkers(): Promise<void> {
  if (session.browser.name === 'chromium') return;
  const view = await session.browser.extensionPage('popup.html');
  await view.evaluate(async () => {
    const { runtime } = (globalThis as unknown as Api).browser;
    const background = await runtime.getBackgroundPage();
    const Real = background.Worker;
    background.workersMade = 0;
    background.Worker = class extends Real {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        background.workersMade = (background.workersMade ?? 0) + 1;
      }
    };
  });
  await view.close();
}

/** Whether a worker was started since `countWorkers`; in Chromium, whether there is the document that owns it. */
async function hasStarted(): Promise<boolean> {
  if (session.browser.name === 'chromium') return (await session.browser.checkHosts()) > 0;
  const view = await session.browser.extensionPage('popup.html');
  const made = await view.evaluate(async () => {
    const { runtime } = (globalThis as unknown as Api).browser;
    return (await runtime.getBackgroundPage()).workersMade;
  });
  await view.close();
  if (made === undefined) throw new Error('The background was restarted');
  return made > 0;
}

describe('a page without credentials', () => {
  it('starts no worker', async () => {
    await countWorkers();
    const page = await session.open('picture');
    await page.waitForLabels((labels) => labels.length > 0);
    expect(await hasStarted()).toBe(false);
    await page.close();
  });
});

describe('a picture with a credential', () => {
  it('is labelled at once; the check changes the same item and label', async () => {
    session.server.hold();
    const { page, url } = await show('/nostore/media/c2pa/created.jpg?heldfrom=2');
    const [before] = await page.waitForLabels((labels) => labels.length === 1);
    const pending = await waitForItemOf(session, url, isChecking);
    expect([before?.badge, before?.name.includes('being checked')]).toEqual(['confirmed', true]);
    expect(pending.label.pending).toBe(true);
    session.server.release();
    const checked = await waitForItemOf(session, url, isSettled);
    expect(checked.id).toBe(pending.id);
    expect(checked.inspection.credential).toMatchObject({
      kind: 'checked',
      integrity: 'intact',
      signer: 'unlisted',
      signedBy: { name: 'Bianshi TEST signer - not for use' },
    });
    expect(checked.inspection.findings.map(({ assurance }) => assurance)).toEqual(['signed-unlisted']);
    const [after] = await page.waitForLabels(([label]) => label?.name.includes('being checked') === false);
    expect(await hasStarted()).toBe(true);
    expect([after?.badge, after?.text]).toEqual(['confirmed', before?.text]);
    await page.close();
  });

  it('loses its statement when its content was changed after signing', async () => {
    session.server.hold();
    const { page, url } = await show('/nostore/media/c2pa/tampered.jpg?heldfrom=2');
    await page.waitForLabels(([label]) => label?.badge === 'confirmed');
    session.server.release();
    await page.waitForLabels(([label]) => label?.badge === 'broken');
    const item = await waitForItemOf(session, url, isSettled);
    expect(item.inspection.verdict.kind).toBe('credential-broken');
    await page.close();
  });

  it('is checked over the page’s own bytes where the page has them', async () => {
    const from = session.server.log.length;
    const { page, url } = await show('/media/c2pa/ai-in-parent.jpg', SITE_HOST);
    const item = await waitForItemOf(session, url, isSettled);
    expect(item.inspection.credential).toMatchObject({ kind: 'checked', integrity: 'intact' });
    const asked = session.server.log.slice(from).filter((one) => one.url.includes('ai-in-parent'));
    expect(asked.length).toBe(1);
    await page.close();
  });

  it.each(['blob', 'data'] as const)('is checked in memory (%s:)', async (scheme) => {
    const page = await session.open('nothing');
    const path = session.server.url(SITE_HOST, '/media/c2pa/created.webp');
    const url = await page.evaluate(
      async (address, kind) => {
        const bytes = await (await fetch(address)).blob();
        const asData = () =>
          new Promise<string>((resolve) => {
            const reader = new FileReader();
            reader.onload = () => resolve(String(reader.result));
            reader.readAsDataURL(bytes);
          });
        const src = kind === 'blob' ? URL.createObjectURL(bytes) : await asData();
        const picture = document.querySelector('img');
        if (picture) picture.src = src;
        return src;
      },
      path,
      scheme,
    );
    const item = await waitForItemOf(session, url, isSettled);
    expect(item.inspection.credential).toMatchObject({ kind: 'checked', integrity: 'intact' });
    await page.close();
  });
});

describe('what goes wrong', () => {
  it('a download that breaks is begun once more', async () => {
    const { page, url } = await show('/nostore/media/c2pa/created.png?cut=2');
    const item = await waitForItemOf(session, url, isSettled);
    expect(item.inspection.credential).toMatchObject({ kind: 'checked', integrity: 'intact' });
    await page.close();
  });

  it('a download that breaks each time is said to be missing', async () => {
    const { page, url } = await show('/nostore/media/c2pa/created.png?cut=2,3');
    const item = await waitForItemOf(session, url, isSettled);
    expect(item.inspection.credential).toEqual({ kind: 'unchecked', why: 'no-bytes' });
    expect(item.label.pending).toBe(false);
    await page.close();
  });

  it('a check whose host goes away in the middle is done by the next', async () => {
    session.server.hold();
    const { page, url } = await show('/nostore/media/c2pa/edited.jpg?heldfrom=2');
    await waitForItemOf(session, url, isChecking);
    const whole = () => session.server.log.filter((one) => one.url.includes('edited.jpg') && !one.range);
    await until(() => whole().length === 2);
    await session.browser.endCheckHost();
    session.server.release();
    const item = await waitForItemOf(session, url, isSettled);
    expect(item.inspection.credential).toMatchObject({ kind: 'checked', integrity: 'intact' });
    await page.close();
  });
});

describe('the corpus', () => {
  const corpus = findCorpus();
  const files = corpus.found ? corpus.entries.filter(isSigned) : [];
  if (!corpus.found) console.log(`corpus files skipped: ${corpus.reason}`);

  it.skipIf(files.length === 0)('gets the same answers as in Node', { timeout: 300_000 }, async () => {
    const view = await session.browser.extensionPage('popup.html');
    const differing: unknown[] = [];
    for (const entry of files) {
      const here = await checkInNode(entry);
      const there = await checkInBrowser(view, entry);
      if (JSON.stringify(sorted(here)) !== JSON.stringify(sorted(there)))
        differing.push({ file: entry.file, here, there });
    }
    console.log(`${files.length} files of the corpus checked`);
    expect(differing).toEqual([]);
    await view.close();
  });
});

/** Firefox ends a background half a minute after its last word, a busy one later. */
const LONGEST_IDLE_MS = 100_000;

describe('memory', () => {
  it('is given back when there is nothing left to check', async () => {
    expect(await session.browser.checkHosts()).toBe(1);
    await until(async () => (await session.browser.checkHosts()) === 0, LONGEST_IDLE_MS);
  });
});

function isSigned({ signals, container }: CorpusEntry): boolean {
  return signals.some(({ scheme }) => scheme === 'c2pa') && containerOf(container) !== undefined;
}

const CONTAINERS = CONTAINER_IDS.filter((id) => presentationOf(id) !== undefined);

/** Containers whose stores are checked, by the names of the corpus, which are ours but for texts. */
function containerOf(name: string): ContainerId | undefined {
  return CONTAINERS.find((id) => id === name || `text/${id}` === name.replace('plain', 'text'));
}

async function checkInNode(entry: CorpusEntry): Promise<CredentialCheck> {
  const corpus = findCorpus();
  const file = new Uint8Array(readFileSync(corpusPath(corpus.folder, entry)));
  const how = presentationOf(containerOf(entry.container) ?? 'unknown');
  const bytes = how?.takeOut ? await storeOfFile(file, ALL_FORMATS) : file;
  if (how === undefined || bytes === undefined) throw new Error(`${entry.file} cannot be checked`);
  return (await verifyCredential(await nodeLibrary(), { bytes, mime: how.mime }, await builtLists())).check;
}

/** The trust lists the build took in, where there were any. */
function builtLists(): Promise<TrustLists> {
  return loadLists(async (name) => {
    const path = join(ROOT, 'assets/trust/lists', name);
    return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  });
}

async function checkInBrowser(view: Page, entry: CorpusEntry): Promise<unknown> {
  const url = session.server.url(
    SITE_HOST,
    `/corpus/${entry.file.split('/').map(encodeURIComponent).join('/')}`,
  );
  return view.evaluate(
    async (address, container) => {
      const request = { url: address, container };
      return (await chrome.runtime.sendMessage({ bianshi: 'media.verify', request })).reply;
    },
    url,
    containerOf(entry.container) ?? 'unknown',
  );
}

/** The same value with keys in order: messages do not keep the order of keys. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  );
}

async function until(done: () => boolean | Promise<boolean>, timeoutMs = 25_000): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  while (!(await done())) {
    if (performance.now() > deadline) throw new Error('it did not come to that in time');
    await new Promise((resolve) => setImmediate(resolve));
  }
}
