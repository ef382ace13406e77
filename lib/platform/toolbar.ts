import type { TabPage } from '../messages/page-items';
import { browser } from './browser';

/** Ink of the design's palette: a count, not an alarm. */
const BADGE_COLOUR = '#16181c';

/** Shows how many items of a tab carry a label; nothing where none does. */
export async function showCount(tabId: number, page: TabPage | undefined): Promise<void> {
  const labelled = page?.counts.labelled ?? 0;
  try {
    await browser.action.setBadgeText({ tabId, text: labelled > 0 ? String(labelled) : '' });
    await browser.action.setBadgeBackgroundColor({ tabId, color: BADGE_COLOUR });
  } catch {
    // The tab was closed meanwhile; its badge went with it.
  }
}
