import type { Expected } from '../../site/page';
import type { Page } from '../../support/browsers/browser';
import { ownFile } from '../../support/corpus/own-media';
import type { Session } from './session';
import { clickLabel } from './view-actions';

/** Selector of the picture on a specimen page that shows a file. */
export async function selectorOf(page: Page, file: string): Promise<string> {
  const json = await page.evaluate(() => document.querySelector('#expected')?.textContent ?? '[]');
  const found = (JSON.parse(json) as Expected[]).find((each) => each.file === file);
  if (found === undefined) throw new Error(`The page does not show ${file}`);
  return found.selector;
}

/** What views call the picture of a file: its alternative text on an English specimen page. */
export function nameOf(file: string): string {
  return ownFile(file).shows.en;
}

/**
 * Clicks the label on the picture of a file and gives the panel that shows it. Firefox lets a click in a page open
 * no sidebar, so there the sidebar is opened first, as a person would.
 */
export async function openEvidence(session: Session, page: Page, file: string): Promise<Page> {
  const sidebar = session.browser.name === 'firefox' ? await session.browser.openPanel(page) : undefined;
  await clickLabel(page, await selectorOf(page, file));
  return sidebar ?? session.browser.panel();
}
