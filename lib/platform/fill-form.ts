import type { FilledField } from '../reports/channels/form-fields';
import { browser } from './browser';
import { fillFields } from './fill-fields';

/**
 * Fills the fields of a form that stands open in a tab, and sends nothing. The tab must be one of the form's own origin:
 * a page that was left or redirected elsewhere gets no word of the report.
 *
 * @param url address of the form
 * @returns how many fields took their value; none where no such tab is open
 */
export async function fillForm(url: string, fields: readonly FilledField[]): Promise<number> {
  const { origin } = new URL(url);
  const tabs = await browser.tabs.query({ url: `${origin}/*` });
  const tab = tabs.toSorted((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))[0];
  if (tab?.id === undefined) return 0;
  const [done] = await browser.scripting.executeScript({
    target: { tabId: tab.id },
    func: fillFields,
    args: [origin, [...fields]],
  });
  await browser.tabs.update(tab.id, { active: true });
  return typeof done?.result === 'number' ? done.result : 0;
}
