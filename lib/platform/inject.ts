import { browser } from './browser';

/** A script of ours, as built. */
export type ScriptFile = 'sentry.js' | 'page.js' | 'engine.js';

/** A document to load a script into. */
export type Place = {
  readonly tabId: number;
  readonly frameId: number;
  /** The browser's own id of the document, where it tells one (Chromium 106): no other document can get the script. */
  readonly documentId?: string;
};

/**
 * Loads a script of ours into one document, at once and in the world our other scripts share. Harmless where it is already.
 *
 * @returns whether the browser did it; not where the document has gone or belongs to the browser
 */
export async function injectInto({ tabId, frameId, documentId }: Place, file: ScriptFile): Promise<boolean> {
  const target =
    documentId === undefined || import.meta.env.FIREFOX
      ? { tabId, frameIds: [frameId] }
      : { tabId, documentIds: [documentId] };
  return execute(target, file);
}

/**
 * Loads the sentry into every document that was open before this background first ran: after installing, updating,
 * enabling, and where a browser restores tabs before it starts extensions. Once per session of the extension.
 */
export async function injectEverywhere(file: ScriptFile): Promise<void> {
  const { reached } = await browser.storage.session.get('reached');
  if (reached === true) return;
  await browser.storage.session.set({ reached: true });
  const tabs = await browser.tabs.query({});
  await Promise.all(tabs.map(({ id }) => (id === undefined ? false : injectIntoTab(id, file))));
}

function injectIntoTab(tabId: number, file: ScriptFile): Promise<boolean> {
  return execute({ tabId, allFrames: true }, file);
}

type Target = Parameters<typeof browser.scripting.executeScript>[0]['target'];

async function execute(target: Target, file: ScriptFile): Promise<boolean> {
  try {
    const files = [`/${file}` as const];
    const documents = await browser.scripting.executeScript({ target, files, injectImmediately: true });
    // Firefox tells what went wrong in a document by its result; a document replaced meanwhile has none.
    return documents.some((each) => !('error' in each && each.error));
  } catch {
    return false;
  }
}
