import { type FileText, fileText } from '../bytes/file-text';
import { browser } from './browser';

/** Longest selection taken over, in UTF-16 units; the session's storage holds 10 MB. */
export const MAX_SELECTED_CHARS = 1024 * 1024;

/** A text that a person selected, and the page it stands on. */
export type SelectedText = { readonly text: FileText; readonly page?: string };

/** Where in a tab a selection is. */
export type SelectionPlace = { readonly tabId: number; readonly frameId: number };

/**
 * Reads what is selected in a frame as the page holds it. What the browser hands over with a click on its menu may lack
 * characters that are not seen.
 *
 * @returns `undefined` where nothing is selected, and where the browser lets nobody look
 */
export async function readSelection({ tabId, frameId }: SelectionPlace): Promise<string | undefined> {
  try {
    const target = { tabId, frameIds: [frameId] };
    const [answer] = await browser.scripting.executeScript({
      target,
      func: selectionIn,
      args: [MAX_SELECTED_CHARS],
    });
    return typeof answer?.result === 'string' && answer.result !== '' ? answer.result : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Runs in the page by itself, so it takes nothing from around it. A selection within a field is no selection of its
 * document; what stands in a field for secrets is left alone.
 */
export function selectionIn(maxChars: number): string {
  let focus = document.activeElement;
  while (focus?.shadowRoot?.activeElement) focus = focus.shadowRoot.activeElement;
  const input = focus instanceof HTMLInputElement && focus.type !== 'password' ? focus : undefined;
  const field = focus instanceof HTMLTextAreaElement ? focus : input;
  const inField = field?.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0) ?? '';
  return (inField === '' ? (getSelection()?.toString() ?? '') : inField).slice(0, maxChars);
}

/** One selection waits at a time, in memory: it is nobody's business once it was looked at. */
const KEY = 'selected-text';

/** Keeps a selection for a view of ours. @returns what the view asks for it by */
export async function keepSelected(text: string, page: string | undefined): Promise<string> {
  const id = crypto.randomUUID();
  const kept = { id, text: text.slice(0, MAX_SELECTED_CHARS), ...(page === undefined ? {} : { page }) };
  await browser.storage.session.set({ [KEY]: kept });
  return id;
}

/** Takes over a kept selection, once. @returns `undefined` where it is no longer there */
export async function takeSelected(id: string): Promise<SelectedText | undefined> {
  const { [KEY]: kept } = await browser.storage.session.get(KEY);
  if (!isKept(kept) || kept.id !== id) return undefined;
  await browser.storage.session.remove(KEY);
  return { text: fileText(kept.text), ...(kept.page === undefined ? {} : { page: kept.page }) };
}

type Kept = { readonly id: string; readonly text: string; readonly page?: string };

const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  'text' in value &&
  typeof value.text === 'string';
