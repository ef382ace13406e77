import type { FilledField } from '../reports/channels/form-fields';
import { browser } from './browser';
import { fillFields } from './fill-fields';

/**
 * Fills the fields of a form that stands open in a tab, and sends nothing. The tab must be one of the form's own origin:
 * a page that was left or redirected elsewhere gets no word of the report. Of several, the one used last that has any of
 * the fields is filled and comes to the front.
 *
 * @param url address of the form
 * @returns how many fields took their value; none where no such tab is open
 */
export async function fillForm(url: string, fields: readonly FilledField[]): Promise<number> {
  const { origin } = new URL(url);
  for (const tabId of await tabsOf(origin)) {
    const count = await fillIn(tabId, origin, fields).catch(() => 0);
    if (count === 0) continue;
    await browser.tabs.update(tabId, { active: true });
    return count;
  }
  return 0;
}

async function fillIn(tabId: number, origin: string, fields: readonly FilledField[]): Promise<number> {
  const [done] = await browser.scripting.executeScript({
    target: { tabId },
    func: fillFields,
    args: [origin, [...fields]],
  });
  return typeof done?.result === 'number' ? done.result : 0;
}

/** Tabs of an origin, the one used last first. Not asked for by pattern: Firefox knows none with a port. */
async function tabsOf(origin: string): Promise<readonly number[]> {
  const all = await browser.tabs.query({});
  const same = all.filter(({ url = '' }) => URL.canParse(url) && new URL(url).origin === origin);
  return same.toSorted((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0)).flatMap(({ id }) => id ?? []);
}
