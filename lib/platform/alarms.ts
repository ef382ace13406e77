import { browser } from './browser';

/** Kept by the browser until it ends, or the extension is updated, switched off or installed anew. */
const BEGUN = 'begun';

/**
 * Calls `begin` with the first start of the background since the browser started and since the extension was installed,
 * updated or switched on. Alarms do not outlive each of those in every browser, so this is where they are set. Call it
 * synchronously when the background starts.
 */
export function onBegin(begin: () => void): void {
  // Chromium starts the background with the browser only where somebody listens.
  browser.runtime.onStartup.addListener(begin);
  browser.runtime.onInstalled.addListener(begin);
  void isFirst().then((first) => first && begin(), begin);
}

let first: Promise<boolean> | undefined;

/** Asked once for each start, whoever wants to know. */
function isFirst(): Promise<boolean> {
  first ??= (async () => {
    const known = await browser.storage.session.get(BEGUN);
    await browser.storage.session.set({ [BEGUN]: true });
    return known[BEGUN] !== true;
  })();
  return first;
}

/** Sets an alarm that comes again and again; one that is set keeps its time. */
export async function setPeriodicAlarm(name: string, periodInMinutes: number): Promise<void> {
  if (!(await browser.alarms.get(name)))
    await browser.alarms.create(name, { delayInMinutes: 1, periodInMinutes });
}
