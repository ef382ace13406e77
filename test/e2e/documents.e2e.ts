import { afterEach, describe, expect, it } from 'vitest';
import en from '../../assets/locales/en.json';
import cn from '../../assets/rules/jurisdictions/cn.json';
import { DOCUMENT_TYPES } from '../site/documents';
import type { Page } from '../support/browsers/browser';
import { SITE_HOST } from '../support/server/server';
import { viewOn } from './support/extension';
import { useSession } from './support/session';
import { clickButton } from './support/view-actions';

/** Documents: read on the Inspect page, by the address that the context menu or the panel gives it. */

const session = useSession();
const opened: Page[] = [];

afterEach(async () => {
  for (const page of opened.splice(0)) await page.close().catch(() => undefined);
});

const CONFIRMED = cn.texts.find(({ key }) => key === 'confirmed.full')?.sentence.en;
const documentUrl = (name: string) => session.server.url(SITE_HOST, `/documents/${name}`);

/** What the Inspect page says of a file once all of it is known. */
async function saidOf(page: Page, name: string): Promise<string> {
  await page.waitFor(
    (title) =>
      document.querySelector('#file-title')?.textContent === title &&
      document.querySelector('.file .actions .primary:not(:disabled)') !== null,
    { args: [name], timeoutMs: 30_000 },
  );
  return page.evaluate(() => document.querySelector('.file .say')?.textContent?.trim() ?? '');
}

async function inspected(name: string): Promise<string> {
  const query = new URLSearchParams({ url: documentUrl(name), page: documentUrl('') });
  const page = await session.browser.extensionPage(`inspect.html?${query}`);
  opened.push(page);
  return saidOf(page, name);
}

describe('a document by its address', () => {
  it.each(DOCUMENT_TYPES)('is read for its label: %s', async (end) => {
    expect(await inspected(`labelled.${end}`)).toBe(CONFIRMED);
  });

  it.each(DOCUMENT_TYPES)('without one is not said to be anything: %s', async (end) => {
    expect(await inspected(`plain.${end}`)).toBe(en['page.noLabels']);
  });

  it('offers to tell results by notification', async () => {
    await inspected('labelled.docx');
    const [page] = opened;
    const offer = await page?.waitFor(
      (words) => Array.from(document.querySelectorAll('button')).some((one) => one.textContent === words),
      { args: [en['inspect.notices']] },
    );
    expect(offer).toBe(true);
  });
});

describe("a document in the browser's viewer", () => {
  it('is checked from the panel', async () => {
    const shown = await session.browser.newPage();
    opened.push(shown);
    await shown.goto(documentUrl('labelled.pdf'));
    const panel = await viewOn(session, shown, 'sidepanel.html');
    opened.push(panel);
    await panel.waitFor(
      (words) => Array.from(document.querySelectorAll('button')).some((one) => one.textContent === words),
      { args: [en['page.checkDocument']] },
    );
    await clickButton(panel, en['page.checkDocument']);
    const asked = await panel.waitFor(async () => {
      const { tabs } = (
        globalThis as unknown as { chrome: { tabs: { query(q: object): Promise<{ url?: string }[]> } } }
      ).chrome;
      const urls = (await tabs.query({})).map(({ url = '' }) => url);
      return urls.find((url) => url.includes('inspect.html?url='));
    });
    expect(new URL(asked ?? '').searchParams.get('url')).toBe(documentUrl('labelled.pdf'));
    // What came of it is said where it was asked for.
    const said = await panel.waitFor(() => document.querySelector('.results li p')?.textContent, {
      timeoutMs: 30_000,
    });
    expect(said).toBe(CONFIRMED);
  });
});
