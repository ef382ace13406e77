/** Longest host name DNS allows (RFC 1035 §2.3.4). */
const MAX_HOST_CHARS = 253;

/** Letters, digits and hyphens in labels (RFC 1123 §2.1), or an IPv6 address in brackets. */
const HOST =
  /^(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?(?:\.[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?)*|\[[0-9a-f:.]+\])$/;

/**
 * Reads what a person types (or storage holds) as the host name of a site.
 *
 * @param text a host name or a whole address; internationalised names are given back in ASCII form
 * @returns the lower-case host name without port, or `undefined` where there is none in it
 */
export function readSite(text: string): string | undefined {
  const typed = text.trim();
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`;
  if (typed === '' || !URL.canParse(address)) return undefined;
  const host = new URL(address).hostname.replace(/\.$/, '');
  return host.length <= MAX_HOST_CHARS && HOST.test(host) ? host : undefined;
}

/**
 * The host name under which a page can be paused.
 *
 * @param pageUrl address of the page
 * @returns its host name; `undefined` for pages that have none (files, browser pages)
 */
export function siteOf(pageUrl: string): string | undefined {
  if (!URL.canParse(pageUrl)) return undefined;
  const url = new URL(pageUrl);
  return url.protocol === 'http:' || url.protocol === 'https:' ? readSite(url.hostname) : undefined;
}
