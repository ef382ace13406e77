import { browser } from './browser';

/** `tabIds` entry for requests that no tab makes: the background's own. */
const NO_TAB = -1;

/** Ids of these rules and those above. Session rules outlive the service worker, whose counter starts again. */
const FIRST_RULE = 1000;
let nextRule = FIRST_RULE;
let cleared: Promise<void> | undefined;

/**
 * Runs a job whose requests to `url`'s host name the page as their referrer, as the page's own request did: some
 * servers refuse pictures without it. Only the page's origin is named, as browsers do across sites
 * (Referrer Policy, strict-origin-when-cross-origin), and only while the job runs.
 */
export async function withReferer<T>(url: URL, page: URL, job: () => Promise<T>): Promise<T> {
  cleared ??= clearLeftRules();
  await cleared;
  const id = nextRule++;
  await browser.declarativeNetRequest.updateSessionRules({
    addRules: [
      {
        id,
        condition: { tabIds: [NO_TAB], urlFilter: `||${url.hostname}^`, resourceTypes: ['xmlhttprequest'] },
        action: {
          type: 'modifyHeaders',
          requestHeaders: [{ header: 'referer', operation: 'set', value: `${page.origin}/` }],
        },
      },
    ],
  });
  try {
    return await job();
  } finally {
    await browser.declarativeNetRequest.updateSessionRules({ removeRuleIds: [id] });
  }
}

/** A worker stopped in the middle of a job leaves its rule behind. */
async function clearLeftRules(): Promise<void> {
  const left = await browser.declarativeNetRequest.getSessionRules();
  const ours = left.map(({ id }) => id).filter((id) => id >= FIRST_RULE);
  await browser.declarativeNetRequest.updateSessionRules({ removeRuleIds: ours });
}
