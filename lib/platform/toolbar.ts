import type { TabPage } from '../messages/page-items';
import { browser } from './browser';

/** Ink of the design's palette: a count, not an alarm. */
const BADGE_COLOUR = '#16181c';

/** Tabs whose button bears no count as far as this background knows; a browser, too, takes a count away with its page. */
const bare = new Set<number>();

let coloured: Promise<void> | undefined;

/**
 * Shows how many items of a tab carry a label; nothing where none does. Every call draws the browser's toolbar anew, so a
 * page without labels costs one, however often it speaks.
 */
export async function showCount(tabId: number, page: TabPage | undefined): Promise<void> {
  const labelled = page?.counts.labelled ?? 0;
  if (labelled === 0 && bare.has(tabId)) return;
  if (labelled === 0) bare.add(tabId);
  else bare.delete(tabId);
  try {
    await browser.action.setBadgeText({ tabId, text: labelled > 0 ? String(labelled) : '' });
    if (labelled > 0) await colour();
  } catch {
    // The tab was closed meanwhile; its badge went with it.
    bare.delete(tabId);
  }
}

/** Of all tabs: it is the same for each. */
function colour(): Promise<void> {
  coloured ??= browser.action.setBadgeBackgroundColor({ color: BADGE_COLOUR });
  return coloured;
}
