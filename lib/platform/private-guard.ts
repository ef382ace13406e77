import { networkScope, PRIVATE_URL_PATTERNS } from '../net/private-network';
import { browser } from './browser';

/** `tabIds` entry for requests that no tab makes: the background's own. */
const NO_TAB = -1;

/** Ids of the standing rules begin here, below those of `referer.ts`; permissions for one host lie between. */
const FIRST_RULE = 1;
const FIRST_PERMISSION = 100;
const LAST_PERMISSION = 999;

/** A permission for one host outweighs the guard. */
const GUARD_PRIORITY = 1;
const PERMISSION_PRIORITY = 2;

/**
 * A file of our own, in whose place an answer is never mistaken for a picture's. Firefox refuses a redirect to it, so
 * there the request ends as a network failure.
 */
const INSTEAD = '/manifest.json';

let nextPermission = FIRST_PERMISSION;

/**
 * Has the browser itself keep the background out of private networks: a public server may answer with a redirect to the
 * person's router, and `fetch` would have asked it before anyone could look at the address. Nothing is sent.
 *
 * In Chromium the answer comes from an address of ours, which is no address a page may fetch: `private-network`.
 */
export async function guardPrivateNetwork(): Promise<void> {
  const action = import.meta.env.FIREFOX
    ? ({ type: 'block' } as const)
    : ({ type: 'redirect', redirect: { extensionPath: INSTEAD } } as const);
  const addRules = PRIVATE_URL_PATTERNS.map((regexFilter, at) => ({
    id: FIRST_RULE + at,
    priority: GUARD_PRIORITY,
    condition: { tabIds: [NO_TAB], regexFilter, resourceTypes: ['xmlhttprequest'] as ['xmlhttprequest'] },
    action,
  }));
  await browser.declarativeNetRequest.updateSessionRules({
    removeRuleIds: addRules.map(({ id }) => id),
    addRules,
  });
}

/**
 * Runs a job that asks for an address its page may reach: a private host, too, where the page stands in a private
 * network itself. While it runs, a redirect of another job to that same host would pass; its answer is refused all the
 * same.
 *
 * @param url http(s) address that `mayFetch` allows, or one in memory
 */
export async function reaching<T>(url: string, job: () => Promise<T>): Promise<T> {
  const { protocol, hostname } = new URL(url);
  if (!protocol.startsWith('http') || networkScope(hostname) === 'public') return job();
  return withPrivateHost(hostname, job);
}

async function withPrivateHost<T>(hostname: string, job: () => Promise<T>): Promise<T> {
  const id = nextPermission;
  nextPermission = id < LAST_PERMISSION ? id + 1 : FIRST_PERMISSION;
  const rule = {
    id,
    priority: PERMISSION_PRIORITY,
    condition: {
      tabIds: [NO_TAB],
      urlFilter: `||${hostname}`,
      resourceTypes: ['xmlhttprequest'] as ['xmlhttprequest'],
    },
    action: { type: 'allow' as const },
  };
  await browser.declarativeNetRequest.updateSessionRules({ removeRuleIds: [id], addRules: [rule] });
  try {
    return await job();
  } finally {
    await browser.declarativeNetRequest.updateSessionRules({ removeRuleIds: [id] });
  }
}
