import { describe, expect, it } from 'vitest';
import en from '../../assets/locales/en.json';
import type { PageItem } from '../../lib/messages/page-items';
import { DEFAULT_TIMEOUT_MS, type Page } from '../support/browsers/browser';
import { nextFrame } from '../support/browsers/wait';
import { HOSTS, SITE_HOST } from '../support/server/server';
import { viewOn } from './support/extension';
import { knownItems } from './support/items';
import { useSession } from './support/session';

/** The sites of AI services: said once of the whole interface, and not once more on every answer it labels itself. */

const SERVICE_HOST = 'www.doubao.com';
const session = useSession({ hosts: [...HOSTS, SERVICE_HOST] });

async function open(host: string): Promise<Page> {
  const page = await session.browser.newPage();
  await page.goto(session.server.url(host, '/static/ai-service.html'));
  return page;
}

/** Waits until what is known satisfies `until`; gives the kinds of items that are known. */
async function kinds(page: Page, until: (kinds: readonly PageItem['kind'][]) => boolean) {
  const deadline = performance.now() + DEFAULT_TIMEOUT_MS;
  for (;;) {
    const url = await page.url();
    const known = (await knownItems(session))
      .filter(({ pageUrl }) => pageUrl === url)
      .map(({ kind }) => kind);
    if (until(known) || performance.now() > deadline) return [...known].sort();
    await page.evaluate(nextFrame);
  }
}

describe('the site of an AI service', () => {
  it('is said to be one in the panel, and files on it are labelled', async () => {
    const page = await open(SERVICE_HOST);
    expect(await kinds(page, (known) => known.includes('image'))).toEqual(['image']);
    const panel = await viewOn(session, page, 'sidepanel.html');
    const note = await panel.waitFor(() => document.querySelector('.service-note')?.textContent);
    expect(note).toContain('Doubao (ByteDance)');
    expect(note).toContain(en['page.aiService.text-and-pictures']);
    await panel.close();
    await page.close();
  });

  it('has no label of ours on the answers it labels itself, which any other site has', async () => {
    const other = await open(SITE_HOST);
    expect(await kinds(other, (known) => known.length > 1)).toEqual(['image', 'text']);
    const panel = await viewOn(session, other, 'sidepanel.html');
    await panel.waitFor(() => document.querySelector('.item-row') !== null);
    expect(await panel.evaluate(() => document.querySelector('.service-note'))).toBeNull();
    await panel.close();
    await other.close();
    const page = await open(SERVICE_HOST);
    // As much time as the other site took, and its file's label last.
    expect(await kinds(page, (known) => known.includes('image'))).toEqual(['image']);
    await page.close();
  });
});
