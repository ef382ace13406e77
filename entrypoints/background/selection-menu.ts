import { browser, extensionUrl } from '../../lib/platform/browser';
import { keepSelected, readSelection } from '../../lib/platform/selected-text';

const ENTRY = 'check-selected-text';

/** The page of ours that shows what a text says of itself. */
const INSPECT_PAGE = 'inspect.html';

/** The entry *Check selected text* of the context menu. */
export const selectionEntry = (): Parameters<typeof browser.contextMenus.create>[0] => ({
  id: ENTRY,
  title: browser.i18n.getMessage('menuCheckSelectedText'),
  contexts: ['selection'],
});

/** Opens the Inspect page on a selection that is clicked on. Register it synchronously with the other listeners. */
export function offerSelectionCheck(): void {
  browser.contextMenus.onClicked.addListener((clicked, tab) => {
    if (clicked.menuItemId === ENTRY) void openSelected(clicked, tab?.id);
  });
}

/** The part of `contextMenus.OnClickData` that says what was selected, and where. */
export type ClickedSelection = {
  readonly selectionText?: string | undefined;
  readonly pageUrl?: string | undefined;
  readonly frameId?: number | undefined;
};

async function openSelected(clicked: ClickedSelection, tabId: number | undefined): Promise<void> {
  const { selectionText, pageUrl, frameId = 0 } = clicked;
  const read = tabId === undefined ? undefined : await readSelection({ tabId, frameId });
  const text = read ?? selectionText ?? '';
  if (text === '') return;
  const selected = await keepSelected(text, pageUrl);
  await browser.tabs.create({
    url: extensionUrl(`${INSPECT_PAGE}?${new URLSearchParams({ selected })}`),
    ...(tabId === undefined ? {} : { openerTabId: tabId }),
  });
}
